"""Arithmetic on days: months, weeks, seasons, holidays. Everything that leaves the calendar raises OverflowError."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS_IN = {"D": 1, "W": 7, "F": 14, "K": 7}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_HOURS_IN = {"H": 1.0, "N": 1 / 60, "S": 1 / 3600}


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days with the TIMEX3 value of the words that gave it."""

    start: date
    end: date
    value: str = ""


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none such (31 February)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier where negative), or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    _check_year(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_units(day: date, count: float, unit: str) -> date:
    """`day` moved by `count` units (the letters of `lexicon/times.yaml`); hours round to whole days."""
    if unit in _MONTHS_IN:
        months = count * _MONTHS_IN[unit]
        _check_year(int(day.year + months / 12))
        return add_months(day, round(months))
    days = count * _HOURS_IN[unit] / 24 if unit in _HOURS_IN else count * _DAYS_IN[unit]
    return day + timedelta(days=round(days))


def year_days(year: int, years: int = 1) -> Days:
    """The days of `years` years from `year` on; the value is the year, or its first digits ("199", "20")."""
    _check_year(year)
    _check_year(year + years - 1)
    value = {1: f"{year:04d}", 10: f"{year:04d}"[:3], 100: f"{year:04d}"[:2]}.get(years, "")
    return Days(date(year, 1, 1), date(year + years - 1, 12, 31), value)


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The days of `months` months from that one on; the value is the first month."""
    _check_year(year)
    first = date(year, month, 1)
    last = add_months(first, months - 1)
    return Days(first, last.replace(day=monthrange(last.year, last.month)[1]), f"{year:04d}-{month:02d}")


def week_days(day: date) -> Days:
    """Monday to Sunday of the week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return Days(monday, monday + timedelta(days=6), f"{year:04d}-W{week:02d}")


def weekend_days(saturday: date) -> Days:
    """That Saturday and its Sunday."""
    return Days(saturday, saturday + timedelta(days=1), f"{week_days(saturday).value}-WE")


def quarter_days(year: int, quarter: int) -> Days:
    """The days of a quarter of a calendar year, 1 to 4."""
    days = month_days(year, quarter * 3 - 2, 3)
    return Days(days.start, days.end, f"{year:04d}-Q{quarter}")


def season_days(year: int, season: str) -> Days:
    """The three months of a season (SP, SU, FA, WI); winter belongs to the year that it begins in."""
    days = month_days(year, SEASONS[season], 3)
    return Days(days.start, days.end, f"{year:04d}-{season}")


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday on or before `day` (direction -1) or on or after it (1)."""
    away = (day.weekday() - weekday) % 7 if direction < 0 else (weekday - day.weekday()) % 7
    return day + timedelta(days=direction * away)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, offset = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, remainder = divmod(rest, 4)
    sunday = (32 + 2 * offset + 2 * quarter - moon - remainder) % 7
    correction = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def julian_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, by Meeus's Julian algorithm; the days between the calendars are added."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _check_year(year: int) -> None:
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"the year {year} lies outside the calendar")
