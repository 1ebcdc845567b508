"""How many people were displaced, on the excerpts of the IDETECT challenge.

    python bench/referee_idetect.py [FOLDER]

FOLDER (default ../shared/referees/figures-idetect) holds ``dev.jsonl``: excerpts with the facts to be recorded. Prints
the share of facts whose quantity is right, whose quantity and unit, quantity and term, and all three are right, and
country and location where the quantity is right.

The mapping from claims to facts, written down once:
- A figure gives a fact if its measure is one of `TERMS`, in text order; measures of `LAST` follow behind the others. Of
  an excerpt with k facts the first k are taken, as the referee's README says.
- The quantity is the number as written, without its qualifier ("more than 5,000" is 5,000), of a range the upper
  end.
- The term follows the measure. For the displaced it follows the claim's trigger: words of flight make "Forced to Flee";
  words of staying make "In Relief Camp" where a camp, "Sheltered" where another shelter stands near; else "Displaced".
- The unit is Households where the words that are counted are families or households.
- The record counts people, not things: houses are read from the annotated quantities, where a word of destruction
  stands in the same sentence ("Destroyed Housing"; "Partially Destroyed Housing" where they are only damaged). They
  come last, and first where the excerpt has no figure of people.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, Final

from dateline.annotate.number_words import number_value
from dateline.model.annotation import Quantity
from dateline.model.claim import Claim, Figure
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Json = dict[str, Any]
FOLDER: Final = Path("../shared/referees/figures-idetect")
TERMS: Final = {"displaced": "Displaced", "evacuated": "Evacuated", "returned": "Displaced", "affected": "Displaced",
                "trapped": "Displaced"}  # fmt: skip
LAST: Final = ("returned", "affected", "trapped")
FLIGHT: Final = re.compile(r"\bfle[ed]|\bescap|\bforc(?:ed?|ing)\b", re.IGNORECASE)
CAMP: Final = re.compile(r"\b(?:relief |IDP ?|displacement |refugee )?camps?\b", re.IGNORECASE)
SHELTER: Final = re.compile(r"shelter|refuge\b|\bhost(?:ed| famil)|\bcent(?:re|er)s?\b", re.IGNORECASE)
STAYING: Final = re.compile(
    r"shelter|t[oa]ke|took|tak|seek|sought|stay|liv|hous|host|mov|remain|are|were|forc|arriv|been"
)
HOUSEHOLDS: Final = re.compile(r"famil|household", re.IGNORECASE)
HOUSES: Final = re.compile(
    r"\W+(?:[\w-]+\W+){0,2}?(?:houses|homes|dwellings|shelters|housing|buildings)\b", re.IGNORECASE
)
DESTROYED: Final = re.compile(r"destr|collaps|burn|raze|wash|swept|demolish", re.IGNORECASE)
DAMAGED: Final = re.compile(r"damag", re.IGNORECASE)
RANGE: Final = re.compile(r"\s?[-‐‑–]\s?|\s(?:to|or|and)\s")
MOST_TRIED: Final = 6  # facts of one excerpt that are matched in every order


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of either side; `at` is where a predicted one stands in the text."""

    quantity: int | None
    term: str
    unit: str
    country: str | None = None
    location: str | None = None
    at: int = 0


def predicted(reading: Reading) -> list[Fact]:
    """The facts of an excerpt, best first."""
    people = [(claim, figure) for claim in reading.claims for figure in claim.figures if figure.measure in TERMS]
    people.sort(key=lambda pair: (pair[1].measure in LAST, pair[1].span))
    houses = list(_houses(reading))
    found = [_people(reading, claim, figure) for claim, figure in people]
    return _distinct([*found, *houses] if people else [*houses, *found])


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    return list({(fact.at, fact.quantity): fact for fact in reversed(list(facts))}.values())[::-1]


def _people(reading: Reading, claim: Claim, figure: Figure) -> Fact:
    unit = "Households" if HOUSEHOLDS.search(figure.who or figure.span.of(reading.article.text)) else "People"
    places = [ref for ref in claim.places if ref.place is not None]
    country = next((ref.place.country for ref in places if ref.place), None)
    location = next((ref.span.of(reading.article.text) for ref in claim.places), None)
    return Fact(
        _quantity(reading, figure.span), _term(reading, claim, figure), unit, country, location, figure.span.start
    )


