"""Who's On First: a GeoJSON feature a file, in a checkout of one of its repositories (whosonfirst-data-admin-sy)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.errors import InputError
from dateline.ground.sources.features import features, number, text
from dateline.ground.sources.files import Document
from dateline.ground.sources.records import Item, LeftOut, SourcePoint, alpha3, named
from dateline.lexicon.place_kinds import place_kinds

LICENCE = "mixed CC0, CC BY and public domain (https://whosonfirst.org/docs/licenses/)"
_REMEDY = "Take the file anew from the repository."
_OPEN = ("", "u", "uuuu", "..", "open")


def is_whosonfirst(properties: Mapping[str, Any]) -> bool:
    """Whether a feature's properties are those of Who's On First."""
    return "wof:id" in properties


def read(files: Sequence[Document]) -> Iterator[tuple[str, Item, str]]:
    """(country, item, day of its last change) for each feature; InputError for the first damaged one."""
    for document in files:
        for where, feature in features(document):
            row = feature["properties"]
            if not is_whosonfirst(row):
                raise InputError("no feature of Who's On First", where=where, remedy=_REMEDY)
            country = alpha3(text(row, "wof:country", "iso:country"))
            item = _item(row, country, where) if country else LeftOut("no country")
            yield country or "", item, _day(number(row, "wof:lastmodified"))


def _item(row: Mapping[str, Any], country: str, where: str) -> Item:
    kind = place_kinds().whosonfirst.get(text(row, "wof:placetype"))
    if "src:alt_label" in row:
        return LeftOut("other geometries")
    if kind is None:
        return LeftOut(f"{text(row, 'wof:placetype') or 'no type'}")
    if row.get("mz:is_current") == 0 or row.get("wof:superseded_by") or not _stands(row):
        return LeftOut("not there any more")
    lat, lon = number(row, "lbl:latitude", "geom:latitude"), number(row, "lbl:longitude", "geom:longitude")
    name, own = text(row, "wof:name"), text(row, "wof:id")
    if not name:
        return LeftOut("without a name")
    if not own.isdecimal() or lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        raise InputError("a place without an id or a point", where=where, remedy=_REMEDY)
    geonames = number(row.get("wof:concordances") or {}, "gn:id")
    return SourcePoint(
        reference=f"wof:{own}",
        name=next(_listed(row, "name:eng_x_preferred"), name),
        country=country,
        lat=lat,
        lon=lon,
        kind=kind,
        population=int(number(row, "wof:population", "gn:population") or 0),
        names=named(name, _names(row)),
        geonames=int(geonames) if geonames and geonames > 0 else None,
    )


def _stands(row: Mapping[str, Any]) -> bool:
    return text(row, "edtf:deprecated") in _OPEN and text(row, "edtf:cessation") in _OPEN


def _names(row: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for key in row:
        if key.startswith("name:") and key.endswith(("_x_preferred", "_x_variant", "_x_colloquial", "_x_historical")):
            yield from ((name, key == "name:eng_x_preferred") for name in _listed(row, key))


def _listed(row: Mapping[str, Any], key: str) -> Iterator[str]:
    value = row.get(key)
    for name in [value] if isinstance(value, str) else value if isinstance(value, list) else []:
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _day(seconds: float | None) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds and 0 < seconds < 1e11 else ""
