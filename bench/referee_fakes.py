"""The dead of one report, by whom, how and where, on the articles of FA-KES.

    python bench/referee_fakes.py [FOLDER]

FOLDER (default ../shared/referees/figures-fakes) holds ``dev.jsonl``: articles with one incident each. Prints
precision, recall and F1 of the four counts pooled and one by one, in how many rows with a count it is exact, the share
of rows with all four right, and the accuracy of actor, cause and governorate. ``fakes.yaml`` holds the words.

The mapping from claims to the one record of an article, written down once:
- Only figures of the killed count, in claims of what happened (aux null), in text order; vague words ("dozens") do
  not.
- A figure is of non-civilians where the words counted, or the recipient that they stand in, are armed; of women or
  children where the words say so; else of civilians.
- A claim's civilians are the largest of its civilian figures, or the sum of its women, children and single persons
  where no whole is told. Each count is the one told most often in the first `FIRST` such claims, the earliest of
  equals.
- A number that counts civilians in one claim and non-civilians in another is of the non-civilians.
- Actor, cause and governorate are those of the first of these claims that tells them: the actor by its words, the
  cause by mode and words, the governorate by its name or as the nearest capital of one.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from dateline.annotate.number_words import number_value
from dateline.lexicon.roles import role_of
from dateline.model.claim import Claim, Figure
from dateline.model.reading import Reading
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Json = dict[str, Any]
FOLDER: Final = Path("../shared/referees/figures-fakes")
COUNTS: Final = ("civilians", "noncivilians", "women", "children")
LABELS: Final = ("actor", "cause", "governorate")
ARMED: Final = frozenset({"MIL", "REB", "COP", "UAF", "SPY", "PRM"})
FIRST: Final = 3  # claims of an article that are looked at; later ones are of other incidents
NOTHING: Final[Json] = dict.fromkeys(COUNTS, 0) | {"actor": "unknown", "cause": "unknown", "governorate": ""}


@cache
def words() -> Json:
    """The word lists beside this script."""
    read: Json = yaml.safe_load(Path(__file__).with_name("fakes.yaml").read_text(encoding="utf-8"))
    return read


def record(reading: Reading) -> Json:
    """The record of an article."""
    told = [c for c in reading.claims if c.aux is None and any(f.measure == "killed" for f in c.figures)]
    counted = [counts for claim in told if any((counts := _counts(reading, claim)).values())][:FIRST]
    out: Json = dict(NOTHING)
    for name in COUNTS:
        values = [counts[name] for counts in counted if counts[name]]
        out[name] = max(values, key=lambda v: (values.count(v), -values.index(v)), default=0)
    if out["civilians"] == out["noncivilians"]:
        out["civilians"] = 0
    attacks = [*told[:FIRST], *(c for c in reading.claims if c.event == "ASSAULT")]
    return out | {
        name: _first(LABELLERS[name](reading, claim) for claim in attacks) or NOTHING[name] for name in LABELS
    }


def _first(found: Iterable[str | None]) -> str | None:
    return next((value for value in found if value), None)


def _counts(reading: Reading, claim: Claim) -> Counter[str]:
    """The four counts of one claim; civilians include women and children."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for figure in claim.figures:
        number = _number(reading, figure)
        if figure.measure == "killed" and number:
            by_kind[_kind(reading, claim, figure)].append(number)
    parts = [*by_kind["women"][:1], *by_kind["children"][:1]]
    whole = by_kind["civilians"]
    civilians = max(whole, default=0) if any(n > 1 for n in whole) else sum([*whole, *parts])
    largest = {name: max(by_kind[name], default=0) for name in COUNTS[1:]}
    return Counter({"civilians": civilians} | largest)


def _number(reading: Reading, figure: Figure) -> int:
    """The number as written, without its qualifier; 0 for a vague one."""
    quantity = next((q for q in reading.quantities if q.span.overlaps(figure.span)), None)
    if quantity is None:
        return 1 if figure.low == figure.high == 1 else 0
    value = number_value(quantity.number.of(reading.article.text))
    return round(value) if value is not None else 0


