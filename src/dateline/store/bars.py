"""Counts by day drawn together into the bars of a timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days, both included, and how many incidents began in it."""

    first: date
    last: date
    incidents: int


def bars_of(days: Mapping[date, int], step: str | None, *, most: int) -> list[Bar]:
    """Bars without gaps from the first day to the last; without a `step` the finest one that gives at most `most`.

    Raises KeyError for a step that is not day, week, month or year.
    """
    if not days:
        return []
    first, last = min(days), max(days)
    step = step or next((name for name in STEPS if _count(first, last, STEPS[name]) <= most), "year")
    begin = STEPS[step]
    counts: dict[date, int] = {}
    for day, count in days.items():
        counts[begin(day)] = counts.get(begin(day), 0) + count
    bars = []
    at = begin(first)
    while at <= last:
        after = _after(at, begin)
        end = date.max if after is None else after - timedelta(days=1)
        bars.append(Bar(at, end, counts.get(at, 0)))
        if after is None:
            break
        at = after
    return bars


def _after(begin: date, of: Callable[[date], date]) -> date | None:
    """The first day of the next step; None at the end of the calendar."""
    for days in (1, 7, 31, 366):
        try:
            later = of(begin + timedelta(days=days))
        except OverflowError:
            return None
        if later > begin:
            return later
    return None


def _count(first: date, last: date, of: Callable[[date], date]) -> float:
    """How many steps there are, roughly."""
    after = _after(of(first), of)
    return ((last - first).days + 1) / ((after - of(first)).days if after else 1)


def _week(day: date) -> date:
    """The Monday of its week; the first day there is where that lies before it."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


STEPS: Final[dict[str, Callable[[date], date]]] = {
    "day": lambda day: day,
    "week": _week,
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
