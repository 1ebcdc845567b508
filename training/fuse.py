"""Fits the weights by which the extractor weighs rules and encoder, on articles that the encoder was not trained on.

    python training/fuse.py build/fold0:0/2 build/fold1:1/2 --out src/dateline/extract/fusion.yaml

Each argument is the folder of an exported model and the fold of articles that was kept out of its training.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from data import built
from fuse_given import fit_belongings
from kept_out import annotated_gold, kept_out
from logistic import FLAT, Row, best_threshold, chances, fit

from dateline.bench.agreement import paired, same_event, same_words
from dateline.extract.candidates import BY_RULE, Candidate, find_candidates, statements
from dateline.extract.fusion import claim_features
from dateline.extract.mixed_arguments import options
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim

Json = dict[str, Any]
Rows = dict[str, list[Row]]
Judges = dict[str, tuple[dict[str, float], float]]  # by part: weights, and from which probability on one is told
# sureness is worth less here: what a claim not told would hold is lost with it, and too few parties are found
FLAT_OF = {"claim": 0.002, "actor": 0.002, "recipient": 0.002}
FIELDS = {"actor": "actors", "recipient": "recipients", "source": "sources", "relay": "sources"}
HEAD = """\
# How much each sign counts for a claim or an argument (logistic weights), and from which probability on one is told.
# Written by training/fuse.py from articles that the encoder had not been trained on. "encoder": the log odds that the
# encoder gives; "rule": that the rules found it too; the other names are those of fusion.py and of the *_signs.py.
"""


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
        _parties(rows, scene, one, right.get(id(one)))
        if id(one) in right:
            count_status(one, right[id(one)])


def _written(claim: Claim) -> Json:
    return {
        "event": claim.event,
        "mode": claim.mode,
        "trigger": {"start": claim.trigger.start, "end": claim.trigger.end},
    }


def _parties(rows: Rows, scene: Scene, candidate: Candidate, gold: Json | None) -> None:
    """Adds the parties and sources of a candidate; those of one that is no claim go apart, to choose thresholds by."""
    used: set[int] = set()
    offered = [one for one in options(scene, candidate) if one.role in FIELDS]
    for option in sorted(offered, key=lambda one: (not one.by_rule, -one.features["encoder"])):
        span = {"start": option.span.start, "end": option.span.end}
        wanted = _wanted(gold, option.role) if gold is not None else []
        hit = next((g for g in wanted if id(g) not in used and same_words(g, span)), None)
        if hit is not None:
            used.add(id(hit))
        rows.setdefault(option.role, []).append((option.features, hit is not None))
        rows.setdefault(f"{option.role} of", []).append((claim_features(candidate), gold is not None))


def _wanted(gold: Json, role: str) -> list[Json]:
    return [one for one in gold[FIELDS[role]] if one.get("start") is not None]


def _asked(claims: list[Json]) -> Counter[str]:
    """How many claims, parties and sources the coders have."""
    out = Counter({"claim": len(claims)})
    for claim in claims:
        for part in ("actor", "recipient"):
            out[part] += len(_wanted(claim, part))
        out["source"] += bool(claim["sources"])
        out["relay"] += max(0, len(claim["sources"]) - 1)
    return out


def fit_claims(models: Iterable[str], articles: Mapping[str, Annotated], gold: Mapping[str, Json]) -> Judges:
    """The judges of claims, parties and sources, from all that may be one."""
    rows: Rows = {}
    totals: Counter[str] = Counter()
    for one in kept_out(models, articles):
        claims = gold[one.article.name]["claims"]
        totals.update(_asked(claims))
        collect(rows, one, claims)
    out: Judges = {}
    for part in [part for part in rows if not part.endswith(" of")]:
        of = rows.get(f"{part} of", [({}, True)] * len(rows[part]))
        weights = fit([row for row, (_, claimed) in zip(rows[part], of, strict=True) if claimed])
        claim_weights, least = out.get("claim", (weights, 0.0))
        sure = chances([(features, True) for features, _ in of], claim_weights) >= least
        told = [row for row, told in zip(rows[part], sure, strict=True) if told or part == "claim"]
        missed = totals[part] - sum(hit for _, hit in told)
        kept, f1 = best_threshold(told, weights, missed, flat=FLAT_OF.get(part, FLAT))
        out[part] = weights, kept
        print(f"{part:14} {len(rows[part]):5} candidates, told from {kept:.2f} on: F1 {f1:.3f}")
    return out


def main() -> None:
    """Reads the arguments, fits and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", help="FOLDER:N/M")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--cache", type=Path, default=Path("build/training/cache"))
    parser.add_argument("--out", type=Path, required=True)
    options_ = parser.parse_args()
    gold = built(options_.gold, "train")
    articles = annotated_gold(options_.gold, "train", options_.cache)
    judges = fit_claims(options_.models, articles, gold)
    judges |= fit_belongings(options_.models, articles, gold)
    for name, kinds in STATUS.items():
        for kind, right in sorted(kinds.items()):
            print(f"{name} {kind:32} {sum(right)} of {len(right)}")
    kept = {part: least for part, (_, least) in judges.items()}
    weights = {part: given for part, (given, _) in judges.items()}
    options_.out.write_text(HEAD + yaml.safe_dump({"kept": kept, "weights": weights}), encoding="utf-8")


if __name__ == "__main__":
    main()
