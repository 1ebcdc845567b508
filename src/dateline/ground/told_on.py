"""The day that the words of an article without a publication date count from, where the text itself tells it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from dateline.ground.when import resolve
from dateline.model.annotation import Annotated, TimeExpression

BODY = re.compile(r"[.!?][\"'”’)]*\s*\n")  # the end of a paragraph: a date printed before any is that of the whole text
FEW = 31  # days; a stretch of no more names its year as well as a day does
PARAGRAPH = re.compile(r"\n\n")
DATELINE = re.compile(r"\s{0,3}[A-Z][^\n.]{1,60}?[,;]\s{1,3}$")  # "GENEVA, ", "Qamishli, Syria, "
ENDS = re.compile(r",?\s{0,2}(?:\([^()\n]{2,40}\)|[A-Z]{2,12})?\s{0,3}(?:[-–—]{1,2}|:)\s")  # " (AFP) - "
BEHIND = 3  # days that a dateline may lie before the publication date
NEAR = frozenset({"deictic", "overnight", "clock", "weekday"})  # rules that count from the day of writing
YEARLESS = frozenset({"day", "days", "month"})  # rules that take a missing year from a date told in full


class ToldOn:
    """Gives each time expression the day to count from.

    That is the publication date, but "today" and "Monday" of a report whose dateline is a few days older ("GENEVA,
    Dec 7 (AFP) -") count from that. Without a publication date, it is the date printed above the text, else that of a
    dateline in full. Other printed dates are those of a collection: each counts for its own paragraph. A day without a
    year takes the year from the nearest date told in full ("on 4 April and from 5 to 6 April 2016"), where all such
    dates are of one year.
    """

    def __init__(self, annotated: Annotated) -> None:
        self._published = annotated.article.published
        self._written = _dateline(annotated)
        self._printed: date | None = None  # for the whole text
        self._breaks: list[int] = []
        self._by_paragraph: dict[int, date] = {}
        self._full: list[tuple[int, date]] = []  # with where each ends, in text order
        if self._published is None:
            dates = dict(_dates(annotated))
            printed = [(time.span.start, day) for time, day in dates.items() if time.part("printed")]
            self._read_printed(annotated.article.text, printed)
            if len({day.year for day in dates.values()}) == 1:
                self._full = sorted((time.span.end, day) for time, day in dates.items() if not time.part("printed"))

    def _read_printed(self, text: str, printed: Sequence[tuple[int, date]]) -> None:
        if printed and len({day for _, day in printed}) == 1 and not BODY.search(text, 0, printed[0][0]):
            self._printed = printed[0][1]
        self._breaks = [match.start() for match in PARAGRAPH.finditer(text)] if printed else []
        for at, day in printed:
            self._by_paragraph.setdefault(bisect_right(self._breaks, at), day)

    def day(self, expression: TimeExpression) -> date | None:
        """The day that `expression` counts from, or None where nothing tells it."""
        if self._published is not None:
            return self._written if self._written is not None and expression.rule in NEAR else self._published
        paragraph = bisect_right(self._breaks, expression.span.start)
        counted = self._printed or self._by_paragraph.get(paragraph, self._written)
        if counted is not None or expression.rule not in YEARLESS or not self._full:
            return counted
        return self._nearest(expression.span.end)

    def _nearest(self, end: int) -> date:
        """The day told in full that stands nearest, of two as near the first."""
        at = bisect_left(self._full, (end,))
        return min(self._full[max(0, at - 1) : at + 1], key=lambda one: abs(one[0] - end))[1]


def _dateline(annotated: Annotated) -> date | None:
    """The day that the dateline names, where it lies at most `BEHIND` days before a publication date that is known."""
    published, text = annotated.article.published, annotated.article.text
    first = next(iter(annotated.times), None)
    if first is None or first.rule != "day":
        return None
    if not DATELINE.fullmatch(text, 0, first.span.start) or not ENDS.match(text, first.span.end):
        return None
    when = resolve(first, published)
    if when is None or (published is not None and not 0 <= (published - when.start).days <= BEHIND):
        return None
    return when.start


def _dates(annotated: Annotated) -> Iterator[tuple[TimeExpression, date]]:
    """The days, or stretches of a few, that need no publication date."""
    for time in annotated.times:
        when = resolve(time, None) if time.kind in {"DATE", "TIME"} else None
        if when is not None and (when.end - when.start).days < FEW:
            yield time, when.start
