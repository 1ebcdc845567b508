"""Which reports are compared at all: those that share a key of kind, place and day. Never all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import cos, floor, radians
from typing import Final, NamedTuple

from dateline.lexicon.families import stands_alone
from dateline.model.report import Report, Spot

_KM_A_DEGREE: Final = 111.2
_MARGIN_KM: Final = 25.0  # what two accounts of one place may differ by
_MOST_CELLS: Final = 40
_FRESH: Final = 4  # days before publication in which news without a day lies
_WIDE: Final = frozenset({"country", "region"})


class Keys(NamedTuple):
    """`own` keys are met by own and inner ones; two reports that share inner keys only are not compared.

    A report that knows the country alone has the country as its own key, one that knows the town as an inner one: so
    "in Syria" meets both, and two towns do not meet through it.
    """

    own: frozenset[str]
    inner: frozenset[str]


def keys(report: Report) -> Keys:
    """The keys of a report; none where it is never joined across articles, or has neither place nor day."""
    days = list(_days(report))
    if stands_alone(report.family) or report.lasting or not days:
        return Keys(frozenset(), frozenset())
    fine = {key for spot in report.spots if spot.precision not in _WIDE for key in _places(spot)}
    countries = {f"in {spot.country}" for spot in report.spots if spot.country}
    own, inner = (fine, countries) if fine else (countries, set[str]())
    return Keys(_dated(report, own, days), _dated(report, inner, days))


def _dated(report: Report, places: set[str], days: list[date]) -> frozenset[str]:
    kind = f"{report.family}/{report.status}"
    return frozenset(f"{kind}/{place}/{day.toordinal()}" for place in places for day in days)


def _places(spot: Spot) -> Iterator[str]:
    if spot.key:
        yield f"name {spot.key}"
    if spot.lat is None or spot.lon is None:
        return
    reach = (spot.radius_km or 0.0) + _MARGIN_KM
    north = reach / _KM_A_DEGREE
    east = north / max(0.2, cos(radians(spot.lat)))
    rows = range(floor(spot.lat - north), floor(spot.lat + north) + 1)
    columns = range(floor(spot.lon - east), floor(spot.lon + east) + 1)
    if len(rows) * len(columns) <= _MOST_CELLS:
        yield from (f"cell {row} {column}" for row in rows for column in columns)


def _days(report: Report) -> Iterator[date]:
    spans = [(days.first, days.last) for days in report.days]
    if not spans and report.published:
        spans = [(report.published - timedelta(days=_FRESH), report.published)]
    for first, last in spans:
        for step in range(-1, (last - first).days + 2):
            yield first + timedelta(days=step)
