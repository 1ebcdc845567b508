"""GeoJSON as the sources have it: one collection, single features, or a feature a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, pi, radians, sqrt
from typing import Any

from dateline.errors import InputError
from dateline.ground.places_geo import EARTH_KM
from dateline.ground.sources.files import Document

Json = dict[str, Any]
Rings = tuple[tuple[tuple[float, float], ...], ...]
BY_LINE = (".geojsonl", ".geojsonseq", ".geojsons", ".ndjson", ".jsonl")
WHOLE = (".geojson", ".json")
_REMEDY = "Download it again, or export it anew as GeoJSON in WGS 84 degrees."


def features(document: Document) -> Iterator[tuple[str, Json]]:
    """(where, feature) for each feature; raises InputError with the line where the JSON is damaged."""
    if document.name.endswith(BY_LINE):
        for number, line in document.lines():
            where = f"{document.where} line {number}"
            yield where, _feature(_parsed(line.lstrip("\x1e"), document.where, number), where)
        return
    whole = _parsed(document.text(), document.where, 1)
    inner = whole.get("features") if isinstance(whole, dict) and whole.get("type") == "FeatureCollection" else [whole]
    if not isinstance(inner, list):
        raise InputError("a collection without a list of features", where=document.where, remedy=_REMEDY)
    for number, each in enumerate(inner, start=1):
        where = document.where if len(inner) == 1 else f"{document.where} feature {number}"
        yield where, _feature(each, where)


def _parsed(text: str, where: str, line: int) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"{where} line {line + error.lineno - 1}"
        raise InputError(f"damaged JSON: {error.msg}", where=at, remedy=_REMEDY) from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply", where=where, remedy=_REMEDY) from error


def _feature(value: Any, where: str) -> Json:  # noqa: ANN401 (the same)
    if not isinstance(value, dict) or not isinstance(value.get("properties"), dict):
        raise InputError("no GeoJSON feature with properties", where=where, remedy=_REMEDY)
    if not isinstance(value.get("geometry"), dict | None):
        raise InputError("a geometry that is no GeoJSON object", where=where, remedy=_REMEDY)
    return value


def text(properties: Mapping[str, Any], *keys: str) -> str:
    """The first of the keys that holds words or a number, as text; "" for none."""
    for key in keys:
        value = properties.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def number(properties: Mapping[str, Any], *keys: str) -> float | None:
    """The first of the keys that holds a finite number, or None."""
    for key in keys:
        value = properties.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
            return float(value)
    return None


def point(feature: Json, where: str) -> tuple[float, float]:
    """Latitude and longitude of a feature: of its point, else the middle of its bounds. InputError for neither."""
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        ends = _pairs([geometry.get("coordinates")], where)
        return ends[0][1], ends[0][0]
    lat, lon, _ = middle(rings(feature, where))
    return lat, lon


def rings(feature: Json, where: str) -> Rings:
    """All lines that bound a Polygon or MultiPolygon, holes among them; InputError for another geometry."""
    geometry = feature.get("geometry") or {}
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(kind))
    if not isinstance(polygons, list) or not all(isinstance(each, list) and each for each in polygons):
        raise InputError(f"a geometry of type {kind} that holds none", where=where, remedy=_REMEDY)
    found = tuple(_pairs(ring, where) for polygon in polygons for ring in polygon)
    if any(len(ring) < 4 for ring in found):
        raise InputError("a polygon with fewer than four corners", where=where, remedy=_REMEDY)
    return found


def _pairs(raw: Any, where: str) -> tuple[tuple[float, float], ...]:  # noqa: ANN401 (whatever the JSON holds)
    try:
        pairs = tuple((float(pair[0]), float(pair[1])) for pair in raw)
    except (TypeError, ValueError, OverflowError, IndexError, KeyError) as error:
        raise InputError("coordinates that are no numbers", where=where, remedy=_REMEDY) from error
    if not pairs or not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in pairs):
        raise InputError("a point off the earth: not in WGS 84 degrees?", where=where, remedy=_REMEDY)
    return pairs


def middle(bounds: Rings) -> tuple[float, float, float]:
    """Centre of mass (lat, lon) of an area, and the radius in km of a disc as large."""
    area = x = y = 0.0
    for ring in bounds:
        (left, low) = ring[0]
        for (x1, y1), (x2, y2) in pairwise(ring):
            a, b, c, d = x1 - left, y1 - low, x2 - left, y2 - low
            cross = a * d - c * b
            area += cross / 2
            x += cross * (a + c + 3 * left) / 6
            y += cross * (b + d + 3 * low) / 6
    if abs(area) < 1e-12:
        return bounds[0][0][1], bounds[0][0][0], 0.0
    lon, lat = x / area, y / area
    degree = radians(1) * EARTH_KM
    return lat, lon, sqrt(abs(area) * degree * degree * cos(radians(lat)) / pi)
