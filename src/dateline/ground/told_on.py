"""The day that the words of an article without a publication date count from, where the text itself tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from dateline.ground.when import resolve
from dateline.model.annotation import Annotated, TimeExpression

BODY = re.compile(r"[.!?][\"'”’)]*\s*\n")  # the end of a paragraph: a date printed before any is that of the whole text
FEW = 31  # days; a stretch of no more names its year as well as a day does
YEARLESS = frozenset({"day", "days", "month"})  # rules that take a missing year from a date told in full


class ToldOn:
    """Gives each time expression the day to count from.

    That is the publication date; without one, the date printed above the text. Other printed dates are those of a
    collection: each counts for its own paragraph. A day without a year takes the year from the nearest date told
    in full ("on 4 April and from 5 to 6 April 2016"), where all such dates are of one year.
    """

    def __init__(self, annotated: Annotated) -> None:
        self._text = annotated.article.text
        self._published = annotated.article.published
        self._printed: Mapping[int, date] = {}
        self._full: Mapping[int, date] = {}
        if self._published is None:
            dates = dict(_dates(annotated))
            self._printed = {time.span.start: day for time, day in dates.items() if time.part("printed")}
            if len({day.year for day in dates.values()}) == 1:
                self._full = {time.span.end: day for time, day in dates.items() if not time.part("printed")}

    def day(self, expression: TimeExpression) -> date | None:
        """The day that `expression` counts from, or None where nothing tells it."""
        if self._published is not None:
            return self._published
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


def _dates(annotated: Annotated) -> Iterator[tuple[TimeExpression, date]]:
    """The days, or stretches of a few, that need no publication date."""
    for time in annotated.times:
        when = resolve(time, None) if time.kind in {"DATE", "TIME"} else None
        if when is not None and (when.end - when.start).days < FEW:
            yield time, when.start
