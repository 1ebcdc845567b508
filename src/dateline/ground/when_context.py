"""What a rule of resolution gets to see, and what several rules share: edges, clipping, counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.ground.when_calendar import Days, add_months, add_units
from dateline.model.annotation import TimeExpression

FUTURE, PERFECT = "future", "perfect"
# The codebook's days for vague recent time, by unit
VAGUE_DAYS = {"D": 7, "W": 28, "M": 90}
# "several" and the like, as the codebook counts them
VAGUE_LOW, VAGUE_HIGH = 3, 9
VAGUE = "X"


@dataclass(frozen=True, slots=True)
class Context:
    """One expression with the day of publication, the tense told in, and the days last told of."""

    expression: TimeExpression
    published: date | None
    tense: str
    anchor: Days | None
    within: bool = False  # a part of something longer: whole days, and no guess which way is nearer

    def part(self, name: str) -> str | None:
        """A part of the expression, or None."""
        return self.expression.part(name)

    def number(self, name: str) -> int | None:
        """A part as a whole number, or None where it is not there."""
        value = self.part(name)
        return int(value) if value else None

    @property
    def direction(self) -> int:
        """1 where the nearest day ahead is meant, -1 where the nearest behind."""
        return 1 if self.tense == FUTURE else -1

    @property
    def speaking_day(self) -> date | None:
        """The day of speaking: the anchor's last day where there is one, else the publication date."""
        return self.anchor.end if self.anchor else self.published

    def clipped(self, days: Days) -> Days:
        """The days up to the publication date where it lies among them; for the future, the days from it on."""
        day = self.published
        if self.within or day is None or not days.start <= day <= days.end:
            return days
        return replace(days, start=day) if self.tense == FUTURE else replace(days, end=day)

    def distance(self, days: Days) -> int:
        """Days between publication and the nearer end; 0 without a publication date."""
        return min(abs((end - self.published).days) for end in (days.start, days.end)) if self.published else 0

    def nearest(self, candidates: Iterable[Days | None], *, backward: bool = False) -> Days | None:
        """The one nearest to publication that has begun by it (past) or not ended before it (future).

        With `backward` it is the other way round.
        """
        day = self.published
        known = [days for days in candidates if days is not None]
        if day is None:
            return None
        if (self.tense == FUTURE) != backward:
            return min((days for days in known if days.end >= day), key=lambda days: days.start, default=None)
        return max((days for days in known if days.start <= day), key=lambda days: days.start, default=None)


def years_around(day: date | None, reach: int = 8) -> range:
    """The years near `day`: eight either way always hold a 29 February."""
    return range(max(1, day.year - reach), min(9999, day.year + reach) + 1) if day else range(0)


def full_year(token: str) -> int:
    """A year in two or four digits; two digits are of the years 1970 to 2069."""
    digits = token.lstrip("'’‘")
    return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def with_edge(days: Days, edge: str | None) -> Days:
    """The early, middle or late part: ten days of a month, three months of a year (the middle four), else a third."""
    if edge not in ("early", "mid", "late"):
        return days
    length = (days.end - days.start).days + 1
    if 28 <= length <= 31:
        first, last = {"early": (0, 9), "mid": (10, 19), "late": (20, length - 1)}[edge]
    elif length == 7:
        first, last = {"early": (0, 1), "mid": (2, 3), "late": (4, 6)}[edge]
    elif length in (365, 366):
        return _months_of(days, {"early": (0, 3), "mid": (4, 4), "late": (9, 3)}[edge])
    elif 3652 <= length <= 3653:
        return _months_of(days, {"early": (0, 48), "mid": (48, 36), "late": (84, 36)}[edge])
    else:
        third = length // 3
        first, last = {"early": (0, third - 1), "mid": (third, 2 * third - 1), "late": (2 * third, length - 1)}[edge]
    return replace(days, start=days.start + timedelta(days=first), end=days.start + timedelta(days=last))


def _months_of(days: Days, months: tuple[int, int]) -> Days:
    offset, count = months
    start = add_months(days.start, offset)
    return replace(days, start=start, end=add_months(start, count) - timedelta(days=1))


def window(day: date, count: float, unit: str, *, direction: int = -1) -> tuple[date, date]:
    """`count` units ending (direction -1) or beginning (1) with `day`; hours reach as many whole days as they touch."""
    if unit in ("H", "N", "S"):
        reach = (
            add_units(day, direction * count, unit)
            if unit != "H"
            else day + timedelta(days=direction * -(-count // 24))
        )
        other = reach
    else:
        other = add_units(day, direction * count, unit) - timedelta(days=direction)
        other = min(other, day) if direction < 0 else max(other, day)
    return (other, day) if direction < 0 else (day, other)
