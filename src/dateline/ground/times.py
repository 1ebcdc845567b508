"""The time expressions of one article resolved in text order, each from the right anchor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.ground.telling import Telling
from dateline.ground.told_on import ToldOn
from dateline.ground.when import anchored, resolve
from dateline.ground.when_tense import told_tense
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.grounded import When
from dateline.model.issue import Issue
from dateline.model.span import Span

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
        day = telling.day_of(expression.span) if expression.rule in SPOKEN else None
        when = _resolved(annotated, expression, told.day(expression), day) if day is not None else None
        if when is not None:
            found[expression.span] = when
    return found


def _in_order(annotated: Annotated, told: ToldOn) -> dict[Span, When]:
    """Each expression resolved from the publication date, or where it points back from the last day told of."""
    found: dict[Span, When] = {}
    day: When | None = None
    for expression in annotated.times:
        published = told.day(expression)
        when = _resolved(annotated, expression, published, day if anchored(expression) else None)
        if when is None and anchored(expression) and published is not None and expression.part("event") is None:
            when = _not_ahead(resolve(expression, published, anchor=published), published)
        if when is None:
            continue
        found[expression.span] = when
        if (inner := _inside(expression, published)) is not None:
            found[inner[0]] = inner[1]
        if (when.end - when.start).days <= 1 and expression.part("event") is None:
            day = when
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
    return resolve(expression, published, tense=tense, anchor=anchor)


def unresolved(annotated: Annotated, resolved: Mapping[Span, When]) -> list[Issue]:
    """An issue for each expression that names days but could not be resolved, with the reason."""
    published = annotated.article.published
    remedy = None if published else "Give the publication date, e.g. --published 2016-12-09."
    reason = "the days cannot be told" if published else "the article has no publication date to count from"
    return [
        Issue("ground", f"time not resolved: {reason}", annotated.article.origin, expression.span, remedy)
        for expression in annotated.times
        if expression.span not in resolved and _names_days(expression)
    ]


def _names_days(expression: TimeExpression) -> bool:
    return expression.kind == "DATE" and expression.rule not in {"present", "past", "future"}


def is_historical(when: When | None, published: date | None) -> bool:
    """Whether it was over more than a year before publication."""
    return when is not None and published is not None and (published - when.end).days > 365