def _term(reading: Reading, claim: Claim, figure: Figure) -> str:
    text = reading.article.text
    trigger = claim.trigger.of(text)
    if figure.measure == "evacuated" and re.match(r"relocat|resettl", trigger, re.IGNORECASE):
        return "Relocated"
    if figure.measure != "displaced":
        return TERMS[figure.measure]
    clause = text[max(0, figure.span.start - 40) : figure.span.end + 90]
    staying = STAYING.match(trigger.lower()) and not trigger.lower().startswith(("fle", "escap"))
    if staying and CAMP.search(clause):
        return "In Relief Camp"
    if staying and SHELTER.search(clause):
        return "Sheltered"
    return "Forced to Flee" if FLIGHT.search(trigger) else "Displaced"


def _houses(reading: Reading) -> Iterator[Fact]:
    text = reading.article.text
    for quantity in reading.quantities:
        if quantity.unit != "count" or not HOUSES.match(text, quantity.span.end):
            continue
        start = text.rfind(". ", 0, quantity.span.start) + 1
        end = text.find(". ", quantity.span.end)
        sentence = text[start : end if end > 0 else len(text)]
        if DESTROYED.search(sentence):
            yield Fact(_worth(text, quantity), "Destroyed Housing", "Households", at=quantity.span.start)
        elif DAMAGED.search(sentence):
            yield Fact(_worth(text, quantity), "Partially Destroyed Housing", "Households", at=quantity.span.start)


def _quantity(reading: Reading, span: Span) -> int | None:
    quantity = next((q for q in reading.quantities if q.span.overlaps(span)), None)
    return _worth(reading.article.text, quantity) if quantity is not None else None


def _worth(text: str, quantity: Quantity) -> int | None:
    written = RANGE.split(quantity.number.of(text))[-1]
    value = number_value(written)
    worth = value if value is not None else quantity.high if quantity.high is not None else quantity.low
    return None if worth is None else round(worth)


def matched(gold: Sequence[Fact], found: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs with the same quantity, one to one, so that the most agree; of those the ones that agree in most else."""
    best: list[tuple[Fact, Fact]] = []
    nothing = [Fact(None, "", "")] * (len(gold) - len(found))
    for order in permutations([*found, *nothing][:MOST_TRIED]):
        pairs = [(one, other) for one, other in zip(gold, order, strict=False) if one.quantity == other.quantity]
        best = max(best, pairs, key=_worth_of)
    return best


def _worth_of(pairs: list[tuple[Fact, Fact]]) -> tuple[int, int]:
    return len(pairs), sum((a.term == b.term) + (a.unit == b.unit) for a, b in pairs)


def _gold(row: Json) -> Fact:
    return Fact(row["quantity"], row["term"], row["unit"], row["iso3"], row["location"])


def score(rows: Sequence[Json], readings: dict[str, Reading]) -> dict[str, tuple[int, int]]:
    """Right and asked for each metric of the README."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in rows:
        gold = [_gold(fact) for fact in row["facts"]]
        pairs = matched(gold, predicted(readings[row["id"]])[: len(gold)]) if row["id"] in readings else []
        for name in ("quantity", "quantity + unit", "quantity + term", "quantity + unit + term"):
            asked[name] += len(gold)
        for one, other in pairs:
            same = {"unit": one.unit == other.unit, "term": one.term == other.term}
            right["quantity"] += 1
            right["quantity + unit"] += same["unit"]
            right["quantity + term"] += same["term"]
            right["quantity + unit + term"] += all(same.values())
            _where(one, other, right, asked)
    return {name: (right[name], asked[name]) for name in asked}


def _where(gold: Fact, found: Fact, right: Counter[str], asked: Counter[str]) -> None:
    if gold.country:
        asked["country"] += 1
        right["country"] += gold.country == found.country
    if gold.location:
        one, other = gold.location.lower(), (found.location or "").lower()
        asked["location"] += 1
        right["location"] += bool(other) and (one in other or other in one)


def main(folder: Path = FOLDER) -> int:
    """Print the metrics for the excerpts of `folder`."""
    path = folder / "dev.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    settings = Settings()
    pipeline = Pipeline.load(settings)
    found = pipeline.read(read_inputs([str(path)], settings=settings))
    readings = {reading.article.name: reading for reading in found if isinstance(reading, Reading)}
    for name, (right, asked) in score(rows, readings).items():
        print(f"{name:24}{right / asked if asked else 0:6.3f}  {right} of {asked}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