def _kind(reading: Reading, claim: Claim, figure: Figure) -> str:
    who = (figure.who or "").lower()
    for kind in ("children", "women"):
        if any(word in who.split() for word in words()[kind]):
            return kind
    role = role_of(who) if who else None
    if role is not None and role.sector in ARMED:
        return "noncivilians"
    near = [ref.actor for ref in claim.recipients if ref.span.overlaps(figure.span)]
    armed = any(actor is not None and actor.sector in ARMED for actor in near)
    said = f"{who} {figure.span.of(reading.article.text).lower()}"
    return "noncivilians" if armed or any(word in said for word in words()["armed"]) else "civilians"


def _actor(reading: Reading, claim: Claim) -> str | None:
    for ref in claim.actors:
        named = f"{ref.span.of(reading.article.text)} {ref.actor.name if ref.actor else ''}".lower()
        for value, listed in words()["actors"].items():
            if any(word in named for word in listed):
                return str(value)
    return None


def _cause(reading: Reading, claim: Claim) -> str | None:
    evidence = claim.evidence.of(reading.article.text).lower()
    for value, listed in words()["causes"].items():
        if claim.mode in listed["modes"] or any(word in evidence for word in listed["words"]):
            return str(value)
    return None


def _governorate(reading: Reading, claim: Claim) -> str | None:
    for ref in claim.places:
        named = f"{ref.span.of(reading.article.text)} {ref.place.name if ref.place else ''}".lower()
        for value, row in words()["governorates"].items():
            if any(name in named for name in row["names"]):
                return str(value)
    for ref in claim.places:
        if ref.place is not None and ref.place.lat is not None and ref.place.precision not in {"country", "region"}:
            return _nearest(ref.place.lat, ref.place.lon or 0.0)
    return None


def _nearest(lat: float, lon: float) -> str:
    """The governorate whose capital lies nearest, on a flat map at this latitude."""
    scale = math.cos(math.radians(lat))
    table = words()["governorates"]
    return str(
        min(table, key=lambda name: math.hypot(table[name]["at"][0] - lat, (table[name]["at"][1] - lon) * scale))
    )


LABELLERS: Final = {"actor": _actor, "cause": _cause, "governorate": _governorate}


def aligned(rows: Sequence[Json], found: dict[str, Json]) -> list[tuple[Json, Json]]:
    """Each row with the record of its article; of rows that share an article, the one that it fits best has it."""
    groups: dict[str, list[Json]] = defaultdict(list)
    for row in rows:
        groups[row["id"].split("-")[0]].append(row)
    out = []
    for group in groups.values():
        made = found.get(group[0]["id"], NOTHING)
        best = max(group, key=lambda row: sum(row[name] == made[name] for name in (*COUNTS, *LABELS)))
        out += [(row, made if row is best else NOTHING) for row in group]
    return out


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1."""

    right: int
    gold: int
    given: int

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.gold + self.given) if self.gold + self.given else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  exact in {self.right} of {self.gold}"


def count_score(pairs: Sequence[tuple[Json, Json]], names: Sequence[str]) -> Score:
    """The score of some of the counts, pooled; a count is given where it is not 0."""
    right = sum(gold[name] == made[name] > 0 for gold, made in pairs for name in names)
    return Score(right, sum(g[n] > 0 for g, _ in pairs for n in names), sum(m[n] > 0 for _, m in pairs for n in names))


def main(folder: Path = FOLDER) -> int:
    """Print the metrics for the articles of `folder`."""
    path = folder / "dev.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    settings = Settings()
    read = Pipeline.load(settings).read(read_inputs([str(path)], settings=settings))
    found = {reading.article.name: record(reading) for reading in read if isinstance(reading, Reading)}
    pairs = aligned(rows, found)
    print(f"{'counts':14}{count_score(pairs, COUNTS)}")
    for name in COUNTS:
        print(f"{name:14}{count_score(pairs, [name])}")
    print(f"{'all four':14}{sum(all(g[n] == m[n] for n in COUNTS) for g, m in pairs) / len(pairs):.3f}")
    for name in LABELS:
        print(f"{name:14}{sum(g[name] == m[name] for g, m in pairs) / len(pairs):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
