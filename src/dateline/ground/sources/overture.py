"""Overture's divisions as GeoJSON, one collection or a feature a line (what `overturemaps download` writes)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.ground.sources.features import features, number, point, text
from dateline.ground.sources.files import Document
from dateline.ground.sources.records import Item, LeftOut, SourcePoint, alpha3, named
from dateline.lexicon.place_kinds import place_kinds

LICENCE = "ODbL 1.0 (Overture Maps Foundation, OpenStreetMap contributors): share alike"
_REMEDY = "Download the divisions again: overturemaps download --type=division -f geojsonseq --bbox=…"


def is_overture(properties: Mapping[str, Any]) -> bool:
    """Whether a feature's properties are those of Overture's divisions."""
    return "subtype" in properties and isinstance(properties.get("names"), dict | None)


def read(files: Sequence[Document]) -> Iterator[tuple[str, Item, str]]:
    """(country, item, day of its last change) for each feature; InputError for the first damaged one."""
    for document in files:
        for where, feature in features(document):
            row = feature["properties"]
            if not is_overture(row):
                raise InputError("no division of Overture", where=where, remedy=_REMEDY)
            country = alpha3(text(row, "country"))
            item = _item(feature, row, country, where) if country else LeftOut("no country")
            yield country or "", item, _day(row)


def _item(feature: Mapping[str, Any], row: Mapping[str, Any], country: str, where: str) -> Item:
    if text(row, "type") in ("division_area", "division_boundary"):
        return LeftOut("bounds of divisions")
    kind = place_kinds().overture.get(text(row, "subtype"))
    if kind is None:
        return LeftOut(text(row, "subtype") or "no subtype")
    names = row.get("names") or {}
    primary = text(names, "primary")
    if not primary:
        return LeftOut("without a name")
    own = text(feature, "id") or text(row, "id")
    if not own:
        raise InputError("a division without an id", where=where, remedy=_REMEDY)
    lat, lon = point(dict(feature), where)
    english = text(_mapping(names.get("common")), "en")
    return SourcePoint(
        reference=f"overture:{own}",
        name=english or primary,
        country=country,
        lat=lat,
        lon=lon,
        kind=kind,
        population=int(number(row, "population") or 0),
        names=named(english or primary, _names(names)),
    )


def _names(names: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    yield text(names, "primary"), True
    for name in _mapping(names.get("common")).values():
        if isinstance(name, str):
            yield name, False
    rules = names.get("rules")
    for rule in rules if isinstance(rules, list) else []:
        if isinstance(rule, dict) and isinstance(rule.get("value"), str):
            yield rule["value"], False


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _day(row: Mapping[str, Any]) -> str:
    sources = row.get("sources")
    days = [text(each, "update_time")[:10] for each in sources or [] if isinstance(each, dict)]
    return max(days, default="")
