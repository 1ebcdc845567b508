"""Where the origins of an incident agree and where they do not: positions, best estimate, bounds, disagreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from dateline.model.codebook import MEASURES
from dateline.model.report import Json, Origin, Statement
from dateline.reconcile.statements import meet

_NEVER: Final = date.min
_OPEN: Final = 1.5  # how far beyond its lower bound "at least" is taken to reach when the best estimate is chosen


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the article that holds it."""

    statement: Statement
    article: str
    publisher: str | None
    published: date | None

    def to_json(self) -> Json:
        """Who says what, where and when."""
        one = self.statement
        return {
            "origin": one.origin.name,
            "article": self.article,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "claim": one.claim_id,
            "low": one.low,
            "high": one.high,
            "who": one.who,
            "part": one.part,
            "words": one.words,
        }


@dataclass(frozen=True, slots=True)
class Position:
    """What one origin says in the end: of its statements that with the largest lower bound, for tolls rise.

    `part`: it counts only some of those harmed.
    """

    origin: Origin
    low: float | None
    high: float | None
    part: bool
    articles: tuple[str, ...]
    last: date | None

    def to_json(self) -> Json:
        """The origin, its interval and the articles that carry it."""
        last = self.last.isoformat() if self.last else None
        return {
            "origin": self.origin.name,
            "kind": self.origin.kind,
            "low": self.low,
            "high": self.high,
            "part": self.part,
            "articles": list(self.articles),
            "last": last,
        }


@dataclass(frozen=True, slots=True)
class FigureRange:
    """What is said of one measure: the interval that most origins can agree on, and the bounds over all positions.

    `best_low`..`best_high` is an interval as given (None: no bound); `low`..`high` spans every bound of a position,
    `open_above` is True where some position names no upper bound. `disagree`: the intervals of some two origins do
    not meet. `told` holds every origin's statement in every article.
    """

    measure: str
    best_low: float | None
    best_high: float | None
    low: float
    high: float
    open_above: bool
    disagree: bool
    positions: tuple[Position, ...]
    told: tuple[Told, ...]

    def to_json(self) -> Json:
        """The fields, with who says what."""
        return {
            "measure": self.measure,
            "best": {"low": self.best_low, "high": self.best_high},
            "low": self.low,
            "high": None if self.open_above else self.high,
            "disagree": self.disagree,
            "positions": [one.to_json() for one in self.positions],
            "told": [one.to_json() for one in self.told],
        }


def ranges(told: Iterable[Told]) -> tuple[FigureRange, ...]:
    """One range for each measure that is counted, in the codebook's order."""
    by_measure: dict[str, list[Told]] = defaultdict(list)
    listed = list(told)
    several = {one.statement.measure for one in listed if not _single(one.statement)}
    for one in listed:
        if _single(one.statement) and one.statement.measure in several:
            continue  # one of many, told by name or trade, is no toll
        by_measure[one.statement.measure].append(one)
    return tuple(_range(measure, by_measure[measure]) for measure in MEASURES if measure in by_measure)


def _range(measure: str, told: list[Told]) -> FigureRange:
    positions = _positions(told)
    whole = [one for one in positions if not one.part] or positions  # parts bound nothing but what they count
    best = _best(whole)
    bounds = [bound for one in whole for bound in (one.low, one.high) if bound is not None]
    return FigureRange(
        measure=measure,
        best_low=best.low,
        best_high=best.high,
        low=min(bounds, default=0),
        high=max(bounds, default=0),
        open_above=any(one.high is None for one in whole),
        disagree=any(not meet(a.low, a.high, b.low, b.high) for a, b in combinations(positions, 2)),
        positions=positions,
        told=tuple(sorted(told, key=_order)),
    )


def _single(one: Statement) -> bool:
    return one.part and one.low == 1


def _order(one: Told) -> tuple[date, str, str, str]:
    return (one.published or _NEVER, one.article, one.statement.origin.key, one.statement.claim_id)


def _positions(told: Sequence[Told]) -> tuple[Position, ...]:
    by_origin: dict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=_order):
        by_origin[one.statement.origin.key].append(one)
    found = [_position(each) for _, each in sorted(by_origin.items())]
    return tuple(sorted(found, key=lambda one: (-(one.low or 0), one.origin.key)))


def _position(told: list[Told]) -> Position:
    last = max(told, key=lambda one: _rank(one.statement))
    return Position(
        origin=told[0].statement.origin,
        low=last.statement.low,
        high=last.statement.high,
        part=last.statement.part,
        articles=tuple(sorted({one.article for one in told})),
        last=max((one.published for one in told if one.published), default=None),
    )


def _rank(one: Statement) -> tuple[float, float, bool]:
    width = float("inf") if one.high is None else one.high - (one.low or 0)
    return (one.low or 0, -width, not one.part)


def _some(one: Position) -> float | None:
    return (one.low or 0) * _OPEN if one.high is None else one.high


def _best(positions: Sequence[Position]) -> Position:
    """The position that most origins' intervals meet; of equals the narrowest, then the latest, then the lowest.

    Here "at least 3" stands for 3 to 4 or 5: else what says least would agree with everybody.
    """

    def rank(one: Position) -> tuple[int, float, date, float]:
        met = sum(meet(one.low, _some(one), other.low, _some(other)) for other in positions)
        width = float("inf") if one.high is None or one.low is None else one.high - one.low
        return (met, -width, one.last or _NEVER, -(one.low or 0))

    return max(positions, key=rank)
