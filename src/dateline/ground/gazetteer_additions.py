"""Writes the file of what a user added: each step in one transaction, replaced when it is added again."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.errors import RecordError, UsageError
from dateline.ground.gazetteer import DEFAULT_PATH
from dateline.ground.gazetteer_added import connect
from dateline.ground.gazetteer_areas import box, packed
from dateline.ground.gazetteer_link import Linker
from dateline.ground.gazetteer_schema import ALTERNATE, MAIN
from dateline.ground.gazetteer_user_schema import OWN, SCHEMA, SCHEMA_VERSION
from dateline.ground.sources.records import SourceArea, SourcePoint, Step
from dateline.lexicon.place_words import place_words
from dateline.text.fold import fold_name, loose_key

_BUSY_S = 30
_PLACE = """INSERT INTO place (source, reference, name, country, admin1, lat, lon, population, kind, radius_km, code,
geonames, lang, note, same) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SOURCE = "SELECT id, form, country, licence, share_alike, files, as_of, added, left_out, ambiguous FROM source"


@dataclass(frozen=True, slots=True)
class Source:
    """What one source brought: what `dateline places list` shows.

    `kinds` counts its places by kind, `joined` those that stand for a place that was known already, `left_out` by
    reason the records that were not kept; `files` are (name, SHA-256); `ambiguous` the names that meant one place or
    none before it and mean several since.
    """

    id: str
    form: str
    country: str | None
    licence: str
    share_alike: bool
    files: tuple[tuple[str, str], ...]
    as_of: str
    added: str
    kinds: dict[str, int]
    joined: int
    areas: int
    names: int
    ambiguous: int
    left_out: dict[str, int]

    @property
    def places(self) -> int:
        """All its places."""
        return sum(self.kinds.values())


