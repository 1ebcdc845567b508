"""Trains the network: on what the rules say of many sentences, then on our own articles, then on news coded by hand.

    python training/train.py --out build/training            # the weights that ship (see README.md)
    python training/train.py --out build/fold0 --fold 0/5    # without the articles of one fold

Single-threaded arithmetic in one process gives the same weights each time on one kind of processor.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from batches import Item, events, inputs, targets
from data import Gold, load_gold, load_own, load_places, load_silver
from network import Network
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from dateline.annotate.windows import LENGTH, Window, windows
from dateline.model.signal import ROLES
from examples import Example

MARKED, MARKED_BEFORE = 1.0, 0.15  # batches of marked places for each other one, and in the stage on our own articles
SHIFTS = (0, 50, 100, 150, 200)
WEIGHTS = {"mode": 0.15, "aux": 0.15, "hedge": 0.1, "arguments": 0.03}  # of the losses beside the event's


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: epochs over hand-coded articles, windows a step, learning rates, and what comes before."""

    epochs: int
    own: int = 4  # epochs over our own articles before
    mixed: float = 0.0  # of our own articles in each epoch over the hand-coded ones
    windows: int = 4
    rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    places: float = MARKED  # batches of marked places for each batch of hand-coded windows
    short: int = 32  # sentences a step in the stage on rules' claims
    short_floats: bool = False  # reckon in bfloat16, where the processor does it faster


def parts(gold: Sequence[Gold], fold: str | None) -> tuple[list[Gold], list[Gold]]:
    """What to train on and what is kept out: by turns in the order of names, so that folds stay the same."""
    ordered = sorted(gold, key=lambda one: one.example.name)
    if fold is None:
        return ordered, []
    number, count = map(int, fold.split("/"))
    return (
        [one for at, one in enumerate(ordered) if at % count != number],
        [one for at, one in enumerate(ordered) if at % count == number],
    )


def loss(network: Network, items: Sequence[Item], *, labels: bool, status: bool) -> Tensor:
    """The sum of the losses over a batch; `labels` and `status` say which labels are known."""
    read = network.encoder(*inputs([(one.words, at) for one, at in items]))
    total = torch.zeros(())
    if labels:
        wanted = targets(items)
        total = total + functional.cross_entropy(read.event[wanted.core], wanted.event[wanted.core])
        named = wanted.core & (wanted.event > 0)
        if status and named.any():
            for name in ("mode", "aux", "hedge"):
                scores, right = getattr(read, name)[named], getattr(wanted, name)[named]
                total = total + WEIGHTS[name] * functional.cross_entropy(scores, right)
    found = events(items)
    if found is not None:
        narrow = read.narrow[found.row]
        around = torch.gather(narrow, 1, found.around.unsqueeze(-1).expand(-1, -1, narrow.shape[-1]))
        trigger = torch.einsum("ew,ewn->en", found.trigger, narrow)
        scores = network.arguments(around, trigger, found.event, found.distance, found.inside)
        each = functional.binary_cross_entropy_with_logits(scores, found.wanted, reduction="none") * found.known
        each[..., len(ROLES) :] *= 0.5
        total = total + WEIGHTS["arguments"] * each.sum() / len(found.row)
    return total


def run(network: Network, batches: Sequence[tuple[str, list[Item]]], plan: Plan, *, name: str) -> None:
    """One pass over the batches, the learning rate rising and falling once."""
    slow = [p for p in network.encoder.bert.parameters() if p.requires_grad]
    known = {id(p) for p in slow}
    fast = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW([{"params": slow}, {"params": fast}], weight_decay=0.01)
    network.train()
    begun, sums = time.time(), 0.0
    for step, (kind, items) in enumerate(batches):
        done = step / len(batches)
        part = min(1.0, done / plan.warm_up) if done < plan.warm_up else max(0.02, (1 - done) / (1 - plan.warm_up))
        for group, rate in zip(optimizer.param_groups, (plan.rate, plan.head_rate), strict=True):
            group["lr"] = rate * part
        with sdpa_kernel(SDPBackend.MATH), torch.autocast("cpu", dtype=torch.bfloat16, enabled=plan.short_floats):
            value = loss(network, items, labels=kind != "places", status=kind == "gold")
        optimizer.zero_grad()
        value.backward()
        nn.utils.clip_grad_norm_(slow + fast, 1.0)
        optimizer.step()
        sums += value.item()
        if step % 50 == 49:
            print(f"{name} {step + 1}/{len(batches)} loss {sums / 50:.3f} {time.time() - begun:.0f} s", flush=True)
            sums = 0.0


