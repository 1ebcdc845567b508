"""Fits the weights by which the extractor weighs rules and encoder, on articles that the encoder was not trained on.

    python training/fuse.py build/fold0:0/2 build/fold1:1/2 --out src/dateline/extract/fusion.yaml

Each argument is the folder of an exported model and the fold of articles that was kept out of its training.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from data import bare, built
from numpy.typing import NDArray

from dateline.annotate.encoder import Encoder
from dateline.annotate.model_files import Model
from dateline.bench.agreement import paired, same_event, same_words
from dateline.cli.reading import read_articles
from dateline.extract.candidates import BY_RULE, Candidate, find_candidates, statements
from dateline.extract.fusion import Features, claim_features
from dateline.extract.mixed_arguments import options
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.codebook import PLACE_ROLES
from dateline.pipeline import Pipeline
from dateline.settings import Settings

Json = dict[str, Any]
Rows = dict[str, list[tuple[Features, bool]]]
FLAT = 0.006  # differences in F1 that mean nothing: of thresholds that differ by less, the surer one is taken
FLAT_OF = {"time": 0.001}  # of parts for which sureness is worth less: a time that is not told is not found elsewhere
PENALTY = 1.0  # keeps weights of rare features small
FIELDS = {"actor": "actors", "recipient": "recipients", "source": "sources", "relay": "sources"}
HEAD = """\
# How much each sign counts for a claim or an argument (logistic weights), and from which probability on one is told.
# Written by training/fuse.py from articles that the encoder had not been trained on. "encoder": the log odds that the
# encoder gives; "rule": that the rules found it too; the other names are those of fusion.py and time_signs.py.
"""


def annotated_gold(gold: Path, part: str, cache: Path) -> dict[str, Annotated]:
    """The annotated articles of a part, without signals; kept in `cache`."""
    kept = cache / f"annotated-{part}.pickle"
    if not kept.exists():
        given = cache / f"{part}-only.jsonl"
        given.write_text("".join(json.dumps(text) + "\n" for text in bare(built(gold, part))), encoding="utf-8")
        settings = Settings.from_environment()
        articles = [one for one in read_articles((str(given),), settings=settings) if isinstance(one, Article)]
        kept.write_bytes(pickle.dumps(Pipeline.load(settings, learned=False).annotator.annotate_all(articles)))
    return {one.article.name: one for one in pickle.loads(kept.read_bytes())}


def with_signals(articles: Iterable[Annotated], model: Path) -> list[Annotated]:
    """The articles with what the model of a folder says of them."""
    given = list(articles)
    signals = Encoder(Model.open(model)).signals([one.sentences for one in given])
    return [replace(one, signals=said) for one, said in zip(given, signals, strict=True)]


def kept_out(models: Iterable[str], articles: Mapping[str, Annotated]) -> Iterator[Annotated]:
    """The articles of each fold, read by the model that was trained without them; `models` are FOLDER:N/M."""
    for given in models:
        folder, fold = given.rsplit(":", 1)
        number, count = map(int, fold.split("/"))
        names = [name for at, name in enumerate(sorted(articles)) if at % count == number]
        yield from with_signals((articles[name] for name in names), Path(folder))


STATUS: dict[str, dict[str, list[bool]]] = {}


def count_status(candidate: Candidate, gold: Json) -> None:
    """Notes who is right about mode, aux and hedge, where rules and encoder differ."""
    signal, claim = candidate.signal, candidate.claim
    if signal is None or signal.event != claim.event:
        return
    for name in ("mode", "aux", "hedge"):
        rule, encoder, right = getattr(claim, name), getattr(signal, name), gold[name]
        if name == "mode" and right is None:
            continue
        kind = "same" if rule == encoder else "no rule" if rule is None else "no encoder" if encoder is None else "both"
        kind += f" {candidate.found}"
        STATUS.setdefault(name, {}).setdefault(kind + " rule", []).append(rule == right)
        STATUS.setdefault(name, {}).setdefault(kind + " encoder", []).append(encoder == right)


def collect(rows: Rows, annotated: Annotated, claims: list[Json]) -> None:
    """Adds an article's candidates and arguments with whether they are right."""
    scene = Scene(annotated)
    candidates = find_candidates(scene, "")
    candidates += statements(scene, [one.claim for one in candidates if one.found == BY_RULE], "")
    written = [(_written(one.claim), one) for one in candidates]
    by_id = {id(claim): one for claim, one in written}
    couples = paired(claims, [claim for claim, _ in written], same_event)
    right = {id(by_id[id(found)]): gold for gold, found in couples}
    for one in candidates:
        rows.setdefault("claim", []).append((claim_features(one), id(one) in right))
        _arguments(rows, scene, one, right.get(id(one)))
        if id(one) in right:
            count_status(one, right[id(one)])


def _written(claim: Claim) -> Json:
    return {
        "event": claim.event,
        "mode": claim.mode,
        "trigger": {"start": claim.trigger.start, "end": claim.trigger.end},
    }


