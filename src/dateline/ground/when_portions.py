"""Parts of a stretch of time, and lengths of time with a date beside them."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.ground.when_calendar import Days, add_months, add_units, quarter_days, week_days
from dateline.ground.when_context import VAGUE, Context, window

_DAY = timedelta(days=1)


def portion(ctx: Context, whole: Days) -> Days | None:
    """The n units of `whole` that `which` counts off ("the first three months"), or its first or second half.

    None where `whole` does not hold them.
    """
    which, unit, count = ctx.number("which") or 0, ctx.part("part_unit") or "", ctx.part("n") or "1"
    if unit == "half":
        return _half(whole, which)
    if count == VAGUE or float(count) < 1 or which == 0:
        return None
    n = round(float(count))
    if which < 0:
        start, end = add_units(whole.end + _DAY, -n, unit), whole.end
    else:
        start = add_units(whole.start, (which - 1) * n, unit)
        end = min(add_units(start, n, unit) - _DAY, whole.end)
    return Days(start, end, _value(start, end, n, unit)) if whole.start <= start <= end else None


def _half(whole: Days, which: int) -> Days | None:
    if which not in (1, 2, -1):
        return None
    length = (whole.end - whole.start).days + 1
    if whole.start.day == 1 and length > 31:
        months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
        middle = add_months(whole.start, months // 2) - _DAY
    else:
        middle = whole.start + timedelta(days=(length - 1) // 2)
    name = f"{whole.value}-H{1 if which == 1 else 2}" if len(whole.value) == len("2016") else whole.value
    return Days(whole.start, middle, name) if which == 1 else Days(middle + _DAY, whole.end, name)


def _value(start: date, end: date, count: int, unit: str) -> str:
    if start == end:
        return start.isoformat()
    if unit == "M" and count == 3 and start.month % 3 == 1:
        return quarter_days(start.year, (start.month + 2) // 3).value
    if (unit, count) in {("M", 6), ("Q", 2)} and start.month in {1, 7}:
        return f"{start.year:04d}-H{1 if start.month == 1 else 2}"
    if unit == "M" and count == 1:
        return f"{start.year:04d}-{start.month:02d}"
    return week_days(start).value if unit == "W" and count == 1 else f"P{count}{unit}"


def dated_length(ctx: Context, day: Days) -> Days | None:
    """The week of a day, Monday to Sunday; so long up to a day, or from it on."""
    unit, count, how = ctx.part("unit") or "W", ctx.part("n") or "1", ctx.part("how")
    if count == VAGUE:
        return None
    if how == "of":
        return week_days(day.start)
    forward = how == "from"
    return Days(*window(day.start if forward else day.end, float(count), unit, direction=1 if forward else -1))
