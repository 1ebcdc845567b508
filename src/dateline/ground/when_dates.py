"""Rules for what the calendar names: days, weekdays, months, years, seasons, weekends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.ground.when_calendar import (
    Days,
    add_months,
    day_of,
    month_days,
    nearest_weekday,
    quarter_days,
    season_days,
    week_days,
    weekend_days,
    year_days,
)
from dateline.ground.when_context import FUTURE, Context, full_year, with_edge, years_around

# Days: the far side of a year, and the near side that takes its place
FAR, NEAR = 270, 96
REPORTED = 62  # days after a quarter within which it is reported on


def single(day: date | None) -> Days | None:
    """That one day as an interval."""
    return Days(day, day, day.isoformat()) if day else None


def one_day(ctx: Context) -> Days | None:
    """A day of a month: of the year named, else of the nearest year behind or ahead."""
    month, number = ctx.number("month"), ctx.number("day")
    if month is None or number is None:
        return None
    year, toward = ctx.part("year"), ctx.number("yeardir")
    if year and ctx.part("ambiguous"):
        return _day_first(ctx, full_year(year), month, number)
    if year:
        return single(day_of(full_year(year), month, number))
    if toward is not None:
        return single(day_of(ctx.published.year + toward, month, number)) if ctx.published else None
    days = [day for each in years_around(ctx.published) if (day := day_of(each, month, number))]
    weekday_ = ctx.number("weekday")
    near = [
        day for day in days if ctx.published and day.weekday() == weekday_ and abs((day - ctx.published).days) < 366
    ]
    if near and ctx.published:
        # "Monday 19 December" names its year by itself
        published = ctx.published
        return single(min(near, key=lambda day: abs((day - published).days)))
    return _near(list(map(single, days)), ctx)


def _day_first(ctx: Context, year: int, month: int, day: int) -> Days | None:
    """A date in figures, day before month; month before day where only that was over on the day of publication."""
    first, other = day_of(year, month, day), day_of(year, day, month)
    ahead = ctx.published is not None and first is not None and first > ctx.published and ctx.tense != FUTURE
    return single(other if ahead and ctx.published and other and other <= ctx.published else first)


def day_number(ctx: Context) -> Days | None:
    """A day without its month ("on the 12th", "Tuesday the 5th"): the nearest such day behind or ahead."""
    published, number, toward = ctx.published, ctx.number("day") or 0, ctx.number("monthdir")
    if published is None:
        return None
    months = [add_months(published.replace(day=1), away) for away in ([toward] if toward is not None else range(-8, 9))]
    days = [day for first in months if (day := day_of(first.year, first.month, number))]
    weekday_ = ctx.number("weekday")
    found = [single(day) for day in days if weekday_ is None or day.weekday() == weekday_]
    return found[0] if toward is not None and found else ctx.nearest(found)


def _near(found: Sequence[Days | None], ctx: Context) -> Days | None:
    """The nearest behind or ahead; the other way where that is far off and the other near.

    Nobody writes "7 December" without its year in October when the one ten months ago is meant.
    """
    told, other = ctx.nearest(found), ctx.nearest(found, backward=True)
    if ctx.within:
        return told
    return other if told and other and ctx.distance(told) > FAR and ctx.distance(other) < NEAR else told


def several_days(ctx: Context) -> Days | None:
    """The first to the last of some days of one month."""
    first, last = one_day(ctx), ctx.number("last")
    end = day_of(first.start.year, first.start.month, last) if first and last else None
    if first is None or end is None or end < first.start:
        return None
    return Days(first.start, end, f"{first.value}/{end.isoformat()}")


def weekday(ctx: Context) -> Days | None:
    """The nearest such day: on or before publication for the past, on or after it for the future."""
    published, number = ctx.published, ctx.number("weekday")
    if published is None or number is None:
        return None
    week, pointer = ctx.number("weekdir"), ctx.number("dir")
    if week is not None or pointer == 0:
        return single(week_days(published).start + timedelta(days=number + 7 * (week or 0)))
    if pointer is not None:
        return single(nearest_weekday(published + timedelta(days=pointer), number, pointer))
    return single(nearest_weekday(published, number, ctx.direction))


def deictic(ctx: Context) -> Days | None:
    """Today, yesterday, tonight: counted from the day of speaking."""
    base = ctx.speaking_day
    return single(base + timedelta(days=ctx.number("dir") or 0)) if base else None


def overnight(ctx: Context) -> Days | None:
    """The night that ended on the morning of the day it is told of: both days."""
    told = weekday(ctx) if ctx.part("weekday") else single(ctx.speaking_day)
    if told is None:
        return None
    before = told.end - timedelta(days=1)
    return Days(before, told.end, before.isoformat())


def month(ctx: Context) -> Days | None:
    """All days of a month up to publication; without a year the nearest one behind or ahead."""
    number, year = ctx.number("month") or 0, ctx.part("year")
    toward, years = ctx.number("dir"), ctx.number("yeardir")
    published = ctx.published
    days: Days | None
    if year:
        days = month_days(full_year(year), number)
    elif published is None:
        return None
    elif years is not None or toward == 0:
        days = month_days(published.year + (years or 0), number)
    elif toward is not None:
        this = month_days(published.year, published.month)
        away = (number - published.month) % 12 or 12 if toward > 0 else -((published.month - number) % 12 or 12)
        start = add_months(this.start, away)
        days = month_days(start.year, start.month)
    else:
        days = _near([month_days(each, number) for each in years_around(published)], ctx)
    return _edged(ctx, days)


def year(ctx: Context) -> Days | None:
    """All days of a year up to publication."""
    return _edged(ctx, year_days(full_year(ctx.part("year") or "")))


def years(ctx: Context) -> Days | None:
    """From one year to another: "2014-15", "2012-2014"."""
    first, last = int(ctx.part("year") or 0), ctx.part("last") or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end <= first:
        return None
    return ctx.clipped(Days(year_days(first).start, year_days(end).end, f"{first:04d}/{end:04d}"))


def decade(ctx: Context) -> Days | None:
    """Ten years: "the 1990s", "the '90s", "the nineties"."""
    digits = (ctx.part("decade") or "").strip("'’‘s")
    return _edged(ctx, year_days(full_year(digits), 10))


def century(ctx: Context) -> Days | None:
    """A hundred years, the first of them 1 after a round number; the value is the hundreds ("19" for the 20th)."""
    number = ctx.number("ordinal") or 0
    if number < 1:
        return None
    days = year_days(number * 100 - 99, 100)
    return _edged(ctx, replace(days, value=f"{number - 1:02d}"))


def season(ctx: Context) -> Days | None:
    """Three months; "last summer" is over, "this summer" is this year's, "next summer" has not begun."""
    name, year_, toward = ctx.part("season") or "", ctx.part("year"), ctx.number("dir")
    published = ctx.published
    if year_:
        return _edged(ctx, season_days(int(year_), name))
    if published is None:
        return None
    nearby = [season_days(each, name) for each in years_around(published, 2) if each < 9999]
    away = 0 if toward == 0 else ctx.number("yeardir")
    if away is not None:
        return _edged(ctx, season_days(published.year + away, name))
    if toward is None:
        return _edged(ctx, ctx.nearest(nearby))
    if toward < 0:
        return _edged(ctx, max((d for d in nearby if d.end < published), key=lambda d: d.end, default=None))
    return _edged(ctx, min((d for d in nearby if d.start > published), key=lambda d: d.start, default=None))


