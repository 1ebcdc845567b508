"""The gazetteer: places by name, from an SQLite file that is only read, and what the user added to it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from dateline.errors import InstallError, RecordError
from dateline.ground.gazetteer_added import Added, AddedEntry
from dateline.ground.gazetteer_entry import Entry
from dateline.ground.gazetteer_schema import MAIN, SCHEMA_VERSION
from dateline.model.grounded import Division
from dateline.text.fold import fold_name, loose_key, without_article

DEFAULT_PATH = Path(__file__).with_name("data") / "gazetteer.sqlite"
Box = tuple[float, float, float, float]
_CACHED_NAMES = 65_536
_MOST = 400  # of the same name; the least populous are left out
_ID_DIGITS = 18  # what SQLite holds as a number
_COLUMNS = "p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, p.radius_km, p.reference"
_BY_NAME = f"""SELECT {_COLUMNS}, min(n.kind) FROM name n JOIN place p ON p.id = n.place
WHERE n.folded IN (?, ?) GROUP BY p.id ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)
_BY_KEY = f"""SELECT {_COLUMNS}, 1 FROM loose l JOIN place p ON p.id = l.place
WHERE l.country = ? AND l.key = ? ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)

_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.id = ?"  # noqa: S608 (constants)
_BY_REFERENCE = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.reference = ?"  # noqa: S608 (constants)
_SETTLEMENTS = frozenset({"city", "capital"})
__all__ = ["DEFAULT_PATH", "Entry", "Gazetteer"]

_WITHIN = f"""SELECT {_COLUMNS}, 0 FROM place p WHERE p.kind IN (SELECT value FROM json_each(?))
AND p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ? ORDER BY p.population DESC, p.id LIMIT ?"""  # noqa: S608 (constants)
_DIVISION = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.kind = 'admin1' AND p.country = ? AND p.admin1 = ?"  # noqa: S608


class Gazetteer:
    """Read access to the gazetteer, and to what a user added; safe to share between threads. Made by `open`."""

    def __init__(self, connection: sqlite3.Connection, added: Added | None = None) -> None:
        self._connection = connection
        self._added = added
        self._lock = Lock()  # threads that share a connection share its statements, and would mix up their rows
        self.lookup = lru_cache(maxsize=_CACHED_NAMES)(self._lookup)
        self.loosely = lru_cache(maxsize=_CACHED_NAMES)(self._loosely)
        self.by_reference = lru_cache(maxsize=_CACHED_NAMES)(self._by_reference)
        self.division = lru_cache(maxsize=_CACHED_NAMES)(self._division)
        self.contains_name = lru_cache(maxsize=_CACHED_NAMES)(self._contains_name)

    @classmethod
    def open(cls, path: Path | None = None, *, added: Path | None = None) -> Gazetteer:
        """The gazetteer at `path`, else the one that ships, with the places in the user's file `added` if it exists.

        Raises InstallError where the gazetteer is missing or of another form, RecordError where the user's file is.
        """
        file = path or DEFAULT_PATH
        remedy = "Install Dateline again, or run `python build_gazetteer.py` in a checkout."
        if not file.is_file():
            raise InstallError("the gazetteer is missing", where=str(file), remedy=remedy)
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError as error:
            connection.close()
            raise InstallError(f"the gazetteer cannot be read: {error}", where=str(file), remedy=remedy) from error
        if meta.get("schema") != SCHEMA_VERSION:
            connection.close()
            found = meta.get("schema", "none")
            raise InstallError(f"the gazetteer has form {found}, not {SCHEMA_VERSION}", where=str(file), remedy=remedy)
        try:
            return cls(connection, Added.open(added))
        except RecordError:
            connection.close()
            raise

    def close(self) -> None:
        """Close the files; lookups afterwards raise sqlite3.ProgrammingError."""
        self._connection.close()
        if self._added:
            self._added.close()

    @property
    def added(self) -> Added | None:
        """What the user added, or None."""
        return self._added

    def is_own(self, name: str) -> bool:
        """Whether the user gave this name to a place."""
        return any(entry.own for entry in self.lookup(name))

    def meta(self) -> dict[str, str]:
        """Source, version and licence of the data, and the builder's fingerprint."""
        return dict(self._rows("SELECT key, value FROM meta"))

    def within(self, box: Box, kinds: tuple[str, ...], *, limit: int) -> list[Entry]:
        """The most populous places of these kinds in a box: west, south, east and north in degrees, west < east."""
        west, south, east, north = box
        values = (json.dumps(kinds), south, north, west, east, limit)
        return [_entry(row) for row in self._rows(_WITHIN, values)]

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        """All rows of a query, fetched before another thread may ask."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of this name (with or without the Arabic article), most populous first; () for none."""
        folded = fold_name(name)
        if not folded:
            return ()
        bare = without_article(folded)
        other = bare if bare != folded else f"al {folded}"
        found = tuple(_entry(row) for row in self._rows(_BY_NAME, (folded, other)))
        return self._with_added(found, self._added.by_name(folded, other)) if self._added else found

    def _loosely(self, name: str, country: str) -> tuple[Entry, ...]:
        """Places of one country (alpha-3) whose name could be another transliteration of `name`."""
        key = loose_key(name)
        if not key:
            return ()
        found = tuple(_entry(row) for row in self._rows(_BY_KEY, (country, key)))
        return self._with_added(found, self._added.by_key(country, key)) if self._added else found

    def _with_added(self, found: tuple[Entry, ...], added: list[AddedEntry]) -> tuple[Entry, ...]:
        """The entries of both, each real place once, most populous first and towns before others as populous."""
        if not added:
            return found
        entries = {entry.id: entry for entry in found}
        for each in added:
            entry = self._joined(each)
            known = entries.get(entry.id)
            if known is not None:
                entry = replace(known, main=known.main or entry.main, own=known.own or entry.own)
            entries[entry.id] = entry
        return tuple(sorted(entries.values(), key=_by_size))

    def _joined(self, each: AddedEntry) -> Entry:
        """The entry that an added one is joined to, else itself."""
        head = self.by_reference(each.same) if each.same else None
        return replace(head, main=each.entry.main, own=each.entry.own) if head else each.entry

    def _by_reference(self, reference: str) -> Entry | None:
        """The place with this id of the record ("geonames:170063", "iso:SYR"), or None."""
        number = reference.removeprefix("geonames:")
        is_id = number.isdecimal() and len(number) <= _ID_DIGITS
        one = (_BY_ID, int(number)) if is_id else (_BY_REFERENCE, reference)
        rows = self._rows(one[0], one[1:])
        if rows or self._added is None:
            return _entry(rows[0]) if rows else None
        each = self._added.by_reference(reference)
        return self._joined(each) if each else None

    def _division(self, country: str, admin1: str) -> Entry | None:
        """The first-level division with this GeoNames code in a country (alpha-3), or None."""
        rows = self._rows(_DIVISION, (country, admin1)) if admin1 else []
        if rows or self._added is None or not admin1:
            return _entry(rows[0]) if rows else None
        return self._added.division(country, admin1)

    def _contains_name(self, folded: str) -> bool:
        """Whether any place has exactly this folded name."""
        if self._rows("SELECT 1 FROM name WHERE folded = ? LIMIT 1", (folded,)):
            return True
        return self._added is not None and self._added.contains_name(folded)

    def division_path(self, reference: str) -> tuple[Division, ...]:
        """The path down to the division with this id, itself last; () where its bounds are not known."""
        if self._added is None:
            return ()
        paths = (self._added.areas.of(each) for each in self._added.joined_to(reference))
        return next(filter(None, paths), ())

    def divisions_at(self, lat: float, lon: float, *, deepest: int) -> tuple[Division, ...]:
        """The divisions that a point lies in, from the first level to `deepest`; () where no bounds are known."""
        return self._added.areas.path(lat, lon, deepest) if self._added else ()

    def names_matched(self, entry: Entry, name: str) -> list[tuple[str, bool, str | None]]:
        """The names of an entry that `name` finds: (as written or as folded, whether it is a main name, source)."""
        folded = fold_name(name)
        forms = (folded, without_article(folded), f"al {folded}")
        query = "SELECT folded, kind, NULL FROM name WHERE place = ? AND folded IN (?, ?, ?)"
        rows = self._rows(query, (entry.id, *forms)) if entry.source is None else []
        if self._added:
            reference = entry.reference or f"geonames:{entry.id}"
            rows += self._added.names_matched(reference, forms)
        return [(str(written), kind == MAIN, source) for written, kind, source in rows]

    def spelt_alike(self, name: str) -> list[str]:
        """Names of places that begin alike, or could be other transliterations of `name`: for a hint, slow."""
        folded, key = fold_name(name), loose_key(name)
        if len(folded) < 3:
            return []
        queries: list[tuple[str, tuple[object, ...]]] = [
            ("SELECT DISTINCT folded FROM name WHERE folded >= ? AND folded < ?", (folded[:3], folded[:3] + "\uffff")),
            ("SELECT DISTINCT p.name FROM loose l JOIN place p ON p.id = l.place WHERE l.key = ?", (key,)),
        ]
        both = (self._rows, self._added.rows) if self._added else (self._rows,)
        return [str(row[0]) for rows in both for query, values in queries for row in rows(query, values)]


def _entry(row: tuple[Any, ...]) -> Entry:
    values = (*row[:-1], row[-1] == MAIN)
    return Entry(*values)


def _by_size(entry: Entry) -> tuple[int, bool, int]:
    return -entry.population, entry.kind not in _SETTLEMENTS, entry.id
