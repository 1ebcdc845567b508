"""Gold and prediction side by side, one thing at a time: what errors and changes are made of.

The pairs are those of `dateline.bench.score`: an item that is right there is right here. Claims that pair by their
words but not by their type are one item of kind "type".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.bench.agreement import (
    Json,
    paired,
    same_days,
    same_event,
    same_figure,
    same_trigger,
    shared_characters,
)
from dateline.bench.kinds import LABELS
from dateline.bench.score import LISTS
from dateline.bench.words import figure_words, kind_words, place_words, sentence, time_words

NONE: Final = "none"  # a label that is not set, where gold and prediction differ in it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that gold says, the prediction says, or both; `gold` and `predicted` are None where one does not.

    `kind` is one of `kinds.KINDS`; "claims" is a claim that was found. `event` is gold's where gold has the claim.
    `sentence` is the evidence with the trigger in ⟦ ⟧; `start` and `end` are the trigger's place in the article.
    `at` tells two items of one kind on one trigger apart.
    """

    article: str
    kind: str
    event: str
    gold: str | None
    predicted: str | None
    right: bool
    sentence: str
    start: int
    end: int
    at: int

    @property
    def key(self) -> tuple[str, str, str | None, int, int]:
        """What stays the same from one prediction to another: for what gold has, gold's side only."""
        kind = "claims" if self.kind in {"missed", "type"} else self.kind
        said = self.gold if self.gold is not None else f"{self.event} {self.predicted}"
        return self.article, kind, said, self.start, self.at

    def to_json(self) -> Json:
        """The item for a program; whether it is right is told by the list that it stands in."""
        names = ("article", "kind", "event", "gold", "predicted", "sentence", "start", "end")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class _Side:
    """One article on its way to items."""

    name: str
    text: str

    def item(self, kind: str, claim: Json, said: tuple[str | None, str | None], *, right: bool, at: int = 0) -> Item:
        trigger = claim["trigger"]
        marked = sentence(self.text, claim)
        start, end = (trigger.get(edge) or 0 for edge in ("start", "end"))
        return Item(self.name, kind, claim["event"], *said, right, marked, start, end, at)


def items(article: Json, predicted: Sequence[Json]) -> Iterator[Item]:
    """Everything that is compared in one article of gold (in the contract's form, with its text), in no set order."""
    gold, side = article["claims"], _Side(str(article["id"]), article["text"])
    couples = paired(gold, predicted, same_event)
    yield from _claims(side, gold, predicted, couples)
    for one, other in couples:
        for part, same in LISTS.items():
            yield from _arguments(side, part, one, other, same)
        yield from _time(side, one, other)
        yield from _labels(side, one, other)
    yield from _figures(side, gold, predicted)


def _claims(
    side: _Side, gold: Iterable[Json], predicted: Iterable[Json], couples: list[tuple[Json, Json]]
) -> Iterator[Item]:
    met = {id(claim) for couple in couples for claim in couple}
    missed = [claim for claim in gold if id(claim) not in met]
    extra = [claim for claim in predicted if id(claim) not in met]
    crossed = paired(missed, extra, same_trigger)
    for one, other in couples:
        yield side.item("claims", one, (kind_words(one), kind_words(other)), right=True)
    for one, other in crossed:
        yield side.item("type", one, (kind_words(one), kind_words(other)), right=False)
    met |= {id(claim) for couple in crossed for claim in couple}
    for claim in missed:
        if id(claim) not in met:
            yield side.item("missed", claim, (kind_words(claim), None), right=False)
    for claim in extra:
        if id(claim) not in met:
            yield side.item("extra", claim, (None, kind_words(claim)), right=False)


def _arguments(
    side: _Side, part: str, gold: Json, predicted: Json, same: Callable[[Json, Json], float]
) -> Iterator[Item]:
    words = place_words if part == "places" else _text
    for one, other, right in _sorted_out(gold[part], predicted[part], same):
        said = (words(one) if one else None, words(other) if other else None)
        yield side.item(part, gold, said, right=right, at=(one or other or {}).get("start") or 0)


def _figures(side: _Side, gold: Iterable[Json], predicted: Iterable[Json]) -> Iterator[Item]:
    """Figures are compared over the whole article, as they are scored: each is told with its own claim."""
    owner = {id(figure): claim for claims in (predicted, gold) for claim in claims for figure in claim["figures"]}
    said, found = ([figure for claim in claims for figure in claim["figures"]] for claims in (gold, predicted))
    for one, other, right in _sorted_out(said, found, same_figure):
        figure = one or other or {}
        texts = (figure_words(one) if one else None, figure_words(other) if other else None)
        yield side.item("figures", owner[id(figure)], texts, right=right, at=figure["start"])


def _time(side: _Side, gold: Json, predicted: Json) -> Iterator[Item]:
    one, other = gold["time"], predicted["time"]
    if one or other:
        yield side.item("time", gold, (time_words(one), time_words(other)), right=same_days(one, other))


def _labels(side: _Side, gold: Json, predicted: Json) -> Iterator[Item]:
    for label in LABELS:
        one, other = gold.get(label), predicted.get(label)
        if label == "mode" and one is None:
            continue  # gold without a mode does not ask for one
        yield side.item(label, gold, (one or NONE, other or NONE), right=one == other)


def _sorted_out(
    gold: Sequence[Json], predicted: Sequence[Json], same: Callable[[Json, Json], float]
) -> Iterator[tuple[Json | None, Json | None, bool]]:
    """What is right in pairs, then what is wrong on the same words in pairs, then what only one side has."""
    right = paired(gold, predicted, same)
    met = {id(one) for couple in right for one in couple}
    left = [one for one in gold if id(one) not in met]
    over = [one for one in predicted if id(one) not in met]
    wrong = paired(left, over, shared_characters)
    met |= {id(one) for couple in wrong for one in couple}
    yield from ((one, other, True) for one, other in right)
    yield from ((one, other, False) for one, other in wrong)
    yield from ((one, None, False) for one in left if id(one) not in met)
    yield from ((None, one, False) for one in over if id(one) not in met)


def _text(ref: Json) -> str:
    return " ".join(str(ref["text"]).split())
