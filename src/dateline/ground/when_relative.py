"""Rules for what is told from another day: ago, later, the past week, recently, since, ranges."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.ground.when_calendar import (
    Days,
    add_units,
    month_days,
    nearest_weekday,
    quarter_days,
    week_days,
    year_days,
)
from dateline.ground.when_context import FUTURE, PERFECT, VAGUE, VAGUE_DAYS, VAGUE_HIGH, VAGUE_LOW, Context, window
from dateline.ground.when_dates import single, unit_days

CLOCK = frozenset("SNH")  # units of less than a day
CALENDAR = frozenset("MQYEC")  # units of a month and more
_WIDTH = {unit: width for width, unit in enumerate("SNHDKWFMQYEC")}


def past_or_coming(ctx: Context) -> Days | None:
    """The past week: so many days ending on publication; the coming days: as many beginning with it.

    A speaker's "past 48 hours" end on the day on which he spoke.
    """
    day, toward = ctx.speaking_day, ctx.number("dir") or -1
    unit, wider = ctx.part("unit") or "", ctx.part("wider")
    if day is None:
        return None
    unit = max(unit, wider, key=_WIDTH.__getitem__) if wider else unit
    count = _count(ctx, unit, default=1 if toward < 0 else None)
    return None if count is None else Days(*window(day, *count, direction=toward))


def recent(ctx: Context) -> Days | None:
    """Vague recent time: 7, 28 or 90 days ending on publication; recent years are too vague."""
    day, unit, wider = ctx.published, ctx.part("unit") or "D", ctx.part("wider")
    unit = max(unit, wider, key=_WIDTH.__getitem__) if wider else unit
    length = VAGUE_DAYS.get("D" if _WIDTH[unit] < _WIDTH["D"] else unit)
    return Days(*window(day, length, "D"), "PAST_REF") if day and length else None


def ago(ctx: Context) -> Days | None:
    """So long before publication: the day for days and one week, else the whole week, month or year.

    With an anchor, a year before that quarter: sales are "up from 3 million a year ago".
    """
    return _moved(ctx, ctx.anchor or single(ctx.published), -1)


def shift(ctx: Context) -> Days | None:
    """So long before or after the days last told of; None where no such days are known.

    What "two days after the attack" tells is the day of the attack: two days before the one last told of, or before
    publication.
    """
    toward = ctx.number("shift") or 1
    if ctx.part("event") is None:
        return _moved(ctx, ctx.anchor, toward)
    if ctx.part("n") in (VAGUE, "0") or ((ctx.part("unit") or "D") in CLOCK and _short(ctx)):
        return None
    if toward > 0:
        return _moved(ctx, ctx.anchor or single(ctx.published), -1)
    return _moved(ctx, ctx.anchor, 1)


def _short(ctx: Context) -> bool:
    """Whether it is less than a day."""
    count = ctx.part("n") or VAGUE
    return count == VAGUE or ctx.part("unit") != "H" or float(count) < 24


def weekday_shift(ctx: Context) -> Days | None:
    """The following or the previous Friday: the first after the day last told of, or the last before it."""
    toward = ctx.number("shift") or 1
    if ctx.anchor is None:
        return None
    base = (ctx.anchor.end if toward > 0 else ctx.anchor.start) + timedelta(days=toward)
    return single(nearest_weekday(base, ctx.number("weekday") or 0, toward))


def same(ctx: Context) -> Days | None:
    """Later in the day, or that week: the unit that holds the days last told of."""
    anchor, unit = ctx.anchor, ctx.part("unit") or "D"
    if anchor is None or unit == "T":  # "since then"
        return anchor
    if unit in "SNHD":
        # A month last told of has no "later in the day"
        return single(anchor.end) if (anchor.end - anchor.start).days <= 1 else None
    return None if unit == "K" else ctx.clipped(unit_days(anchor.start, unit))


def consecutive(ctx: Context) -> Days | None:
    """For the fourth straight day: as many units, ending on publication."""
    count = ctx.number("n")
    return Days(*window(ctx.published, count, ctx.part("unit") or "D")) if ctx.published and count else None


def duration(ctx: Context) -> Days | None:
    """A length of time is no interval, but told in the perfect ("has gone on for two years") it ends on publication.

    So does an age ("the two-year-old war"), and a day or two told in hours ("killed in 24 hours"). What comes "in two
    weeks" or "within two weeks" counts from publication. "More than two years" and "almost two months" begin on the
    same day of the calendar, not the day after.
    """
    if ctx.published is None:
        return None
    unit = ctx.part("unit") or "D"
    if ctx.part("within") and ctx.tense == FUTURE:
        return _ahead(ctx, ctx.published, unit)
    if ctx.tense != PERFECT and ctx.part("old") is None and not _told_in_hours(ctx, unit):
        return None
    count = _count(ctx, unit, default=None)
    if count is None:
        return None
    if ctx.part("hedge") is not None and unit in CALENDAR and ctx.part("n") != VAGUE:
        return Days(add_units(ctx.published, -count[0], unit), ctx.published)
    return Days(*window(ctx.published, *count))


def _ahead(ctx: Context, day: date, unit: str) -> Days | None:
    written = ctx.part("n") or VAGUE
    if written == VAGUE:
        return Days(day, max(day, add_units(day, VAGUE_HIGH, unit)))
    if unit in CLOCK and _short(ctx):
        return Days(day, day)
    if ctx.part("within") == "within":
        return Days(*window(day, float(written), unit, direction=1))
    return _moved(ctx, single(day), 1)


def _told_in_hours(ctx: Context, unit: str) -> bool:
    count = ctx.part("n") or VAGUE
    return bool(ctx.part("within")) and unit == "H" and count != VAGUE and 24 <= float(count) <= 72


def present(ctx: Context) -> Days | None:
    """Now: the publication date."""
    return Days(ctx.published, ctx.published, "PRESENT_REF") if ctx.published else None


def clock(ctx: Context) -> Days | None:
    """A time of day alone: the day of speaking."""
    return single(ctx.speaking_day)


def _count(ctx: Context, unit: str, *, default: int | None) -> tuple[float, str] | None:
    """How many of which unit: vague numbers by the codebook's days, a missing number by `default` or as a vague one."""
    written = ctx.part("n") or (str(default) if default else VAGUE)
    if written != VAGUE:
        return float(written), unit
    days = VAGUE_DAYS.get(unit)
    return (days, "D") if days else None


