"""Builds the gazetteer: an SQLite file of places and their folded names, the same bytes for the same input.

Used by the package's build hook with GeoNames' populated places, and by tests with a handful of made-up ones.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from dateline.ground.gazetteer_admin import Division, divisions
from dateline.ground.gazetteer_schema import ALTERNATE, MAIN, SCHEMA, Row, SourcePlace
from dateline.lexicon.countries import countries
from dateline.lexicon.place_words import place_words, regions
from dateline.text.fold import fold_name, loose_key

_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class _Names:
    """The folded names of one place (name -> kind) and its loose keys."""

    folded: Mapping[str, int]
    loose: frozenset[str]


def build(path: Path, places: Sequence[SourcePlace], *, meta: Mapping[str, str]) -> int:
    """Write the gazetteer to `path` (replaced if there) and return the number of places; `meta` goes in as it is.

    `places` are populated places; countries, first-level divisions and regions are added from the lexicon.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    try:
        connection.executescript(SCHEMA)
        total = _fill(connection, places)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    draft.replace(path)
    return total


def _fill(connection: sqlite3.Connection, places: Sequence[SourcePlace]) -> int:
    rows: list[Row] = []
    names: list[tuple[str, int, int]] = []
    keys: list[tuple[str, str, int]] = []
    for row, found in _entries(places):
        rows.append(row)
        names += [(folded, row.id, kind) for folded, kind in found.folded.items()]
        keys += [(row.country or "", key, row.id) for key in found.loose]
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_values, sorted(rows, key=_id))
    )
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", sorted(names))
    connection.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?, ?)", sorted(keys))
    return len(rows)


def _entries(places: Sequence[SourcePlace]) -> Iterator[tuple[Row, _Names]]:
    capitals = _capitals(places)
    for place in places:
        kind = "capital" if place.id in capitals else "city"
        point = (round(place.lat, 4), round(place.lon, 4))
        row = Row(place.id, place.name, place.country, place.admin1, *point, place.population, kind)
        yield row, _place_names(place)
    own = count(-1, -1)  # GeoNames ids are positive; what comes from the lexicon counts down
    yield from _country_entries(own, places)
    for division in divisions(places):
        yield _division_row(next(own), division), _Names(_as_main(division.names), frozenset())
    yield from _region_entries(own)


def _country_entries(own: Iterator[int], places: Sequence[SourcePlace]) -> Iterator[tuple[Row, _Names]]:
    people: dict[str, int] = defaultdict(int)
    for place in places:
        people[place.country] += place.population
    for code, entry in countries().items():
        at = (entry.lat, entry.lon, people[code])
        row = Row(next(own), entry.name, code, "", *at, "country", entry.radius_km, f"iso:{code}")
        yield row, _Names(_as_main(entry.names), frozenset())


def _region_entries(own: Iterator[int]) -> Iterator[tuple[Row, _Names]]:
    for region in dict.fromkeys(regions().values()):
        row = Row(next(own), region.name, region.country, "", region.lat, region.lon, 0, "region", region.radius_km)
        yield row, _Names(_as_main(region.names), frozenset())


def _division_row(own: int, division: Division) -> Row:
    at = (division.lat, division.lon, division.population)
    return Row(
        own, division.name, division.country, division.code, *at, "admin1", division.radius_km, division.reference
    )


def _place_names(place: SourcePlace) -> _Names:
    """Main name, and alternates in Latin letters that are neither codes ("ALP") nor bare consonants ("swldw")."""
    folded = {fold_name(place.name): MAIN}
    for alternate in place.alternates:
        name = fold_name(alternate)
        code = len(alternate) <= 3 and alternate.isupper()
        if name.isascii() and len(name) > 2 and not code and not _VOWELS.isdisjoint(name):
            folded.setdefault(name, ALTERNATE)
    bridge = place.country in place_words().transliterated
    return _Names(folded, frozenset(filter(None, map(loose_key, folded))) if bridge else frozenset())


def _as_main(names: Iterable[str]) -> dict[str, int]:
    return {fold_name(name): MAIN for name in names}


def _capitals(places: Sequence[SourcePlace]) -> frozenset[int]:
    """The place in each country that bears its capital's name: as its main name first, then the most populous."""
    wanted = {(code, fold_name(entry.capital)) for code, entry in countries().items() if entry.capital}
    best: dict[tuple[str, str], tuple[bool, int, int]] = {}
    for place in places:
        main = fold_name(place.name)
        for name in {main, *(fold_name(n) for n in place.alternates if n.isascii())}:
            rank = (name == main, place.population, place.id)
            if place.population and (place.country, name) in wanted:
                best[place.country, name] = max(rank, best.get((place.country, name), rank))
    return frozenset(rank[2] for rank in best.values())


def _values(row: Row) -> tuple[object, ...]:
    fields = (row.id, row.name, row.country, row.admin1, row.lat, row.lon)
    return (*fields, row.population, row.kind, row.radius_km, row.reference)


def _id(row: Row) -> int:
    return row.id
