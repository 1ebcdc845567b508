"""As in "Since it began in March 2011": a clause that reaches from its own date to now, as one time expression."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.annotation import TimeExpression
from dateline.model.span import Span

CLAUSE = re.compile(r"\b[Ss]ince\s+(?=\w)[^.;:,\n]{3,120}$")
DATED = frozenset({"year", "month", "day", "weekday", "season", "calendar", "deictic", "holiday", "ago"})


def widen_since(text: str, times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """The expressions, with a date that a "since" clause ends in widened to the whole clause and reaching to now."""
    return tuple(_widened(text, times, number) for number in range(len(times)))


def _widened(text: str, times: tuple[TimeExpression, ...], number: int) -> TimeExpression:
    time = times[number]
    floor = max(times[number - 1].span.end if number else 0, time.span.start - 140)
    found = CLAUSE.search(text, floor, time.span.start) if time.rule in DATED else None
    if found is None:
        return time
    parts = (("of", time.rule), *time.parts)
    return replace(time, span=Span(found.start(), time.span.end), rule="since", parts=parts, date=time.span)
