"""The gazetteer: places by name, from an SQLite file that is only read."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from dateline.errors import InstallError
from dateline.ground.gazetteer_schema import MAIN, SCHEMA_VERSION
from dateline.text.fold import fold_name, loose_key, without_article

DEFAULT_PATH = Path(__file__).with_name("data") / "gazetteer.sqlite"
_CACHED_NAMES = 65_536
_MOST = 400  # of the same name; the least populous are left out
_COLUMNS = "p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, p.radius_km, p.reference"
_BY_NAME = f"""SELECT {_COLUMNS}, min(n.kind) FROM name n JOIN place p ON p.id = n.place
WHERE n.folded IN (?, ?) GROUP BY p.id ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)
_BY_KEY = f"""SELECT {_COLUMNS}, 1 FROM loose l JOIN place p ON p.id = l.place
WHERE l.country = ? AND l.key = ? ORDER BY p.population DESC, p.id LIMIT {_MOST}"""  # noqa: S608 (constants)

_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.id = ?"  # noqa: S608 (constants)
_BY_REFERENCE = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.reference = ?"  # noqa: S608 (constants)
_DIVISION = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.kind = 'admin1' AND p.country = ? AND p.admin1 = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    `kind` is city, capital, country, admin1 or region; `country` is ISO 3166-1 alpha-3 (None for regions across
    borders), `admin1` GeoNames' code within it. The point is in WGS 84 degrees; `radius_km` is None for settlements.
    `main` says whether the name asked for is its main name. `reference` is its id in the record, None for regions.
    """

    id: int
    name: str
    country: str | None
    admin1: str
    lat: float
    lon: float
    population: int
    kind: str
    radius_km: float | None = None
    reference: str | None = None
    main: bool = True


class Gazetteer:
    """Read access to one gazetteer file; safe to share between threads. Made by `open`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()  # threads that share a connection share its statements, and would mix up their rows
        self.lookup = lru_cache(maxsize=_CACHED_NAMES)(self._lookup)
        self.loosely = lru_cache(maxsize=_CACHED_NAMES)(self._loosely)
        self.by_reference = lru_cache(maxsize=_CACHED_NAMES)(self._by_reference)
        self.division = lru_cache(maxsize=_CACHED_NAMES)(self._division)
        self.contains_name = lru_cache(maxsize=_CACHED_NAMES)(self._contains_name)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """The gazetteer at `path`, else the one that ships; raises InstallError where it is missing or another form."""
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
        return cls(connection)

    def close(self) -> None:
        """Close the file; lookups afterwards raise sqlite3.ProgrammingError."""
        self._connection.close()

    def meta(self) -> dict[str, str]:
        """Source, version and licence of the data, and the builder's fingerprint."""
        return dict(self._rows("SELECT key, value FROM meta"))

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
        return tuple(_entry(row) for row in self._rows(_BY_NAME, (folded, other)))

    def _loosely(self, name: str, country: str) -> tuple[Entry, ...]:
        """Places of one country (alpha-3) whose name could be another transliteration of `name`."""
        key = loose_key(name)
        return tuple(_entry(row) for row in self._rows(_BY_KEY, (country, key))) if key else ()

    def _by_reference(self, reference: str) -> Entry | None:
        """The place with this id of the record ("geonames:170063", "iso:SYR"), or None."""
        number = reference.removeprefix("geonames:")
        one = (_BY_ID, int(number)) if number.isdigit() else (_BY_REFERENCE, reference)
        rows = self._rows(one[0], one[1:])
        return _entry(rows[0]) if rows else None

    def _division(self, country: str, admin1: str) -> Entry | None:
        """The first-level division with this GeoNames code in a country (alpha-3), or None."""
        rows = self._rows(_DIVISION, (country, admin1)) if admin1 else []
        return _entry(rows[0]) if rows else None

    def _contains_name(self, folded: str) -> bool:
        """Whether any place has exactly this folded name."""
        return bool(self._rows("SELECT 1 FROM name WHERE folded = ? LIMIT 1", (folded,)))


def _entry(row: tuple[Any, ...]) -> Entry:
    values = (*row[:-1], row[-1] == MAIN)
    return Entry(*values)
