"""First-level divisions by country (see `admin1.yaml`); their points come from the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.load import load


@dataclass(frozen=True, slots=True)
class Admin1:
    """One division: its names (main name first) and a large place in it.

    `point` (WGS 84 degrees) stands where its towns' centroid misleads, `code` (GeoNames admin1) where the seat does.
    """

    name: str
    country: str
    names: tuple[str, ...]
    seat: str
    point: tuple[float, float] | None = None
    code: str | None = None


@cache
def admin1() -> Mapping[str, tuple[Admin1, ...]]:
    """All listed divisions by ISO 3166-1 alpha-3 code of their country."""
    raw = load("admin1")
    return MappingProxyType({code: tuple(_division(code, row) for row in rows) for code, rows in raw.items()})


def _division(code: str, row: Mapping[str, Any]) -> Admin1:
    lat_lon = row.get("point")
    names = tuple(dict.fromkeys([row["name"], *row.get("names", [])]))
    point = (float(lat_lon[0]), float(lat_lon[1])) if lat_lon else None
    return Admin1(name=row["name"], country=code, names=names, seat=row["seat"], point=point, code=row.get("code"))
