"""A clause that reaches from its own date to now, as one time expression.

"Since it began in March 2011", and of what lasts "the war that began in March 2011".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.lexicon.grammar import word_class
from dateline.model.annotation import TimeExpression
from dateline.model.span import Span

CLAUSE = re.compile(r"\b[Ss]ince\s+(?=\w)[^.;:,\n]{3,120}$")
BEGUN = re.compile(r"\b(?P<what>\w+),?\s+(?P<clause>(?:that|which)\s+(?:first\s+)?(?P<verb>\w+)[^.;:,\n]{0,60})$")
DATED = frozenset({"year", "month", "day", "weekday", "season", "calendar", "deictic", "holiday", "ago"})
LONG_AGO = frozenset({"year", "month", "season", "ago"})  # for "that began": what began on Thursday is of Thursday


def widen_since(text: str, times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """The expressions, with a date that such a clause ends in widened to the whole clause and reaching to now."""
    return tuple(_widened(text, times, number) for number in range(len(times)))


def _widened(text: str, times: tuple[TimeExpression, ...], number: int) -> TimeExpression:
    time = times[number]
    floor = max(times[number - 1].span.end if number else 0, time.span.start - 140)
    start = next(_starts(text, floor, time), None) if time.rule in DATED else None
    if start is None:
        return time
    parts = (("of", time.rule), *time.parts)
    return replace(time, span=Span(start, time.span.end), rule="since", parts=parts, date=time.span)


def _starts(text: str, floor: int, time: TimeExpression) -> Iterator[int]:
    """Where a clause starts that leads up to the date."""
    end = time.span.start
    if (since := CLAUSE.search(text, floor, end)) is not None:
        yield since.start()
    begun = BEGUN.search(text, floor, end) if time.rule in LONG_AGO else None
    if begun is None:
        return
    if begun["what"].lower() in word_class("lasting") and begun["verb"].lower() in word_class("begun"):
        yield begun.start("clause")
