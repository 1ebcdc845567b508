"""What was known of an incident's numbers on each day that brought news of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.report import Json
from dateline.reconcile.agreement import Told, ranges


@dataclass(frozen=True, slots=True)
class Known:
    """One measure as it stood at the end of a day: the best interval, how many origins, whether they disagreed."""

    day: date
    measure: str
    low: float | None
    high: float | None
    origins: int
    disagree: bool

    def to_json(self) -> Json:
        """All fields; the day as ISO 8601."""
        return {
            "day": self.day.isoformat(),
            "measure": self.measure,
            "low": self.low,
            "high": self.high,
            "origins": self.origins,
            "disagree": self.disagree,
        }


def history(told: Sequence[Told]) -> tuple[Known, ...]:
    """One entry for each day and measure on which what was known changed; articles without a date are left out."""
    days = sorted({one.published for one in told if one.published})
    found: list[Known] = []
    last: dict[str, tuple[float | None, float | None, int, bool]] = {}
    for day in days:
        for figure in ranges(one for one in told if one.published and one.published <= day):
            state = (figure.best_low, figure.best_high, len(figure.positions), figure.disagree)
            if last.get(figure.measure) != state:
                last[figure.measure] = state
                found.append(Known(day, figure.measure, *state))
    return tuple(found)
