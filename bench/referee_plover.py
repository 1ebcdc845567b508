"""Kind of event and actors on PLOVER's own gold records.

    python bench/referee_plover.py [FOLDER]

FOLDER (default ../shared/referees/types-plover) holds ``gsr.jsonl``: sentences with one coded event each. Types are
mapped by ``plover.yaml``, which says which claim is a sentence's main one. Prints the accuracy and the macro F1 of the
type, and precision, recall and F1 of the main claim's actors and recipients: a hit has the same role (either where the
sources act on each other) and shares at least half of the characters of the shorter.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from labels import Labelled, claims_of, load_items, load_mapping

from dateline.bench.agreement import paired, same_words
from dateline.bench.score import Part

Json = dict[str, Any]
FOLDER: Final = Path("../shared/referees/types-plover")
ROLES: Final = {"source": "actors", "target": "recipients"}
WORD: Final = re.compile(r"\w+")
NEAR: Final = 3  # words before a trigger among which its modal verb is looked for


def main_claim(text: str, claims: list[Json], mapping: Json) -> Json | None:
    """The claim that stands for the sentence, by the rule in ``plover.yaml``."""
    known = sorted((c for c in claims if c["event"] in mapping["types"]), key=lambda c: int(c["trigger"]["start"]))
    opening = re.match(r"\W*(\w+)[^,]*,", text)
    passed = opening.end() if opening and opening[1].lower() in mapping["circumstances"] else 0
    return next((claim for claim in known if claim["trigger"]["start"] >= passed), known[0] if known else None)


def plover_type(text: str, claim: Json | None, mapping: Json) -> str:
    """PLOVER's type of the main claim, by its event and by whether it is done, announced, demanded or refused."""
    if claim is None:
        return str(mapping["none"])
    before = set(WORD.findall(text[: claim["trigger"]["start"]].lower())[-NEAR:])
    status = claim["aux"]
    if status in {"future", "hypothetical"}:
        status = next((name for name, words in mapping["modals"].items() if before & set(words)), status)
    kind = next((name for name, events in mapping["kind"].items() if claim["event"] in events), "")
    return str(mapping["told"].get(kind, {}).get(status, mapping["types"][claim["event"]]))


def spans(actor: Json, text: str) -> list[Json]:
    """Where a gold actor stands: its own place, else every place of its words."""
    if "start" in actor:
        return [actor]
    words, found, at = actor["text"], [], text.find(actor["text"])
    while words and at >= 0:
        found.append({"start": at, "end": at + len(words)})
        at = text.find(words, at + 1)
    return found


def hits(record: Json, claim: Json | None) -> Part:
    """The actors of one record that the claim has, with how many each side has."""
    gold = [
        {"role": role, "spans": spans(one, record["text"])} for role in ROLES for one in record[role] if one["text"]
    ]
    ours = [{"role": role, "span": one} for role, field in ROLES.items() for one in (claim[field] if claim else ())]

    def same(one: Json, other: Json) -> float:
        role = one["role"] == other["role"] or record.get("reciprocal")
        return float(bool(role)) * max((same_words(span, other["span"]) for span in one["spans"]), default=0.0)

    return Part(len(paired(gold, ours, same)), len(gold), len(ours))


def measured(records: list[Json], claims: Mapping[str, list[Json]]) -> tuple[Labelled, Part]:
    """Types with ours, and the actors of all records together."""
    mapping = load_mapping("plover.yaml")

    def each() -> Iterator[tuple[tuple[str, str], Part]]:
        for record in records:
            main = main_claim(record["text"], claims.get(str(record["id"]), []), mapping)
            ours = plover_type(record["text"], main, mapping)
            gold = mapping["of_2016"].get(record["event"], record["event"])
            yield (gold, ours), hits(record, main)

    found = list(each())
    counts = ([getattr(part, name) for _, part in found] for name in ("right", "gold", "predicted"))
    return Labelled(tuple(pair for pair, _ in found)), Part(*map(sum, counts))


def main(folder: Path) -> int:
    """Print the figures for the records in `folder`."""
    records = load_items(folder / "gsr.jsonl")
    types, actors = measured(records, claims_of(records))
    print(f"{len(records)} records")
    print(f"type    accuracy {types.accuracy:.3f}  macro F1 {types.macro:.3f}")
    print(f"actors  precision {actors.precision:.3f}  recall {actors.recall:.3f}  F1 {actors.f1:.3f}")
    for name, value in sorted(types.f1().items()):
        print(f"  {name:10} F1 {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
