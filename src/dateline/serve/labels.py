"""Names for the map, from the gazetteer: countries when the world is shown, towns when it is zoomed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateline.ground.gazetteer import Gazetteer

Json = dict[str, Any]
Box = tuple[float, float, float, float]

_TOWNS_FROM: Final = 4.5  # the zoom from which towns are named
_MOST: Final = 60  # the map itself leaves out those that would lie upon others


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point (WGS 84 degrees); `country` says that it is a country's."""

    name: str
    lat: float
    lon: float
    country: bool

    def to_json(self) -> Json:
        """As a GeoJSON feature."""
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [self.lon, self.lat]},
            "properties": {"name": self.name, "country": self.country},
        }


def labels(gazetteer: Gazetteer, box: Box, zoom: float) -> list[Label]:
    """The names for a stretch of the map, the most populous first."""
    towns = zoom >= _TOWNS_FROM
    kinds = ("city", "capital") if towns else ("country",)
    found: dict[str, Label] = {}
    for part in halves(box):
        for entry in gazetteer.within(part, kinds, limit=_MOST):
            found.setdefault(entry.name, Label(entry.name, entry.lat, entry.lon, not towns))
    return list(found.values())[:_MOST]


def halves(box: Box) -> tuple[Box, ...]:
    """A box as boxes that do not cross the antimeridian; one that spans the world is the whole world."""
    west, south, east, north = box
    if east - west >= 360:
        return ((-180.0, south, 180.0, north),)
    west, east = turned(west), turned(east)
    if west <= east:
        return ((west, south, east, north),)
    return ((west, south, 180.0, north), (-180.0, south, east, north))


def turned(longitude: float) -> float:
    """A longitude from -180 to below 180, however often a map was turned round."""
    return longitude - 360 * floor((longitude + 180) / 360)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships, opened once."""
    from dateline.ground.gazetteer import Gazetteer  # noqa: PLC0415 (start-up time)

    return Gazetteer.open()
