"""Distances and directions on the earth's surface (a sphere of radius 6,371 km)."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in WGS 84 degrees."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def offset(lat: float, lon: float, *, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` away in the direction `bearing` (degrees clockwise from north), in WGS 84 degrees."""
    a, way, turn = radians(lat), km / EARTH_KM, radians(bearing)
    b = asin(sin(a) * cos(way) + cos(a) * sin(way) * cos(turn))
    shift = atan2(sin(turn) * sin(way) * cos(a), cos(way) - sin(a) * sin(b))
    return degrees(b), (lon + degrees(shift) + 540) % 360 - 180
