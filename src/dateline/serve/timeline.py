"""The timeline: where the bars of counted days, weeks, months or years stand, and which of them are chosen. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.store.bars import Bar as Counted

_LOWEST: Final = 4  # a bar of one incident is seen however high the others are
_STEPS: Final = ((1, "day"), (7, "week"), (31, "month"))  # the longest bar of each step in days


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: `x`, `width` and `height` in hundredths of the drawing; `chosen` where the filters take in its days."""

    first: date
    last: date
    incidents: int
    x: float
    width: float
    height: float
    chosen: bool

    @property
    def days(self) -> str:
        """The days that it stands for, for people."""
        return f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars from `first` to `last` that are not empty; `step` is what one stands for, `peak` the highest."""

    step: str
    first: date
    last: date
    bars: tuple[Bar, ...]
    peak: Bar


def timeline(counted: Sequence[Counted], *, since: date | None, until: date | None) -> Timeline | None:
    """The bars of what is counted, in order of time; None for nothing. Chosen are those from `since` to `until`."""
    if not any(each.incidents for each in counted):
        return None
    first, last = counted[0].first, counted[-1].last
    days = (last - first).days + 1
    most = max(each.incidents for each in counted)
    bars = tuple(
        Bar(
            first=each.first,
            last=each.last,
            incidents=each.incidents,
            x=round(100 * (each.first - first).days / days, 3),
            width=round(100 * ((each.last - each.first).days + 1) / days, 3),
            height=round(max(100 * each.incidents / most, _LOWEST), 1),
            chosen=(since is None or each.last >= since) and (until is None or each.first <= until),
        )
        for each in counted
        if each.incidents
    )
    return Timeline(_step(counted), first, last, bars, max(bars, key=lambda bar: bar.incidents))


def _step(counted: Sequence[Counted]) -> str:
    longest = max((each.last - each.first).days + 1 for each in counted)
    return next((name for most, name in _STEPS if longest <= most), "year")
