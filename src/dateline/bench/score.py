"""Claims against claims coded by hand: precision, recall and F1 of each part, and `overall`.

Claims are paired within an article where their triggers overlap and the type agrees, the best agreement first. Their
actors, recipients, sources, places and times are compared pair by pair; figures are compared over the whole article,
claims not needed. `overall` is the mean F1 of claims, actors, recipients, sources, places, time and figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.bench.agreement import (
    Json,
    paired,
    same_days,
    same_event,
    same_figure,
    same_place,
    same_trigger,
    same_words,
)
from dateline.bench.kinds import ARGUMENTS, LABELS

LISTS: Final = {name: same_place if name == "places" else same_words for name in ARGUMENTS}
PARTS: Final = ("claims", *LISTS, "time", "figures")


@dataclass(frozen=True, slots=True)
class Part:
    """How one part was found: counts of what is right, in gold and predicted, and the ratios, to three digits."""

    right: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 where nothing was."""
        return round(self.right / self.predicted, 3) if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found; 0 where there is none."""
        return round(self.right / self.gold, 3) if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two (of the exact ratios)."""
        both = self.gold + self.predicted
        return round(2 * self.right / both, 3) if both else 0.0

    def to_json(self) -> Json:
        """Counts and ratios."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return ratios | {"gold": self.gold, "predicted": self.predicted}


@dataclass(frozen=True, slots=True)
class Label:
    """How often a label of paired claims is right; gold without a mode does not ask for one."""

    right: int
    asked: int

    @property
    def accuracy(self) -> float | None:
        """The share that is right, None where nothing was asked."""
        return round(self.right / self.asked, 3) if self.asked else None

    def to_json(self) -> Json:
        """The ratio and how often it was asked."""
        return {"accuracy": self.accuracy, "asked": self.asked}


@dataclass(frozen=True, slots=True)
class Score:
    """The result: `found` pairs claims whatever their type; `parts` and `labels` by name."""

    found: Part
    parts: Mapping[str, Part]
    labels: Mapping[str, Label]

    @property
    def overall(self) -> float:
        """The mean F1 of the parts."""
        return round(sum(part.f1 for part in self.parts.values()) / len(self.parts), 3)

    def to_json(self) -> Json:
        """All numbers by name."""
        out: Json = {"found": self.found.to_json()}
        out |= {name: part.to_json() for name, part in self.parts.items()}
        out |= {name: label.to_json() for name, label in self.labels.items()}
        return out | {"overall": self.overall}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by part or label of one article, or of several together."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)

    def part(self, name: str) -> Part:
        """The counts of one part."""
        return Part(self.right[name], self.gold[name], self.predicted[name])

    def count(self, name: str, right: int, gold: int, predicted: int = 0) -> None:
        """Adds to one part or label."""
        self.right[name] += right
        self.gold[name] += gold
        self.predicted[name] += predicted

    def add(self, other: Tally) -> None:
        """Adds the counts of another article."""
        self.right.update(other.right)
        self.gold.update(other.gold)
        self.predicted.update(other.predicted)


def score(gold: Iterable[Json], predicted: Iterable[Json]) -> Score:
    """Scores articles in the contract's form (`id` and `claims` are read); they are paired by `id`.

    An article of gold without a prediction counts as one in which nothing was found; others are not looked at.
    """
    total = Tally()
    for tally in tallies(gold, predicted):
        total.add(tally)
    return Score(
        found=total.part("found"),
        parts={name: total.part(name) for name in PARTS},
        labels={name: Label(total.right[name], total.gold[name]) for name in LABELS},
    )


def tallies(gold: Iterable[Json], predicted: Iterable[Json]) -> Iterator[Tally]:
    """The counts of each article of gold, in order."""
    given = {str(one["id"]): one["claims"] for one in predicted}
    for one in gold:
        yield _tally(one["claims"], given.get(str(one["id"]), []))


def _tally(gold: list[Json], predicted: list[Json]) -> Tally:
    tally = Tally()
    couples = paired(gold, predicted, same_event)
    tally.count("found", len(paired(gold, predicted, same_trigger)), len(gold), len(predicted))
    tally.count("claims", len(couples), len(gold), len(predicted))
    for part, same in LISTS.items():
        right = sum(len(paired(one[part], other[part], same)) for one, other in couples)
        tally.count(part, right, *(sum(len(claim[part]) for claim in side) for side in (gold, predicted)))
    right = sum(same_days(one["time"], other["time"]) for one, other in couples)
    tally.count("time", right, *(sum(claim["time"] is not None for claim in side) for side in (gold, predicted)))
    said, found = ([figure for claim in side for figure in claim["figures"]] for side in (gold, predicted))
    tally.count("figures", len(paired(said, found, same_figure)), len(said), len(found))
    for one, other in couples:
        _labels(tally, one, other)
    return tally


def _labels(tally: Tally, gold: Json, predicted: Json) -> None:
    for label in LABELS:
        if label == "mode" and gold.get("mode") is None:
            continue
        tally.count(label, int(gold.get(label) == predicted.get(label)), 1)