def sized(items: list[Item], pieces: int) -> Iterator[list[Item]]:
    """Batches of so many pieces, padding counted: windows of like length together."""
    batch: list[Item] = []
    for item in sorted(items, key=lambda i: -_size(i)):
        if batch and (len(batch) + 1) * _size(batch[0]) > pieces:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _size(item: Item) -> int:
    one, at = item
    return sum(len(pieces) for pieces in one.words.pieces[at.first : at.last]) + 2


def gold_batches(
    articles: Sequence[Example], own: Sequence[Example], places: Sequence[Example], plan: Plan
) -> list[tuple[str, list[Item]]]:
    """The batches of all epochs in a random order within each, some of our own articles among them."""
    out: list[tuple[str, list[Item]]] = []
    for _ in range(plan.epochs):
        some = random.sample(list(own), int(plan.mixed * len(own)))
        items = [(one, at) for one in [*articles, *some] for at in _windows(one, random.choice(SHIFTS))]
        epoch = [("gold", batch) for batch in sized(items, plan.windows * LENGTH)]
        marked = int(plan.places * len(epoch)) if places else 0
        drawn = (random.sample(list(places), plan.short) for _ in range(marked))
        epoch += [("places", [(one, _windows(one, 0)[0]) for one in some]) for some in drawn]
        random.shuffle(epoch)
        out += epoch
    return out


def silver_batches(silver: Sequence[Example], plan: Plan) -> list[tuple[str, list[Item]]]:
    """One epoch over the sentences in which the rules find something, and as many again of the others as a tenth."""
    told = [one for one in silver if one.events]
    rest = [one for one in silver if not one.events]
    rest = random.sample(rest, min(len(rest), len(told) // 10))
    items = [(one, at) for one in told + rest for at in _windows(one, 0)]
    batches = [("silver", batch) for batch in sized(items, plan.windows * LENGTH)]
    random.shuffle(batches)
    return batches


def _windows(one: Example, shift: int) -> list[Window]:
    return windows(one.words.sizes, one.words.sentences, shift=shift)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--events", type=Path, default=Path("../shared/referees/places-event/train.jsonl"))
    parser.add_argument("--base", type=Path, default=Path("build/minilm"), help="folder with MiniLM-L6's weights")
    parser.add_argument("--cache", type=Path, default=Path("build/training/cache"))
    parser.add_argument("--own", type=Path, default=Path(__file__).parent / "articles", help="our own coded articles")
    parser.add_argument("--no-own", action="store_true", help="leave them out")
    parser.add_argument("--mixed", type=float, default=0.0, help="share of them in each epoch over hand-coded articles")
    parser.add_argument("--places", type=float, default=MARKED, help="batches of marked places for each other one")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", help="N/M: leave out fold N of M")
    parser.add_argument("--start", type=Path, help="go on from these weights instead of the first two stages")
    parser.add_argument("--all", action="store_true", help="use the texts for measuring only as well (never to ship)")
    parser.add_argument("--epochs", type=int, default=12, help="over hand-coded articles; 0: stop before them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Reads the arguments, trains, and writes `network.pt`."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    fast = bool(torch.cpu.get_capabilities().get("amx_tile"))
    plan = Plan(options.epochs, mixed=options.mixed, places=options.places, short_floats=fast)
    gold = load_gold(options.gold, "train", options.base, options.cache)
    used, _ = parts(gold, options.fold)
    articles = [one.example for one in used if one.free or options.all]
    own = [] if options.no_own else load_own(sorted(options.own.glob("*.yaml")), options.base, options.cache)
    silver = load_silver(options.events, options.base, options.cache)
    places = load_places(options.events, silver, options.cache)
    print(f"{len(articles)} of {len(gold)} articles, {len(own)} of our own, {len(silver)} sentences", flush=True)
    network = Network(options.base)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    else:
        run(network, silver_batches(silver, plan), plan, name="rules")
        before = replace(plan, epochs=plan.own, places=MARKED_BEFORE)
        run(network, gold_batches(own, [], places, before), before, name="own")
    if options.epochs:
        run(network, gold_batches(articles, own, places, plan), plan, name="gold")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "network.pt")


if __name__ == "__main__":
    main()