def quarter(ctx: Context) -> Days | None:
    """A quarter of a year; without a year the nearest one behind or ahead."""
    number, year_, toward = ctx.number("quarter") or 0, ctx.part("year"), ctx.number("yeardir")
    if not 1 <= number <= 4:
        return None
    if year_:
        return ctx.clipped(quarter_days(full_year(year_), number))
    if toward is not None:
        return ctx.clipped(quarter_days(ctx.published.year + toward, number)) if ctx.published else None
    nearby = [quarter_days(each, number) for each in years_around(ctx.published, 1)]
    found = _just_over(ctx, nearby) or ctx.nearest(nearby)
    return ctx.clipped(found) if found else None


def _just_over(ctx: Context, quarters: Sequence[Days]) -> Days | None:
    """The quarter that ended lately: its figures are still to come ("will report on the third quarter")."""
    day = ctx.published
    if day is None or ctx.tense != FUTURE:
        return None
    return next((days for days in quarters if 0 < (day - days.end).days <= REPORTED), None)


def half(ctx: Context) -> Days | None:
    """The first or the second half of a year; of this year where none is named."""
    number, year_, toward = ctx.number("half") or 0, ctx.part("year"), ctx.number("yeardir")
    if number not in (1, 2) or not (year_ or ctx.published):
        return None
    whole = full_year(year_) if year_ else (ctx.published.year if ctx.published else 0) + (toward or 0)
    days = month_days(whole, number * 6 - 5, 6)
    return ctx.clipped(replace(days, value=f"{whole:04d}-H{number}"))


def calendar_unit(ctx: Context) -> Days | None:
    """Last, this or next week, month, quarter, year, decade, century or weekend, or an edge of it."""
    published, unit, toward = ctx.published, ctx.part("unit") or "", ctx.number("dir") or 0
    if published is None:
        return None
    if unit == "K":
        return weekend(ctx)
    days, edge = unit_days(published, unit, toward), ctx.part("edge")
    if toward == 0 and edge in ("earlier", "later"):
        return replace(days, end=published) if edge == "earlier" else replace(days, start=published)
    if edge == "later":
        edge = "late"
    return _edged(ctx, days) if edge not in ("early", "mid", "late") else with_edge(days, edge)


def unit_days(day: date, unit: str, offset: int = 0) -> Days:
    """The whole week, month, quarter, year, decade or century that holds `day`, or one `offset` of them later."""
    if unit in ("W", "F"):
        return week_days(day + timedelta(weeks=offset * (2 if unit == "F" else 1)))
    if unit == "M":
        start = add_months(day.replace(day=1), offset)
        return month_days(start.year, start.month)
    if unit == "Q":
        start = add_months(day.replace(day=1), 3 * offset)
        return quarter_days(start.year, (start.month + 2) // 3)
    size = {"Y": 1, "E": 10, "C": 100}[unit]
    first = (day.year - (1 if size == 100 else 0)) // size * size + (1 if size == 100 else 0)
    return year_days(first + offset * size, size)


def weekend(ctx: Context) -> Days | None:
    """The weekend of publication, else the one behind (ahead for the future); "last" and "next" are others."""
    published, toward = ctx.published, ctx.number("dir")
    if published is None:
        return None
    in_it = published.weekday() >= 5
    behind = nearest_weekday(published, 5, -1)
    ahead = behind if in_it else nearest_weekday(published, 5, 1)
    if toward == -1 and in_it:
        return weekend_days(behind - timedelta(weeks=1))
    if toward == 1:
        return weekend_days(ahead + timedelta(weeks=1 if in_it else 0))
    return ctx.clipped(weekend_days(ahead if ctx.tense == FUTURE else behind))


def _edged(ctx: Context, days: Days | None) -> Days | None:
    """The named edge of the days; only whole ones are clipped to the publication date."""
    if days is None:
        return None
    edge = ctx.part("edge")
    return ctx.clipped(days) if edge is None else ctx.clipped(with_edge(days, edge))
