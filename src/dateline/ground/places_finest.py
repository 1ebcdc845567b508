"""Of the places of one claim the finest: a place that only says where another of them lies is left out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ground.places_case import SETTLED, apart
from dateline.model.claim import PlaceRef
from dateline.model.codebook import PRECISIONS
from dateline.model.grounded import Place

_SLACK_KM = 10.0  # beyond a place's radius: its middle and its bounds are rough


def finest(refs: Sequence[PlaceRef]) -> tuple[PlaceRef, ...]:
    """The places without those that hold a finer one of the same role, and without a second name of one place.

    "Killed in Syria ... near Palmyra" happened near Palmyra. Of two names of one place the surer stays, of equally sure
    ones the first; two quarters that are unknown share their town's point, and both stay.
    """
    return tuple(ref for at, ref in enumerate(refs) if not any(_yields(refs, at, by) for by in range(len(refs))))


def _yields(refs: Sequence[PlaceRef], at: int, by: int) -> bool:
    """Whether the place with index `at` says no more than the one with index `by`."""
    one, other = refs[at], refs[by]
    if at == by or one.role != other.role or one.place is None or other.place is None:
        return False
    if _level(one.place) != _level(other.place):
        return _level(one.place) > _level(other.place) and _holds(one.place, other.place)
    return _same(one.place, other.place) and (-(one.confidence or 0.0), at) > (-(other.confidence or 0.0), by)


def _same(one: Place, other: Place) -> bool:
    if one.lat is None or one.precision not in SETTLED or apart(one, other) > 0:
        return False
    return one.name == other.name if one.id is None and other.id is None else one.id == other.id


def _level(place: Place) -> int:
    return PRECISIONS.index(place.precision) if place.precision in PRECISIONS else -1


def _holds(whole: Place, part: Place) -> bool:
    if whole.lat is None or part.precision is None:
        return False
    if whole.precision == "country":
        return whole.country == part.country
    return apart(whole, part) <= (whole.radius_km or 0.0) + _SLACK_KM
