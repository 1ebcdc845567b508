"""Holidays that fix a date: of the civil, the church and the Islamic year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, date, timedelta
from types import MappingProxyType

from dateline.ground.when_calendar import Days, day_of, easter, julian_easter, nearest_weekday
from dateline.ground.when_context import Context, full_year, years_around

_FIXED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "new year": (1, 1),
        "orthodox christmas": (1, 7),
        "valentine": (2, 14),
        "women's day": (3, 8),
        "may day": (5, 1),
        "halloween": (10, 31),
        "armistice day": (11, 11),
        "christmas": (12, 25),
        "boxing day": (12, 26),
    }
)
# Days from Easter Sunday
_MOVABLE: Mapping[str, int] = MappingProxyType(
    {"ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter": 0, "pentecost": 49}
)
# Month, first day and number of days in the Islamic year
_ISLAMIC: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {"ashura": (1, 10, 1), "ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 3), "eid al-adha": (12, 10, 4)}
)
_EIDS = ("eid al-fitr", "eid al-adha")
_YEAR_ONE = 227_014  # the proleptic Gregorian ordinal of 1 Muharram 1, by the astronomers' count


def named_holiday(ctx: Context) -> Days | None:
    """The nearest such holiday, or its eve."""
    name = f"{ctx.part('rite') or ''} {ctx.part('holiday') or ''}".strip()
    year, toward = ctx.part("year"), ctx.number("dir")
    years: Sequence[int] = [full_year(year)] if year else years_around(ctx.published)
    if toward == 0 and ctx.published:
        years = [ctx.published.year]
    # The calendar has no day before the first of the year 1, nor after the last of 9999
    found = [_beside(ctx, days) for each in years if 1 < each < MAXYEAR for days in feast_days(each, name)]
    return found[0] if len(years) == 1 and found else ctx.nearest(found)


def _beside(ctx: Context, feast: Days) -> Days:
    """The eve of a feast, its Monday or Saturday, or its weekend (to the Monday), where that is what is told of."""
    if ctx.part("eve") is not None:
        eve = feast.start - timedelta(days=1)
        return Days(eve, eve, eve.isoformat())
    if ctx.part("unit") is not None:
        return Days(feast.start - timedelta(days=1), feast.end + timedelta(days=1), feast.value)
    number = ctx.number("weekday")
    if number is None:
        return ctx.clipped(feast)
    day = nearest_weekday(feast.start, number, 1 if number == 0 else -1)
    return Days(day, day, day.isoformat())


def feast_days(year: int, name: str) -> list[Days]:
    """The days of a holiday in a year of our calendar; Islamic ones come twice in some years.

    Thanksgiving, Labor Day and Memorial Day are those of the United States. Islamic days are counted by the tabular
    calendar: the moon may be sighted a day earlier or later.
    """
    if name == "eid":
        return [days for each in _EIDS for days in feast_days(year, each)]
    if name in _ISLAMIC:
        return _islamic(year, name)
    day = _day(year, name)
    return [] if day is None else [Days(day, day, day.isoformat())]


def _day(year: int, name: str) -> date | None:
    if name in _FIXED:
        return day_of(year, *_FIXED[name])
    if name.removeprefix("orthodox ") in _MOVABLE:
        sunday = julian_easter(year) if name.startswith("orthodox ") else easter(year)
        return sunday + timedelta(days=_MOVABLE[name.removeprefix("orthodox ")])
    if name == "thanksgiving":
        return nearest_weekday(date(year, 11, 1), 3, 1) + timedelta(weeks=3)
    if name == "labor day":
        return nearest_weekday(date(year, 9, 1), 0, 1)
    return nearest_weekday(date(year, 5, 31), 0, -1) if name == "memorial day" else None


def _islamic(year: int, name: str) -> list[Days]:
    month, first, length = _ISLAMIC[name]
    about = (year - 622) * 33 // 32
    ordinals = (_islamic_ordinal(each, month, first) for each in range(about - 1, about + 4) if each > 0)
    within = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    found = [date.fromordinal(ordinal) for ordinal in ordinals if ordinal in within]
    return [
        Days(start, last, start.isoformat() if length == 1 else f"{start.isoformat()}/{last.isoformat()}")
        for start in found
        if (last := start + timedelta(days=length - 1))
    ]


def _islamic_ordinal(year: int, month: int, day: int) -> int:
    """By the tabular calendar: eleven leap years in thirty, months of thirty and twenty-nine days in turn."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return _YEAR_ONE + days
