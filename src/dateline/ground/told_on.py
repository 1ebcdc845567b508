"""The day that the words of an article without a publication date count from, where the text itself tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from dateline.ground.when import resolve
from dateline.model.annotation import Annotated, TimeExpression

BODY = re.compile(r"[.!?][\"'”’)]*\s*\n")  # the end of a paragraph: a date printed before any is that of the whole text
FEW = 31  # days; a stretch of no more names its year as well as a day does
DATELINE = re.compile(r"\s{0,3}[A-Z][^\n.]{1,60}?[,;]\s{1,3}$")  # "GENEVA, ", "Qamishli, Syria, "
ENDS = re.compile(r",?\s{0,2}(?:\([^()\n]{2,40}\)|[A-Z]{2,12})?\s{0,3}(?:[-–—]{1,2}|:)\s")  # " (AFP) - "
BEHIND = 3  # days that a dateline may lie before the publication date
NEAR = frozenset({"deictic", "overnight", "clock", "weekday"})  # rules that count from the day of writing
YEARLESS = frozenset({"day", "days", "month"})  # rules that take a missing year from a date told in full


class ToldOn:
    """Gives each time expression the day to count from.

    That is the publication date, but "today" and "Monday" of a report whose dateline is a few days older ("GENEVA,
    Dec 7 (AFP) -") count from that. Without a publication date, it is the date printed above the text. Other printed
    dates are those of a collection: each counts for its own paragraph. A day without a year takes the year from the
    nearest date told in full ("on 4 April and from 5 to 6 April 2016"), where all such dates are of one year.
    """

    def __init__(self, annotated: Annotated) -> None:
        self._text = annotated.article.text
        self._published = annotated.article.published
        self._printed: Mapping[int, date] = {}
        self._full: Mapping[int, date] = {}
        self._written = _dateline(annotated) if self._published is not None else None
        if self._published is None:
            dates = dict(_dates(annotated))
            self._printed = {time.span.start: day for time, day in dates.items() if time.part("printed")}
            if len({day.year for day in dates.values()}) == 1:
                self._full = {time.span.end: day for time, day in dates.items() if not time.part("printed")}

    def day(self, expression: TimeExpression) -> date | None:
        """The day that `expression` counts from, or None where nothing tells it."""
        if self._published is not None:
            return self._written if self._written is not None and expression.rule in NEAR else self._published
        printed = self._printed_for(expression.span.start)
        if printed is not None or expression.rule not in YEARLESS or not self._full:
            return printed
        nearest = min(self._full, key=lambda end: abs(end - expression.span.end))
        return self._full[nearest]

    def _printed_for(self, position: int) -> date | None:
        first = min(self._printed, default=None)
        if first is not None and len(set(self._printed.values())) == 1 and not BODY.search(self._text, 0, first):
            return self._printed[first]
        start = self._text.rfind("\n\n", 0, position) + 1
        stop = self._text.find("\n\n", position)
        end = len(self._text) if stop < 0 else stop
        return next((day for at, day in self._printed.items() if start <= at < end), None)


def _dateline(annotated: Annotated) -> date | None:
    """The day that the dateline names, where it lies at most `BEHIND` days before the publication date."""
    published, text = annotated.article.published, annotated.article.text
    first = next(iter(annotated.times), None)
    if first is None or published is None or first.rule != "day":
        return None
    if not DATELINE.fullmatch(text, 0, first.span.start) or not ENDS.match(text, first.span.end):
        return None
    when = resolve(first, published)
    return when.start if when is not None and 0 <= (published - when.start).days <= BEHIND else None


def _dates(annotated: Annotated) -> Iterator[tuple[TimeExpression, date]]:
    """The days, or stretches of a few, that need no publication date."""
    for time in annotated.times:
        when = resolve(time, None) if time.kind in {"DATE", "TIME"} else None
        if when is not None and (when.end - when.start).days < FEW:
            yield time, when.start
