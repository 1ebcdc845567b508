"""GeoJSON (RFC 7946): one Feature a row, its place as a Point, what else there is as properties.

Coordinates are longitude, then latitude, in degrees (WGS 84). A row without a located place is a Feature whose geometry
is null. The point is the middle of where it may be: `radius_km` and `precision` among the properties say how far that
reaches. Notes on the whole table are the member `notes` of the collection.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, TextIO

from dateline.export.columns import Table, finite
from dateline.export.jsonl import json_line

Json = dict[str, Any]
_POINT: Final = ("lat", "lon")


def write_geojson(table: Table, out: TextIO) -> int:
    """Writes a FeatureCollection to `out`, row by row as they come; returns how many features."""
    notes = f'"notes": {json_line({"n": list(table.notes)})[6:-1]}, ' if table.notes else ""
    out.write(f'{{"type": "FeatureCollection", {notes}"features": [')
    count = 0
    for row in table.rows:
        out.write((",\n" if count else "\n") + json_line(_feature(row, table)))
        count += 1
    out.write("\n]}\n")
    return count


def point(row: Json) -> tuple[float, float] | None:
    """Longitude and latitude of a row in degrees, or None where it has no place on the globe."""
    lat, lon = (finite(row.get(key)) for key in _POINT)
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return None
    return (lon, lat) if abs(lat) <= 90 and abs(lon) <= 180 else None


def _feature(row: Json, table: Table) -> Json:
    at = point(row)
    return {
        "type": "Feature",
        "id": row[table.names[0]],
        "geometry": {"type": "Point", "coordinates": list(at)} if at else None,
        "properties": {name: _plain(row.get(name)) for name in table.names if name not in _POINT},
    }


def _plain(value: object) -> object:
    """As JSON has it: days as YYYY-MM-DD, empty text as null."""
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else finite(value)