def _arguments(rows: Rows, scene: Scene, candidate: Candidate, gold: Json | None) -> None:
    """Adds the arguments of a candidate; those of one that is no claim go apart, to choose thresholds by."""
    used: set[int] = set()
    found = sorted(options(scene, candidate), key=lambda option: (not option.by_rule, -option.features["encoder"]))
    dated = scene.annotated.article.published is not None
    for option in found:
        if option.role == "time" and not dated:
            continue  # the coders give no days where there is no day to count from
        span = {"start": option.span.start, "end": option.span.end}
        wanted = _wanted(gold, option.role) if gold is not None else []
        hit = next((g for g in wanted if id(g) not in used and same_words(g, span)), None)
        if hit is not None:
            used.add(id(hit))
        part = "place" if option.role in PLACE_ROLES else option.role
        rows.setdefault(part, []).append((option.features, hit is not None))
        rows.setdefault(f"{part} of", []).append((claim_features(candidate), gold is not None))


def _wanted(gold: Json, role: str) -> list[Json]:
    if role in PLACE_ROLES:
        return [p for p in gold["places"] if p.get("role", "at") == role and p.get("start") is not None]
    if role == "time":
        return [gold["time"]] if gold["time"] else []
    return [one for one in gold[FIELDS[role]] if one.get("start") is not None]


def _asked(annotated: Annotated, claims: list[Json]) -> Counter[str]:
    """How many claims and arguments the coders have."""
    out = Counter({"claim": len(claims)})
    for claim in claims:
        for part, roles in (("place", PLACE_ROLES), *((role, (role,)) for role in ("actor", "recipient", "time"))):
            if part != "time" or annotated.article.published is not None:
                out[part] += sum(len(_wanted(claim, role)) for role in roles)
        out["source"] += bool(claim["sources"])
        out["relay"] += max(0, len(claim["sources"]) - 1)
    return out


def fit(rows: list[tuple[Features, bool]]) -> dict[str, float]:
    """Logistic weights by Newton's method."""
    names = sorted({name for features, _ in rows for name in features})
    x = np.array([[features.get(name, 0.0) for name in names] for features, _ in rows])
    y = np.array([right for _, right in rows], float)
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + PENALTY * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        w -= np.linalg.solve(curve, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def best_threshold(
    rows: list[tuple[Features, bool]], weights: dict[str, float], missed: int, *, flat: float = FLAT
) -> tuple[float, float]:
    """The highest threshold of those with about the best F1, and its F1; `missed` right ones were never found."""
    chance = _chances(rows, weights)
    right = np.array([hit for _, hit in rows])
    scored = [(2 * (right & (chance >= t)).sum() / ((chance >= t).sum() + right.sum() + missed), t) for t in _steps()]
    best, _ = max(scored)
    f1, threshold = max((pair for pair in scored if pair[0] >= best - flat), key=lambda pair: pair[1])
    return round(float(threshold), 2), float(f1)


def _chances(rows: list[tuple[Features, bool]], weights: dict[str, float]) -> NDArray[np.float64]:
    scores = np.array([sum(weights.get(n, 0.0) * v for n, v in features.items()) for features, _ in rows])
    out: NDArray[np.float64] = 1 / (1 + np.exp(-scores))
    return out


def _steps() -> Iterator[float]:
    yield from np.arange(0.2, 0.7, 0.02)


def main() -> None:
    """Reads the arguments, fits and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", help="FOLDER:N/M")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--cache", type=Path, default=Path("build/training/cache"))
    parser.add_argument("--out", type=Path, required=True)
    options_ = parser.parse_args()
    claims = built(options_.gold, "train")
    articles = annotated_gold(options_.gold, "train", options_.cache)
    rows: Rows = {}
    totals: Counter[str] = Counter()
    for one in kept_out(options_.models, articles):
        totals.update(_asked(one, claims[one.article.name]["claims"]))
        collect(rows, one, claims[one.article.name]["claims"])
    weights: dict[str, dict[str, float]] = {}
    kept: dict[str, float] = {}
    for part in [part for part in rows if not part.endswith(" of")]:
        of = rows.get(f"{part} of", [({}, True)] * len(rows[part]))
        fitted = [row for row, (_, claimed) in zip(rows[part], of, strict=True) if claimed]
        weights[part] = fit(fitted)
        sure = _chances([(features, True) for features, _ in of], weights["claim"]) >= kept.get("claim", 0.0)
        told = [row for row, told in zip(rows[part], sure, strict=True) if told or part == "claim"]
        hits = sum(hit for _, hit in told)
        kept[part], f1 = best_threshold(told, weights[part], totals[part] - hits, flat=FLAT_OF.get(part, FLAT))
        print(f"{part:10} {len(fitted):5} candidates, {hits:5} right, told from {kept[part]:.2f} on: F1 {f1:.3f}")
        print("   ", weights[part])
    for name, kinds in STATUS.items():
        for kind, right in sorted(kinds.items()):
            print(f"{name} {kind:32} {sum(right)} of {len(right)}")
    options_.out.write_text(HEAD + yaml.safe_dump({"kept": kept, "weights": weights}), encoding="utf-8")


if __name__ == "__main__":
    main()