@contextmanager
def additions(path: Path, *, gazetteer: Path | None = None) -> Iterator[Additions]:
    """The user's file at `path` open for writing, made where it is missing.

    All that is done inside is one transaction: an error leaves the file as it was. Raises RecordError where the file
    cannot be written.
    """
    made = not path.exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not made:
            connect(path).close()  # says what is wrong with a file of another form
        with closing(sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                _create(connection)
            try:
                with closing(_read_only(gazetteer or DEFAULT_PATH)) as built_in:
                    yield Additions(connection, built_in)
                connection.execute("COMMIT")
                made = False
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
    except (sqlite3.Error, OSError) as error:
        remedy = "See that the folder can be written and no other command adds places, or set DATELINE_PLACES."
        raise RecordError(f"the added places cannot be written: {error}", where=str(path), remedy=remedy) from error
    finally:
        if made and path.is_file() and not path.stat().st_size:
            path.unlink()


def sources(path: Path) -> list[Source]:
    """What was added to the user's file at `path`, in the order of their ids; [] where there is none."""
    if not path.is_file():
        return []
    with closing(connect(path)) as connection:
        return _sources(connection)


def own_names(path: Path) -> list[dict[str, Any]]:
    """The user's own names in the file at `path`, as `dateline places alias --list` shows them."""
    if not path.is_file():
        return []
    columns = ("name", "lang", "lat", "lon", "radius_km", "country", "kind", "same", "note")
    with closing(connect(path)) as connection:
        query = f"SELECT {', '.join(columns)} FROM place WHERE source = ? ORDER BY name, id"  # noqa: S608 (constants)
        return [dict(zip(columns, row, strict=True)) for row in connection.execute(query, (OWN,))]


class Additions:
    """Adds to and removes from one user's file, within one transaction. Made by `additions`."""

    def __init__(self, connection: sqlite3.Connection, built_in: sqlite3.Connection) -> None:
        self._connection = connection
        self._built_in = built_in

    def add(self, step: Step) -> Source:
        """Adds all places and bounds of a step in place of what the same source gave before."""
        self._clear(step.id)
        self._write_source(step)
        for each in step.points:
            self.insert(step.id, each)
        for area in step.areas:
            self._insert_area(step.id, area)
        linker = Linker(self._connection, self._built_in)
        linker.link()
        values = (linker.ambiguous(step.id), step.id)
        self._connection.execute("UPDATE source SET ambiguous = ? WHERE id = ?", values)
        return next(source for source in _sources(self._connection) if source.id == step.id)

    def remove(self, source: str) -> Source:
        """Takes out all that a source gave; raises UsageError where nothing was added from it."""
        known = {each.id: each for each in _sources(self._connection)}
        if source not in known:
            there = ", ".join(known) or "nothing"
            raise UsageError(f"nothing was added from {source!r}", remedy=f"There is: {there}.")
        self._clear(source)
        Linker(self._connection, self._built_in).link()
        return known[source]

    def insert(
        self, source: str, point: SourcePoint, *, lang: str = "", note: str = "", same: str | None = None
    ) -> None:
        """Adds one place with its names; `same` is the reference of the entry that it is another name of."""
        values = (point.reference, point.name, point.country or None, point.admin1, point.lat, point.lon)
        rest = (point.population, point.kind, point.radius_km, point.code, point.geonames, lang, note, same)
        number = self._connection.execute(_PLACE, (source, *values, *rest)).lastrowid
        names = point.names or ((point.name, True),)
        rows = {(fold_name(name), MAIN if main else ALTERNATE, name) for name, main in names if fold_name(name)}
        self._connection.executemany(
            "INSERT OR IGNORE INTO name (folded, kind, written, place) VALUES (?, ?, ?, ?)",
            ((*row, number) for row in sorted(rows, key=lambda row: (row[1], row[2] != point.name, row))),
        )
        if point.country in place_words().transliterated:
            keys = sorted({loose_key(row[0]) for row in rows if row[0].isascii()} - {""})
            loose = [(point.country, key, number) for key in keys]
            self._connection.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?, ?)", loose)

    def note_own(self) -> None:
        """Sets up the source of the user's own names, and takes it away again when it has no name left."""
        if self._connection.execute("SELECT 1 FROM place WHERE source = ?", (OWN,)).fetchone():
            linker = Linker(self._connection, self._built_in)
            values = (linker.ambiguous(OWN), OWN)
            self._connection.execute("UPDATE source SET ambiguous = ? WHERE id = ?", values)
        else:
            self._clear(OWN)

    def start_own(self, files: Sequence[tuple[str, str]]) -> None:
        """The source of the user's own names is there, with one more file of them."""
        row = self._connection.execute("SELECT files FROM source WHERE id = ?", (OWN,)).fetchone()
        before = [tuple(each) for each in json.loads(row[0])] if row else []
        kept = tuple(each for each in before if each[0] not in {name for name, _ in files})
        self._connection.execute("DELETE FROM source WHERE id = ?", (OWN,))
        step = Step(OWN, "", "your own", files=(*kept, *files))
        self._write_source(step, name=OWN)

    def forget_names(self, names: Sequence[str]) -> int:
        """Takes out the user's own places with any of these names; how many there were."""
        folded = [fold_name(name) for name in names]
        rows: list[Any] = []
        for name in dict.fromkeys(folded):
            rows += self._connection.execute(
                "SELECT p.id FROM place p JOIN name n ON n.place = p.id WHERE p.source = ? AND n.folded = ?",
                (OWN, name),
            ).fetchall()
        for number in {row[0] for row in rows}:
            self._delete_places("id = ?", number)
        return len({row[0] for row in rows})

    def _write_source(self, step: Step, *, name: str | None = None) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        said = (json.dumps(step.files), step.as_of, now, json.dumps(dict(step.left_out.most_common())), 0)
        values = (name or step.id, step.form, step.country or None, step.licence, step.share_alike, *said)
        self._connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _insert_area(self, source: str, area: SourceArea) -> None:
        values = (source, area.place, area.country, area.path[-1][0], json.dumps(area.path, ensure_ascii=False))
        self._connection.execute(
            """INSERT INTO area (source, place, country, level, path, south, west, north, east, rings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (*values, *box(area.rings), packed(area.rings)),
        )

    def _clear(self, source: str) -> None:
        self._delete_places("source = ?", source)
        for table, column in (("area", "source"), ("source", "id")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (source,))  # noqa: S608 (our own names)

    def _delete_places(self, condition: str, value: object) -> None:
        for table in ("name", "loose"):
            query = f"DELETE FROM {table} WHERE place IN (SELECT id FROM place WHERE {condition})"  # noqa: S608 (the same)
            self._connection.execute(query, (value,))
        self._connection.execute(f"DELETE FROM place WHERE {condition}", (value,))  # noqa: S608 (the same)


def _sources(connection: sqlite3.Connection) -> list[Source]:
    kinds: dict[str, Counter[str]] = {}
    joined: Counter[str] = Counter()
    for source, kind, is_joined, count in connection.execute(
        "SELECT source, kind, same IS NOT NULL, count(*) FROM place GROUP BY 1, 2, 3"
    ):
        kinds.setdefault(source, Counter())[kind] += count
        joined[source] += count if is_joined else 0
    names = dict(connection.execute("SELECT p.source, count(*) FROM name n JOIN place p ON p.id = n.place GROUP BY 1"))
    areas = dict(connection.execute("SELECT source, count(*) FROM area GROUP BY 1"))
    return [
        Source(
            id=row[0],
            form=row[1],
            country=row[2],
            licence=row[3],
            share_alike=bool(row[4]),
            files=tuple((name, digest) for name, digest in json.loads(row[5])),
            as_of=row[6],
            added=row[7],
            kinds=dict(kinds.get(row[0], Counter()).most_common()),
            joined=joined[row[0]],
            areas=areas.get(row[0], 0),
            names=names.get(row[0], 0),
            ambiguous=row[9],
            left_out=json.loads(row[8]),
        )
        for row in connection.execute(f"{_SOURCE} ORDER BY id").fetchall()
    ]


def _create(connection: sqlite3.Connection) -> None:
    for statement in SCHEMA.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA_VERSION,))


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
