"""Which days a time expression means: closed intervals by the codebook's rules, None with no way to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.ground import when_dates as dates
from dateline.ground import when_relative as relative
from dateline.ground.when_calendar import Days
from dateline.ground.when_context import FUTURE, Context
from dateline.ground.when_feasts import named_holiday
from dateline.ground.when_portions import dated_length, portion
from dateline.ground.when_values import day_part, length, repeated
from dateline.model.annotation import TimeExpression
from dateline.model.grounded import When

Resolver = Callable[[Context], Days | None]

_RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {
        "iso": dates.one_day,
        "numeric": dates.one_day,
        "day": dates.one_day,
        "days": dates.several_days,
        "day_number": dates.day_number,
        "weekday": dates.weekday,
        "weekday_shift": relative.weekday_shift,
        "deictic": dates.deictic,
        "overnight": dates.overnight,
        "holiday": named_holiday,
        "month": dates.month,
        "year": dates.year,
        "years": dates.years,
        "decade": dates.decade,
        "century": dates.century,
        "season": dates.season,
        "quarter": dates.quarter,
        "half": dates.half,
        "calendar": dates.calendar_unit,
        "weekend": dates.weekend,
        "window": relative.past_or_coming,
        "recent": relative.recent,
        "ago": relative.ago,
        "shift": relative.shift,
        "same": relative.same,
        "consecutive": relative.consecutive,
        "duration": relative.duration,
        "present": relative.present,
        "clock": relative.clock,
    }
)
_DAY_RULES = frozenset(
    {"day", "weekday", "weekday_shift", "deictic", "overnight", "shift", "same", "clock", "iso", "numeric", "holiday"}
)
_LENGTHS = frozenset({"duration", "window", "consecutive", "dated_length"})
_REFERENCES: Mapping[str, str] = MappingProxyType(
    {"recent": "PAST_REF", "past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}
)


def resolve(
    expression: TimeExpression,
    published: date | None,
    *,
    tense: str = "past",
    anchor: date | When | None = None,
) -> When | None:
    """The days that `expression` means, both ends counted, or None where they cannot be known.

    `tense` is "past", "future" or "perfect" (past, and lengths of time reach up to publication: "has been besieged
    for two years"). `anchor` is the day last told of: "later in the day" and "two days later" need it, and it takes
    the place of the publication date for "yesterday", "overnight" and a clock time alone; see `last_told`. Without a
    publication date only what is absolute, or told from the anchor, is resolved.
    """
    try:
        days = _days(Context(expression, published, tense, _anchor_days(anchor)))
    except OverflowError:  # before year 1 or after 9999
        return None
    if days is None:
        return None
    value = timex_value(expression, published, days=days) or ""
    return When(days.start, days.end, expression.rule, value, expression.kind)


def timex_value(expression: TimeExpression, published: date | None, *, days: Days | None = None) -> str | None:
    """The TIMEX3 value, also of what is no interval ("P3D", "XXXX-WXX-5"); None where there is none.

    `days` are the resolved ones where they are known; else they are resolved for the past, told from publication.
    """
    rule = expression.rule
    if rule == "recent" and expression.part("unit") not in (None, "Y"):
        return length(expression)
    if rule in _REFERENCES:
        return _REFERENCES[rule]
    if rule == "set":
        return repeated(expression)
    if (rule in _LENGTHS and expression.part("how") != "of") or expression.part("event"):
        return length(expression)
    if days is None:
        when = resolve(expression, published, anchor=published)
        return when.value or None if when else None
    return days.value + (day_part(expression) if rule in _DAY_RULES and len(days.value) == 10 else "") or None


def _anchor_days(anchor: date | When | None) -> Days | None:
    if anchor is None:
        return None
    if isinstance(anchor, When):
        return Days(anchor.start, anchor.end, anchor.value)
    return Days(anchor, anchor, anchor.isoformat())


def _days(ctx: Context) -> Days | None:
    if ctx.expression.rule == "since":
        return _since(ctx)
    if ctx.expression.rule in _COMPOUND:
        return _COMPOUND[ctx.expression.rule](ctx)
    resolver = _RESOLVERS.get(ctx.expression.rule)
    return resolver(ctx) if resolver else None


def _portion(ctx: Context) -> Days | None:
    """The first three months of a year, the second half of a month: whole units of what follows, clipped as a whole."""
    if ctx.part("of.rule"):
        whole = _days(replace(_end(ctx, "of"), within=True))
    else:
        whole = dates.unit_days(ctx.published, ctx.part("unit") or "") if ctx.published else None
    found = portion(ctx, whole) if whole is not None else None
    return ctx.clipped(found) if found is not None else None


def _dated_length(ctx: Context) -> Days | None:
    """The week of 5 May, the week to Sunday."""
    day = _days(_end(ctx, "of"))
    return dated_length(ctx, day) if day is not None else None


def _since(ctx: Context) -> Days | None:
    """From the first day of what follows "since" to publication."""
    inner = replace(ctx.expression, rule=ctx.part("of") or "", parts=ctx.expression.parts[1:])
    first = _days(replace(ctx, expression=inner, tense="past"))
    if first is None or ctx.published is None or first.start > ctx.published:
        return None
    return Days(first.start, ctx.published, first.value)


def _range(ctx: Context) -> Days | None:
    """From the first day of one end to the last of the other; an end without a year takes it from its fellow."""
    near, far = ("from", "to") if ctx.tense == FUTURE else ("to", "from")
    first = _days(_end(ctx, near))
    if first is None:
        return None
    told_from = first.start if ctx.tense == FUTURE else first.end
    other = _days(replace(_end(ctx, far), published=told_from, within=True))
    if other is None:
        return None
    left, right = (first, other) if near == "from" else (other, first)
    if left.start > right.end:
        return None
    return Days(left.start, right.end, f"{left.value}/{right.value}")


def _end(ctx: Context, side: str) -> Context:
    prefix = f"{side}."
    parts = tuple((name.removeprefix(prefix), value) for name, value in ctx.expression.parts if name.startswith(prefix))
    return replace(ctx, expression=replace(ctx.expression, rule=dict(parts)["rule"], parts=parts[1:]))


_COMPOUND: Mapping[str, Resolver] = MappingProxyType(
    {"range": _range, "portion": _portion, "dated_length": _dated_length}
)
