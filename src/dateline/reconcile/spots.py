"""Places of claims as reports keep them, and what two of them say about being one place."""

from __future__ import annotations

import re
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from dateline.model.codebook import PRECISIONS
from dateline.model.report import Json, Spot
from dateline.text.fold import loose_key

_EARTH_KM: Final = 6371.0
_SIDE: Final = re.compile(r"\b(?:north|south|east|west)(?:ern)?\b")
_FINE: Final = frozenset({"exact", "neighbourhood", "settlement"})
_SAME: Final = {"exact": 3.0, "neighbourhood": 3.0, "settlement": 2.5, "admin2": 1.5, "admin1": 1.0, "country": 0.3}
_INSIDE: Final = {"admin2": 1.2, "admin1": 0.8, "country": 0.2}
_NEXT_KM: Final = 25.0  # "the village" and "near the town" of two reports may be one place up to here
_FAR_KM: Final = 100.0


class Relation(NamedTuple):
    """How two places stand to each other: a weight (negative: apart) and the reason in words."""

    weight: float
    reason: str


def spot_of(place: Json) -> Spot:
    """One place of a claim in the contract's form."""
    name = str(place["name"] or place["text"])
    parent = place.get("parent") or {}
    return Spot(
        key=_key(place),
        name=name,
        weight=1.0 if place["role"] == "at" else 0.5,
        precision=place["precision"],
        country=place["country"],
        lat=place["lat"],
        lon=place["lon"],
        radius_km=place.get("radius_km"),
        within=loose_key(parent["name"]) if parent else "",
    )


def _key(place: Json) -> str:
    """What spellings of one place share: where the gazetteer gives no place of its own, the words themselves."""
    if place["id"]:
        return loose_key(str(place["name"])) or str(place["id"])
    named = [word for word in str(place["name"] or place["text"]).split() if word[:1].isupper() or "-" in word]
    return loose_key(" ".join(named)) if named else ""


def fineness(precision: str | None) -> int:
    """0 for a facility, more for what is wider; a place of unknown kind is taken for a small one."""
    return PRECISIONS.index(precision) if precision in PRECISIONS else PRECISIONS.index("settlement")


def relation(one: Spot, other: Spot) -> Relation:
    """What two places say about being one; weight 0 where they say nothing."""
    fine, wide = sorted((one, other), key=lambda spot: fineness(spot.precision))
    if fine.key and fine.key == wide.key and _countries_meet(one, other):
        return Relation(_SAME.get(fine.precision or "settlement", 0.5), _both(fine, wide))
    sides = _sides(one.name), _sides(other.name)
    if sides[0] and sides[1] and sides[0].isdisjoint(sides[1]) and _countries_meet(one, other):
        return Relation(-3.0, f"{one.name} is another side than {other.name}")
    if wide.key and fine.within == wide.key:
        return Relation(_INSIDE.get(wide.precision or "", 1.5), f"{fine.name} is part of {wide.name}")
    if not _countries_meet(one, other):
        return Relation(-6.0, f"{one.name} and {other.name} lie in different countries")
    if wide.precision == "country":
        return Relation(_INSIDE["country"], f"{fine.name} lies in {wide.name}")
    return _by_distance(fine, wide)


def _both(fine: Spot, wide: Spot) -> str:
    """Two places of one key in words: a school and a bakery called by their town are not both in the school."""
    if loose_key(fine.name) == loose_key(wide.name):
        return f"both in {fine.name}"
    named = next((spot.name for spot in (fine, wide) if loose_key(spot.name) == spot.key), None)
    return f"both in {named}" if named else f"{fine.name} and {wide.name} bear one name"


def _sides(name: str) -> frozenset[str]:
    """The points of the compass that a name tells of: "the west of the city", "eastern Aleppo"."""
    return frozenset(word.removesuffix("ern") for word in _SIDE.findall(name.lower()))


def _by_distance(fine: Spot, wide: Spot) -> Relation:
    km = distance(fine, wide)
    if km is None:
        named = fine.key and wide.key and fine.precision != "region" and wide.precision != "region"
        return Relation(-1.0, f"{fine.name} is not called {wide.name}") if named else Relation(0.0, "")
    if fine.precision in _FINE and wide.precision in _FINE:
        return _two_fine(fine, wide, km)
    reach = (fine.radius_km or 0.0) + (wide.radius_km or 0.0)
    if km <= reach:
        return Relation(_INSIDE.get(wide.precision or "", 0.5), f"{fine.name} may lie in {wide.name}")
    return Relation(-1.5 if km <= reach + _NEXT_KM else -4.0, f"{fine.name} lies {km:.0f} km from {wide.name}")


def _two_fine(one: Spot, other: Spot, km: float) -> Relation:
    """Two towns, quarters or sites with other names."""
    if not one.key or not other.key:  # a place without a name somewhere near: "a hospital", "the outskirts"
        reach = (one.radius_km or 0.0) + (other.radius_km or 0.0)
        return Relation(0.5 if km <= reach else -2.0, f"{one.name} lies within {km:.0f} km of {other.name}")
    if one.within and one.within == other.within:  # both stand at their town's point: that says nothing
        return Relation(-0.5, f"{one.name} and {other.name} are parts of one place")
    if km <= 1.0:
        return Relation(1.0, f"{one.name} lies at {other.name}")
    weight = -1.0 if km <= _NEXT_KM else -4.0 if km <= _FAR_KM else -6.0
    return Relation(weight, f"{one.name} lies {km:.0f} km from {other.name}")


def _countries_meet(one: Spot, other: Spot) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def distance(one: Spot, other: Spot) -> float | None:
    """Great-circle distance in km; None where one is not located."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = radians(one.lat), radians(other.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(h)))
