"""Which place on earth a name means, on the local newspapers of the Local-Global Lexicon.

    python bench/referee_lgl.py [FOLDER] [--parts 0,1,2]

FOLDER (default ../shared/referees/places-lgl) holds ``lgl.jsonl``: articles with each toponym tied to GeoNames.
``--parts 1,2`` leaves out every third article, counted from the first (part 0): those that were read to find gaps.
Prints three tables:

1. *Resolution* with gold spans, with and without the publisher, beside the most populous candidate of the same
   gazetteer: how many lie within 161 km, of all that gold locates and of those that the gazetteer holds; the median
   error in km; the area under the curve of errors (0 best); how many have gold's own GeoNames id.
2. *Recognition*: our spans against gold's, exact and by overlap, one to one.
3. *End to end*: a hit is an overlapping span whose point lies within 161 km of gold's.

What is counted, written down once:
- A toponym is held where the gazetteer has an entry with gold's id, or one that the name could mean within 161 km of
  gold's point: countries and divisions have ids of our own.
- A toponym without an answer has the error 20,039 km.
- Our countries and divisions have no GeoNames id, so exact ids are fewer than right places.
- End to end, gold without a point counts as missed: nothing can be near it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, Final

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser, load_language
from dateline.bench.agreement import distance_km, paired, shared_characters
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.ground.places import PlaceResolver
from dateline.ground.places_names import names_of
from dateline.ground.places_types import Name, entry_place
from dateline.model.article import Article
from dateline.model.contract import place_annotation
from dateline.model.grounded import Place
from dateline.model.span import Span
from dateline.text.fold import fold_name

Json = dict[str, Any]
FOLDER: Final = Path("../shared/referees/places-lgl")
NEAR_KM: Final = 161.0
FARTHEST_KM: Final = 20_039.0
PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold toponym with what a system makes of it: the error in km, and whether the gazetteer holds the place."""

    error: float
    held: bool
    same_id: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Spans that are right, that gold has, that are given."""

    right: int = 0
    gold: int = 0
    given: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.gold + other.gold, self.given + other.given)

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.gold + self.given) if self.gold + self.given else 0.0
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right} right of {self.gold}, {self.given} given)"
        )


def error_km(toponym: Json, place: Place | None) -> float:
    """Kilometres between gold's point and ours; the farthest there is where there is no answer."""
    if place is None or place.lat is None:
        return FARTHEST_KM
    return distance_km(toponym, {"lat": place.lat, "lon": place.lon})


def answer(gazetteer: Gazetteer, toponym: Json, name: Name, place: Place | None) -> Answer:
    """How far off `place` is, and whether a better one could have been given."""
    reference = f"geonames:{toponym['geonames_id']}"
    near = any(error_km(toponym, entry_place(entry)) <= NEAR_KM for entry in name.entries)
    held = near or gazetteer.by_reference(reference) is not None
    return Answer(error_km(toponym, place), held, place is not None and place.id == reference)


def resolved(gazetteer: Gazetteer, row: Json, *, by: str) -> list[Answer]:
    """The answers for the toponyms of one article that gold locates; `by` is one of `SYSTEMS`."""
    toponyms = [(Span(t["start"], t["end"]), t) for t in row["toponyms"]]
    spans = [span for span, _ in toponyms]
    names = {span: name for name in names_of(gazetteer, row["text"], spans) for span in name.spans}
    if by == "most populous":
        places = {span: _most_populous(name) for span, name in names.items()}
    else:
        publisher = row["publisher"] if by == "with the publisher" else None
        places = dict(PlaceResolver(gazetteer).resolve_article(row["text"], spans, publisher=publisher))
    return [answer(gazetteer, t, names[span], places[span]) for span, t in toponyms if t["lat"] is not None]


SYSTEMS: Final = ("most populous", "without the publisher", "with the publisher")


def _most_populous(name: Name) -> Place | None:
    return entry_place(max(name.entries, key=lambda entry: entry.population)) if name.entries else None


def resolution(answers: Sequence[Answer]) -> str:
    """One line of the first table."""
    errors = [one.error for one in answers]
    known = [one for one in answers if one.held]
    area = _area(errors)
    shares = (_share(e <= NEAR_KM for e in errors), _share(one.error <= NEAR_KM for one in known))
    ids = _share(one.same_id for one in answers)
    return f"all {shares[0]:.3f}  held {shares[1]:.3f}  median {median(errors):7.1f} km  AUC {area:.3f}  id {ids:.3f}"


def _share(hits: Iterable[bool]) -> float:
    listed = list(hits)
    return sum(listed) / len(listed) if listed else 0.0


def _area(errors: Sequence[float]) -> float:
    """The area under the sorted curve of ln(1 + error) / ln(20,040) by the trapezoid rule, from 0 to 1."""
    curve = sorted(math.log(1 + error) / math.log(FARTHEST_KM + 1) for error in errors)
    steps = [(low + high) / 2 for low, high in pairwise(curve)]
    return sum(steps) / len(steps) if steps else sum(curve)


def recognised(gold: Sequence[Json], given: Sequence[Json]) -> dict[str, Counts]:
    """The toponyms of one article found: exactly, by overlap, and by overlap with the right place."""

    def exact(one: Json, other: Json) -> float:
        return float((one["start"], one["end"]) == (other["start"], other["end"]))

    def there(one: Json, other: Json) -> float:
        near = one["lat"] is not None and other["lat"] is not None and distance_km(one, other) <= NEAR_KM
        return shared_characters(one, other) * near

    measures = {"exact": exact, "overlap": shared_characters, "end to end": there}
    return {name: Counts(len(paired(gold, given, same)), len(gold), len(given)) for name, same in measures.items()}


def found(rows: Sequence[Json], gazetteer: Gazetteer) -> list[list[Json]]:
    """The place annotations of each article, as `dateline read --annotations` gives them."""
    annotator = Annotator(Parser(load_language()), lambda name: gazetteer.contains_name(fold_name(name)))
    grounder = Grounder(gazetteer)
    out = []
    for row in rows:
        day = date.fromisoformat(row["published"])
        article = Article(row["id"], row["text"], published=day, publisher=row["publisher"])
        places = grounder.ground(annotator.annotate(article), ()).places
        out.append([place_annotation(article.text, span, place) for span, place in places])
    return out


def main(arguments: Sequence[str]) -> int:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description="Which place on earth a name means.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--parts", default="0,1,2", help="thirds of the articles to look at (default 0,1,2)")
    options = parser.parse_args(arguments)
    path = options.folder / "lgl.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    wanted = {int(part) for part in options.parts.split(",")}
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    rows = [json.loads(line) for at, line in enumerate(lines) if at % PARTS in wanted]
    gazetteer = Gazetteer.open()
    for system in SYSTEMS:
        answers = [one for row in rows for one in resolved(gazetteer, row, by=system)]
        print(f"{system:24}{resolution(answers)}  ({sum(a.held for a in answers)} held of {len(answers)})")
    totals: dict[str, Counts] = {}
    for row, given in zip(rows, found(rows, gazetteer), strict=True):
        for name, counts in recognised(row["toponyms"], given).items():
            totals[name] = totals.get(name, Counts()) + counts
    for name, counts in totals.items():
        print(f"{name:24}{counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
