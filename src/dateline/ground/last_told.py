"""The days last told of in an article: what "the same day", "two days later" and "that year" point back to."""

from __future__ import annotations

from dateline.model.annotation import TimeExpression
from dateline.model.grounded import When

# Rules whose days are a place on the calendar; a window or "now" is nothing to count from
POINTS = frozenset(
    {
        "iso", "numeric", "day", "days", "weekday", "weekday_shift", "deictic", "overnight", "holiday", "range",
        "month", "year", "season", "quarter", "half", "calendar", "weekend", "ago", "shift", "same", "clock",
        "day_number",
    }
)  # fmt: skip
POINTING = frozenset({"shift", "same", "weekday_shift"})
# The longest that may have been told of, in days beyond the first, by the unit that is counted; T is any ("since then")
REACH = {"W": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "E": 3653, "C": 36525, "T": 3653}
NIGHT = 1  # a day, or a night that has two


def anchored(expression: TimeExpression) -> bool:
    """Whether the expression only points to the days last told of: "the same day", "two days later"."""
    if expression.rule == "since":
        return expression.part("of") in POINTING
    return expression.rule in POINTING


class LastTold:
    """Keeps the days told of so far; asked for what an expression counts from."""

    def __init__(self) -> None:
        self._told: dict[int, When] = {}  # the last one of each length
        self._quarter: When | None = None

    def note(self, expression: TimeExpression, when: When) -> None:
        """Takes in what was just told; what is dated by an event that follows ("a day after the raid") is not."""
        compared = self._quarter is not None and expression.rule in {"ago", "shift"} and _one_year(expression)
        if expression.rule in POINTS and expression.part("event") is None and not compared:
            length = (when.end - when.start).days
            # A day takes the place of the month last told of: it is what "that month" means now
            self._told = {each: days for each, days in self._told.items() if each < length} | {length: when}
            if "-Q" in when.value:
                self._quarter = when
            elif expression.rule in {"month", "year"}:
                self._quarter = None

    def anchor(self, expression: TimeExpression) -> When | None:
        """The last days told of that are short enough for the unit counted; None where there are none."""
        if expression.rule in {"ago", "shift"} and self._quarter and _one_year(expression):
            return self._quarter
        if not anchored(expression):
            return None
        reach = REACH.get(expression.part("unit") or "D", NIGHT)
        return self._within(reach)

    def _within(self, reach: int) -> When | None:
        fitting = [length for length in self._told if length <= reach]
        return self._told[max(fitting)] if fitting else None


def _one_year(expression: TimeExpression) -> bool:
    """Whether "a year ago" is told: beside a quarter's figures it is the same quarter of the year before."""
    return (expression.part("n"), expression.part("unit")) == ("1", "Y")
