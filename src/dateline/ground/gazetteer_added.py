"""What a user added to the gazetteer, read from its file. Nothing here runs for a user who added nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from dateline.errors import RecordError
from dateline.ground.gazetteer_areas import Areas
from dateline.ground.gazetteer_entry import Entry
from dateline.ground.gazetteer_schema import MAIN
from dateline.ground.gazetteer_user_schema import FIRST_ID, OWN, SCHEMA_VERSION

_COLUMNS = (
    "p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, p.radius_km, p.reference, p.source, p.same"
)
_MOST = 400
_BY_NAME = f"""SELECT {_COLUMNS}, min(n.kind) FROM name n JOIN place p ON p.id = n.place
WHERE n.folded IN (?, ?) GROUP BY p.id ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)
_BY_KEY = f"""SELECT {_COLUMNS}, 1 FROM loose l JOIN place p ON p.id = l.place
WHERE l.country = ? AND l.key = ? ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)
_BY_REFERENCE = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.reference = ? ORDER BY p.id LIMIT 1"  # noqa: S608 (the same)
_DIVISION = f"""SELECT {_COLUMNS}, 0 FROM place p
WHERE p.kind = 'admin1' AND p.country = ? AND p.admin1 = ? AND p.same IS NULL LIMIT 1"""  # noqa: S608 (constants)


@dataclass(frozen=True, slots=True)
class AddedEntry:
    """An added place, and the reference of the entry that it is joined to (None where it stands for itself)."""

    entry: Entry
    same: str | None


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection to a user's file; raises RecordError where it is damaged or of another form."""
    remedy = "Move the file away and add the places again."
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise RecordError(f"the added places cannot be read: {error}", where=str(path), remedy=remedy) from error
    if found is None or found[0] != SCHEMA_VERSION:
        connection.close()
        has = found[0] if found else "none"
        raise RecordError(f"the added places have form {has}, not {SCHEMA_VERSION}", where=str(path), remedy=remedy)
    return connection


class Added:
    """Read access to one file of added places; safe to share between threads. Made by `open`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path | None) -> Added | None:
        """What was added in the file at `path`; None where there is no such file."""
        return cls(connect(path)) if path is not None and path.is_file() else None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @cached_property
    def areas(self) -> Areas:
        """The bounds of divisions."""
        return Areas(self._connection, self._lock)

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        """All rows of a query, fetched before another thread may ask."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def by_name(self, folded: str, other: str) -> list[AddedEntry]:
        """The places with either folded name; the user's own name for one place alone is marked as such."""
        found = [_added(row) for row in self.rows(_BY_NAME, (folded, other))]
        own = [each for each in found if each.entry.source == OWN]
        if len(own) != 1:
            return found
        return [replace(each, entry=replace(each.entry, own=True)) if each is own[0] else each for each in found]

    def by_key(self, country: str, key: str) -> list[AddedEntry]:
        """Places of one country (alpha-3) by loose key."""
        return [_added(row) for row in self.rows(_BY_KEY, (country, key))]

    def by_reference(self, reference: str) -> AddedEntry | None:
        """The place with this id, or None."""
        rows = self.rows(_BY_REFERENCE, (reference,))
        return _added(rows[0]) if rows else None

    def division(self, country: str, admin1: str) -> Entry | None:
        """The first-level division with this code that is joined to no other, or None."""
        rows = self.rows(_DIVISION, (country, admin1))
        return _added(rows[0]).entry if rows else None

    def joined_to(self, reference: str) -> list[str]:
        """The references of the places that are joined to the one with this reference, and its own."""
        rows = self.rows("SELECT reference FROM place WHERE same = ? OR reference = ?", (reference, reference))
        return [str(row[0]) for row in rows]

    def names_matched(self, reference: str, forms: tuple[str, str, str]) -> list[Any]:
        """(written, kind, source) of the names with one of the folded forms, of a place and all joined to it."""
        return self.rows(
            """SELECT n.written, n.kind, p.source FROM name n JOIN place p ON p.id = n.place
            WHERE n.folded IN (?, ?, ?) AND (p.same = ? OR p.reference = ?)""",
            (*forms, reference, reference),
        )

    def contains_name(self, folded: str) -> bool:
        """Whether any place has exactly this folded name."""
        return bool(self.rows("SELECT 1 FROM name WHERE folded = ? LIMIT 1", (folded,)))


def _added(row: tuple[Any, ...]) -> AddedEntry:
    number, name, country, admin1, lat, lon, population, kind, radius, reference, source, same, matched = row
    geonames = reference.removeprefix("geonames:")
    entry = Entry(
        id=int(geonames) if geonames.isdecimal() else -FIRST_ID - number,
        name=name,
        country=country,
        admin1=admin1,
        lat=lat,
        lon=lon,
        population=population,
        kind=kind,
        radius_km=radius,
        reference=reference,
        main=matched == MAIN,
        source=source,
    )
    return AddedEntry(entry, same)
