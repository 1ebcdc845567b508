"""OCHA's administrative boundaries (COD-AB) as GeoJSON: ADM2_EN and ADM2_PCODE, or adm2_name and adm2_pcode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.ground.sources.features import features, middle, number, rings, text
from dateline.ground.sources.files import Document
from dateline.ground.sources.records import Item, LeftOut, SourceArea, SourcePoint, alpha3, named

LICENCE = "as its page on HDX says, mostly CC BY 3.0 IGO (OCHA)"
_LEVELS = range(1, 6)
_BOUNDS = ("Polygon", "MultiPolygon")
_NAME = re.compile(r"adm(\d)_?(?:name\d?|ref|alt\d?_?[a-z]{2}|[a-z]{2})")
_REMEDY = "Name the GeoJSON of the dataset's levels 1 to 3, as HDX has it."


def is_cod_ab(properties: Mapping[str, Any]) -> bool:
    """Whether a feature's properties are those of COD-AB."""
    return any(re.fullmatch(r"(?i)adm\d_pcode", key) for key in properties)


def read(files: Sequence[Document]) -> Iterator[tuple[str, Item, str]]:
    """(country, item, day from which it holds): for each division its entry, then its bounds."""
    for document in files:
        for where, feature in features(document):
            row = {str(key).lower(): value for key, value in feature["properties"].items()}
            if not is_cod_ab(row):
                raise InputError("a feature without a p-code", where=where, remedy=_REMEDY)
            yield from _items(row, feature, where)


def _items(row: Mapping[str, Any], feature: dict[str, Any], where: str) -> Iterator[tuple[str, Item, str]]:
    path = tuple((n, _main(row, n), text(row, f"adm{n}_pcode")) for n in _LEVELS if text(row, f"adm{n}_pcode"))
    as_of = text(row, "valid_on", "validon", "date")[:10].replace("/", "-")
    if not path:
        yield "", LeftOut("the country itself"), as_of
        return
    if str((feature.get("geometry") or {}).get("type")) not in _BOUNDS:  # layers that HDX puts beside the bounds
        yield "", LeftOut("lines and points of divisions"), as_of
        return
    level, name, code = path[-1]
    country = alpha3(text(row, "iso3")) or alpha3(text(row, "adm0_pcode")) or alpha3(code[:2])
    if country is None or not name:
        raise InputError("a division without a name or a country", where=where, remedy=_REMEDY)
    bounds = rings(feature, where)
    lat, lon, radius = middle(bounds)
    given = number(row, "center_lat"), number(row, "center_lon")
    if given[0] is not None and given[1] is not None and abs(given[0]) <= 90 and abs(given[1]) <= 180:
        lat, lon = given[0], given[1]
    yield (
        country,
        SourcePoint(
            reference=f"pcode:{code}",
            name=name,
            country=country,
            lat=round(lat, 5),
            lon=round(lon, 5),
            kind=f"admin{min(level, 3)}",
            radius_km=round(max(radius, 1.0), 1),
            names=named(name, ((each, False) for each in _names(row, level))),
            code=code,
        ),
        as_of,
    )
    yield country, SourceArea(f"pcode:{code}", country, path, bounds), as_of


def _main(row: Mapping[str, Any], level: int) -> str:
    """The name in English where there is one, else the first that is given."""
    return text(row, f"adm{level}_name", f"adm{level}_en") or next(_names(row, level), "")


def _names(row: Mapping[str, Any], level: int) -> Iterator[str]:
    for key in row:
        match = _NAME.fullmatch(key)
        if match and int(match[1]) == level and isinstance(row[key], str) and row[key].strip():
            yield row[key].strip()
