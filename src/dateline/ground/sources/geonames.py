"""GeoNames country dumps (19 columns) and alternate names (8 or 10 columns): tab-separated UTF-8 without a header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.errors import InputError
from dateline.ground.sources.files import Document
from dateline.ground.sources.records import Item, LeftOut, SourcePoint, alpha3, named
from dateline.lexicon.place_kinds import place_kinds

LICENCE = "CC BY 4.0 (https://www.geonames.org/)"
COLUMNS = 19
ALTERNATE_COLUMNS = (8, 10)
_REMEDY = "Download it again from https://download.geonames.org/export/dump/."
_NO_NAMES = frozenset({"post", "iata", "icao", "faac", "link", "wkdt", "unlc", "abbr", "phon", "piny"})
_REGION_KM = 50.0
Alternates = Mapping[int, Sequence[tuple[str, bool]]]


def is_dump(first: str) -> bool:
    """Whether a file's first line is one of a country dump."""
    return first.count("\t") == COLUMNS - 1


def is_alternates(first: str) -> bool:
    """Whether a file's first line is one of a list of alternate names."""
    return first.count("\t") + 1 in ALTERNATE_COLUMNS


def read(dumps: Sequence[Document], alternates: Sequence[Document]) -> Iterator[tuple[str, Item, str]]:
    """(country, item, day of its last change) for each line of the dumps; InputError for the first damaged one."""
    if not dumps:
        where = alternates[0].where
        raise InputError("alternate names without the places that bear them", where=where, remedy="Add the dump too.")
    names = _alternates(alternates)
    for document in dumps:
        for number, line in document.lines():
            where = f"{document.where} line {number}"
            row = line.split("\t")
            if len(row) != COLUMNS:
                wanted = f"{len(row)} columns where a GeoNames dump has {COLUMNS}"
                raise InputError(wanted, where=where, remedy=_REMEDY)
            country = alpha3(row[8])
            item = _item(row, country, names, where) if country else LeftOut("no country")
            yield country or "", item, row[18]


def _item(row: Sequence[str], country: str, names: Alternates, where: str) -> Item:
    kind = place_kinds().of_geonames(row[6], row[7])
    if kind is None:
        return LeftOut(place_kinds().geonames_left_out.get(row[6], "without a class"))
    try:
        number, lat, lon, population = int(row[0]), float(row[4]), float(row[5]), int(row[14] or 0)
    except ValueError as error:
        raise InputError(f"a number is damaged ({error})", where=where, remedy=_REMEDY) from error
    if not (row[1].strip() and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputError("no name, or a point off the earth", where=where, remedy=_REMEDY)
    return SourcePoint(
        reference=f"geonames:{number}",
        name=row[1].strip(),
        country=country,
        lat=lat,
        lon=lon,
        kind=kind,
        population=population,
        admin1="" if row[10] == "00" else row[10],
        radius_km=_REGION_KM if kind == "region" else None,
        names=named(row[1].strip(), _names(row, names.get(number, ()))),
        geonames=number,
    )


def _names(row: Sequence[str], alternates: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    yield row[2], True  # the same in plain letters
    yield from ((name, False) for name in row[3].split(","))
    yield from alternates


def _alternates(files: Sequence[Document]) -> Alternates:
    """The alternate names by GeoNames id; the preferred English ones count as main names."""
    found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for document in files:
        for number, line in document.lines():
            row = line.split("\t")
            if len(row) not in ALTERNATE_COLUMNS or not row[1].isdecimal():
                what = "no line of GeoNames' alternate names"
                raise InputError(what, where=f"{document.where} line {number}", remedy=_REMEDY)
            if row[2] not in _NO_NAMES:
                preferred = row[2] == "en" and row[4] == "1" and row[7] != "1"  # and not historic
                found[int(row[1])].append((row[3], preferred))
    return found
