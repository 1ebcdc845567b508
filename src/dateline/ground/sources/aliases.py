"""A user's own names of places, from CSV: "East Aleppo", camps, front-line names."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_geo import kilometres
from dateline.ground.places_types import POINTS, QUARTER_KM, entry_id, entry_place, settlement_radius
from dateline.ground.sources.records import SourcePoint
from dateline.text.fold import fold_name

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = ("name", "lang", "lat", "lon", "radius_km", "parent", "note")
LARGEST_KM = 2000.0
_SITE_KM, _TOWN_KM = 1.0, 15.0
_NEAR_KM = 150.0  # how far a parent's point may lie from the alias's own
_OTHER_COMMAS = re.compile(r"[;\t|]")
_LANG = re.compile(r"[a-z]{2,3}(?:[-_]\w+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of the user's own, as a place; `same` is the entry that it is only another name of, or None."""

    point: SourcePoint
    lang: str = ""
    note: str = ""
    same: str | None = None


def read_aliases(lines: Iterable[str], where: str, gazetteer: Gazetteer) -> list[Alias]:
    """The aliases of a CSV with a header; raises InputError with file, line and remedy for the first bad one."""
    rows = csv.reader(lines, strict=True)
    try:
        header = [column.strip().lower().lstrip("\ufeff") for column in next(rows, [])]
        _check_header(header, where)
        found = [_alias(row, f"{where} line {number}", gazetteer) for number, row in _rows(rows, header, where)]
    except csv.Error as error:
        raise InputError(f"damaged CSV: {error}", where=f"{where} line {rows.line_num}") from error
    if not found:
        raise InputError("no names in it", where=where, remedy=f"Give lines with the columns {', '.join(COLUMNS)}.")
    return list(_numbered(found))


def _rows(rows: Reader, header: Sequence[str], where: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that is not empty, with the line that it begins on: a cell in quotes may hold several."""
    end = rows.line_num
    for row in rows:
        number, end = end + 1, rows.line_num
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            what = f"{len(row)} values for {len(header)} columns"
            remedy = "Put values with commas in double quotes."
            raise InputError(what, where=f"{where} line {number}", remedy=remedy)
        yield number, dict(zip(header, (cell.strip() for cell in row), strict=False))


def _check_header(header: Sequence[str], where: str) -> None:
    unknown = [column for column in header if column not in COLUMNS]
    twice = [column for column, count in Counter(header).items() if count > 1]
    if not unknown and not twice and "name" in header:
        return
    remedy = f"The columns are {', '.join(COLUMNS)}; name is needed."
    if len(header) == 1 and _OTHER_COMMAS.search(header[0]):
        remedy = "Put commas between the columns: some programs save a CSV with semicolons or tabs."
    said = f"there is no column {unknown[0]!r}" if unknown else "the column names are not in its first line"
    if twice and not unknown:
        said = f"the column {twice[0]!r} is there twice"
    raise InputError(said, where=f"{where} line 1", remedy=remedy)


def _alias(row: Mapping[str, str], where: str, gazetteer: Gazetteer) -> Alias:
    name, lang, note = row.get("name", ""), row.get("lang", ""), row.get("note", "")
    lat, lon = _number(row, "lat", where, -90, 90), _number(row, "lon", where, -180, 180)
    radius = _number(row, "radius_km", where, 0.01, LARGEST_KM)
    if not fold_name(name):
        raise InputError("no name", where=where, remedy="Give the name in the column name.")
    if lang and not _LANG.fullmatch(lang):
        raise InputError(f"{lang!r} is no language", where=where, remedy="Give an ISO 639 code such as en or ar.")
    if (lat is None) != (lon is None):
        raise InputError("only one of lat and lon", where=where, remedy="Give both, or neither and a parent.")
    parent = _parent(row.get("parent", ""), lat, lon, where, gazetteer)
    if lat is None or lon is None:
        if parent is None:
            raise InputError("neither a point nor a parent", where=where, remedy="Give lat and lon, or the parent.")
        if radius is None:
            return Alias(_at_parent(name, parent), lang, note, same=entry_id(parent))
        lat, lon = parent.lat, parent.lon
    return Alias(_point(name, lat, lon, radius, parent), lang, note)


def _number(row: Mapping[str, str], column: str, where: str, low: float, high: float) -> float | None:
    raw = row.get(column, "")
    if not raw:
        return None
    try:
        value = float(raw)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        what = f"{column} is {raw!r}, not a number from {low:g} to {high:g}"
        raise InputError(what, where=where, remedy="Write it with a decimal point and without units.")
    return value


def _parent(said: str, lat: float | None, lon: float | None, where: str, gazetteer: Gazetteer) -> Entry | None:
    """The entry that a parent's name or id means; of several the nearest to the alias's own point, towns first."""
    if not said:
        return None
    by_id = gazetteer.by_reference(said) if ":" in said else None
    found = [by_id] if by_id else list(gazetteer.lookup(said))
    if not found:
        remedy = f"See what is known: dateline places find {said!r}."
        raise InputError(f"the parent {said!r} is not in the gazetteer", where=where, remedy=remedy)
    if lat is not None and lon is not None:
        apart = [
            (kilometres(lat, lon, e.lat, e.lon) - _reach(e), e.kind not in POINTS, at) for at, e in enumerate(found)
        ]
        inside = [each for each in apart if each[0] <= _NEAR_KM]
        if not inside:
            what = f"the parent {said!r} lies {min(apart)[0]:.0f} km away"
            raise InputError(what, where=where, remedy="Check lat, lon and the parent, or give the parent's id.")
        return found[min(inside, key=lambda each: (each[0] > 0, each[1:]))[2]]
    towns = [entry for entry in found if entry.kind in POINTS] or found
    if len(towns) > 1:
        ids = ", ".join(f"{entry_id(entry)} ({entry.country})" for entry in towns[:5])
        raise InputError(f"the parent {said!r} may mean several places", where=where, remedy=f"Give one's id: {ids}.")
    return towns[0]


def _reach(entry: Entry) -> float:
    return entry_place(entry).radius_km or 0.0


def _at_parent(name: str, parent: Entry) -> SourcePoint:
    point = SourcePoint("", name, parent.country or "", parent.lat, parent.lon, parent.kind, names=((name, True),))
    return replace(point, population=parent.population, admin1=parent.admin1, radius_km=parent.radius_km)


def _point(name: str, lat: float, lon: float, radius: float | None, parent: Entry | None) -> SourcePoint:
    in_town = parent is not None and parent.kind in POINTS
    km = radius or (QUARTER_KM if in_town else settlement_radius(0))
    if km <= _SITE_KM:
        kind = "facility"
    elif in_town and parent is not None and km <= _reach(parent):
        kind = "neighbourhood"
    else:
        kind = "city" if km <= _TOWN_KM else "region"
    country, admin1 = (parent.country or "", parent.admin1) if parent else ("", "")
    return SourcePoint("", name, country, lat, lon, kind, admin1=admin1, radius_km=km, names=((name, True),))


def _numbered(aliases: Sequence[Alias]) -> Iterator[Alias]:
    """The aliases with their ids: "alias:east-aleppo", the second of one name "alias:east-aleppo-2"."""
    seen: Counter[str] = Counter()
    for alias in aliases:
        slug = fold_name(alias.point.name).replace(" ", "-")
        seen[slug] += 1
        reference = f"alias:{slug}" if seen[slug] == 1 else f"alias:{slug}-{seen[slug]}"
        yield replace(alias, point=replace(alias.point, reference=reference))
