"""The time expressions of one article resolved in text order, each from the right anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dateline.ground.last_told import POINTING, LastTold
from dateline.ground.telling import Telling
from dateline.ground.told_on import ToldOn
from dateline.ground.when import resolve, timex_value
from dateline.ground.when_calendar import day_of
from dateline.ground.when_context import FUTURE
from dateline.ground.when_tense import told_tense
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.grounded import When
from dateline.model.issue import Issue
from dateline.model.span import Span

LEAP_YEAR = 2016  # has every day that a year can have
REMEDY = "Give the publication date, e.g. --published 2016-12-09."
LATE = "a date told as past lies after the publication date"
SPOKEN = frozenset({"deictic", "overnight"})  # rules whose days depend on when the words were said


def resolve_times(annotated: Annotated) -> dict[Span, When]:
    """The days of each time expression by its span; those that cannot be known are missing.

    "Later in the day" and "two days later" count from the last single day told of before them; a speaker's
    "yesterday" and "overnight" from the day on which he spoke, where the text tells it.
    """
    told = ToldOn(annotated)
    found = _in_order(annotated, told)
    telling = Telling(annotated, found)
    for expression in annotated.times:
        day = telling.day_of(expression.span) if _is_spoken(expression) else None
        when = _resolved(annotated, expression, told.day(expression), day) if day is not None else None
        if when is not None:
            found[expression.span] = when
    return found


def _is_spoken(time: TimeExpression) -> bool:
    """Whether the days depend on when the words were said; the codebook lets "the past week" end on publication."""
    return time.rule in SPOKEN or (time.rule == "window" and time.part("unit") == "H")


def _in_order(annotated: Annotated, told: ToldOn) -> dict[Span, When]:
    """Each expression resolved from the publication date, or where it points back from the last day told of."""
    found: dict[Span, When] = {}
    last = LastTold()
    for expression in annotated.times:
        published = told.day(expression)
        when = _resolved(annotated, expression, published, last.anchor(expression))
        if when is None and expression.rule in POINTING and published and expression.part("event") is None:
            when = _not_ahead(resolve(expression, published, anchor=published), published)
        if when is None:
            continue
        found[expression.span] = when
        if (inner := _inside(expression, published)) is not None:
            found[inner[0]] = inner[1]
        last.note(expression, when)
    return found


def _not_ahead(when: When | None, published: date) -> When | None:
    """The days, unless they only lie ahead because "two days later" found no day to count from."""
    return when if when is None or when.start <= published else None


def _inside(expression: TimeExpression, published: date | None) -> tuple[Span, When] | None:
    """The date inside a "since" with its own days: what happened on it did not last till now."""
    alone = expression.inside()
    when = resolve(alone, published) if alone is not None else None
    return None if alone is None or when is None else (alone.span, when)


def _resolved(
    annotated: Annotated, expression: TimeExpression, published: date | None, anchor: When | None
) -> When | None:
    tense = told_tense(annotated.article.text, expression.span)
    if expression.rule == "season" and expression.part("edge") == "later":
        tense = FUTURE
    return resolve(expression, published, tense=tense, anchor=anchor)


def valued(annotated: Annotated, resolved: Mapping[Span, When]) -> tuple[tuple[TimeExpression, When | None], ...]:
    """Each expression with its days; one without days keeps the TIMEX3 value that its words alone give ("P3D")."""
    return tuple(
        (time, when) if (when := resolved.get(time.span)) else (replace(time, value=timex_value(time, None)), None)
        for time in annotated.times
    )


def unresolved(annotated: Annotated, resolved: Mapping[Span, When]) -> list[Issue]:
    """An issue for each expression that names days but could not be resolved, with the reason.

    Also for a date in full that is told as past and lies after the publication date: one of the two is wrong. Both are
    kept as they are written.
    """
    published, origin, text = annotated.article.published, annotated.article.origin, annotated.article.text
    issues = []
    for time in annotated.times:
        when = resolved.get(time.span)
        if when is None and _names_days(time):
            reason, remedy = _why(time, published)
            issues.append(Issue("ground", f"time not resolved: {reason}", origin, time.span, remedy))
        elif when is not None and published is not None and _too_late(text, time, when, published):
            issues.append(Issue("ground", LATE, origin, time.span, "Check both dates."))
    return issues


def _why(time: TimeExpression, published: date | None) -> tuple[str, str | None]:
    """Why the days cannot be known, and what can be done about it."""
    day, month = (int(time.part(name) or 1) for name in ("day", "month"))
    if time.part("year") is not None or day_of(LEAP_YEAR, month, day) is None:
        return "the calendar has no such day", None
    if published is None:
        return "the article has no publication date to count from", REMEDY
    return "the days cannot be told", None


def _too_late(text: str, time: TimeExpression, when: When, published: date) -> bool:
    dated = time.part("year") is not None and time.rule in {"day", "iso", "numeric", "month"}
    return dated and when.start > published and told_tense(text, time.span) != FUTURE


def _names_days(expression: TimeExpression) -> bool:
    return expression.kind == "DATE" and expression.rule not in {"present", "past", "future"}


def is_historical(when: When | None, published: date | None) -> bool:
    """Whether it was over more than a year before publication."""
    return when is not None and published is not None and (published - when.end).days > 365
