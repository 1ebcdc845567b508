"""Places made coarse: at district level, so that neither a name nor a point lets anyone find the village."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from dateline.export.columns import finite
from dateline.export.geojson import point

Json = dict[str, Any]
GRID: Final = 0.5  # degrees between the points that are told
LEAST_RADIUS: Final = 60  # km; the same for every place of up to 20 km, for the radius of a town would tell it
_HALF_DIAGONAL: Final = 40  # km from such a point to the farthest place it stands for, rounded up
_WIDE: Final = frozenset({"admin2", "admin1", "country"})
_LEAST_DISTRICT: Final = 10  # km
_POINT: Final = ("lat", "lon", "radius_km")
_DISTRICT: Final = 2  # the finest level of divisions that is told
_FIRST_LEVEL: Final = re.compile(r"geonames:[A-Z]{2}\.\w+")  # the ids of first-level divisions
_KEPT: Final = ("role", "country", "precision", "confidence")


def coarse_place(place: Json) -> Json:
    """The place (in the contract's form) at district level, without the words for it.

    A district, province or country stays as it is (its point only with a radius of 10 km or more). A finer place
    becomes the district or province that it lies in, without a point; where that is not known, a point of a grid of
    0.5° and a radius in km that surely holds it.
    """
    out: Json = {key: place[key] for key in _KEPT if key in place}
    out |= {"name": None, "lat": None, "lon": None, "radius_km": None, "id": None}
    if place["precision"] in _WIDE:
        out |= {key: place.get(key) for key in ("name", "id", *(_POINT if _is_wide_point(place) else ()))}
        admin = _divisions(place)
        return out | ({"admin": admin} if admin else {})
    return out | _around(place)


def is_fine(place: Json) -> bool:
    """Whether the place is finer than a district, or not known to be wider."""
    return place["precision"] not in _WIDE


def _is_wide_point(place: Json) -> bool:
    """Whether the point stands for as much as a district: one that says so little of itself may be a village's."""
    radius = finite(place.get("radius_km"))
    return point(place) is not None and isinstance(radius, int | float) and radius >= _LEAST_DISTRICT


def _around(place: Json) -> Json:
    admin = _divisions(place)
    parent = place.get("parent") or {}
    if admin:
        return {"name": admin[-1]["name"], "precision": f"admin{admin[-1]['level']}", "admin": admin}
    if _FIRST_LEVEL.fullmatch(parent.get("id") or ""):
        return {"name": parent["name"], "precision": "admin1", "id": parent["id"]}
    at = point(place)
    if at is None:
        return {"precision": None}
    lon, lat = map(_rounded, at)
    return {"lat": lat, "lon": lon, "radius_km": _radius(place.get("radius_km") or 0), "precision": "region"}


def _divisions(place: Json) -> list[Json]:
    found = [each for each in place.get("admin") or () if each["level"] <= _DISTRICT]
    return sorted(found, key=lambda each: int(each["level"]))


def _rounded(degrees: float) -> float:
    return round(degrees / GRID) * GRID + 0.0  # never -0.0


def _radius(told: float) -> int:
    return max(LEAST_RADIUS, math.ceil((told + _HALF_DIAGONAL) / 10) * 10)