def _moved(ctx: Context, base: Days | None, toward: int) -> Days | None:
    unit, written = ctx.part("unit") or "D", ctx.part("n") or VAGUE
    if base is None:
        return None
    origin = base.end if toward > 0 else base.start
    if ctx.part("calendar") and unit in "WFMQYEC":
        return unit_days(origin, unit, toward)
    if written == VAGUE:
        bounds = sorted(add_units(origin, toward * n, unit) for n in (VAGUE_LOW, VAGUE_HIGH))
        return Days(bounds[0], bounds[1], "PAST_REF" if toward < 0 else "FUTURE_REF")
    count = float(written)
    if unit == "Y" and (whole := _same_stretch(base, toward * round(count))) is not None:
        return whole
    return _around(add_units(origin, toward * count, unit), count, unit)


def _same_stretch(base: Days, years: int) -> Days | None:
    """The same month, quarter or year so many years away, where such a stretch was last told of; None for a day."""
    year, _, rest = base.value.partition("-")
    if not year.isdigit() or len(base.value) == len("2016-12-09"):
        return None
    if rest.startswith("Q"):
        return quarter_days(int(year) + years, int(rest[1:]))
    if rest.isdigit():
        return month_days(int(year) + years, int(rest))
    return year_days(int(year) + years) if not rest and len(year) == len("2016") else None


def _around(day: date, count: float, unit: str) -> Days | None:
    """The day, widened to what the words are exact about: weeks to a week, months and one year to a month."""
    if unit in ("W", "F") and count > 1:
        return week_days(day)
    if unit in ("M", "Q"):
        return month_days(day.year, day.month)
    if unit == "Y" and count <= 1:
        month = month_days(day.year, day.month)
        return Days(month.start, month.end, f"{day.year:04d}")
    if unit in ("Y", "E", "C"):
        return year_days(day.year)
    return single(day)
