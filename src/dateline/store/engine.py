"""Opening the database: its address, SQLite's settings, and whether what is there is a record at all."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError

from dateline.errors import RecordError, UsageError
from dateline.store.failures import WAIT_SECONDS, explained
from dateline.store.migrate import migrate
from dateline.store.search import index_statements
from dateline.store.tables import SCHEMA_VERSION, meta, metadata

WRITES: Final = "dateline_writes"  # the execution option that marks a transaction which writes
_PREFIX: Final = "sqlite:///"
_MEMORY: Final = ":memory:"


def open_engine(url: str, *, create: bool, wait: float | None = None) -> tuple[Engine, str]:
    """An engine on a record of this version, and its address as people may see it (no password).

    With `create`, the folder, the file and the tables are made where they are missing. `wait` is for how many seconds a
    writer waits for another one (SQLite). Raises RecordError where the
    database cannot be opened or is no record, UsageError where `url` is no address.
    """
    address = _address(url)
    where = address.database or _MEMORY if _is_sqlite(address) else address.render_as_string(hide_password=True)
    if _is_sqlite(address):
        _check_file(where, create=create)
    with explained(where):
        engine = _engine(address, create=create, wait=WAIT_SECONDS if wait is None else wait)
        _check_tables(engine, where, create=create)
    return engine, where


def _address(url: str) -> URL:
    if url.startswith(_PREFIX):
        return URL.create("sqlite", database=url.removeprefix(_PREFIX) or _MEMORY)  # a path may hold ? and %
    try:
        return make_url(url)
    except ArgumentError as error:
        raise UsageError(
            "this is no address of a database", where=url, remedy="Give a file, or postgresql+psycopg://…"
        ) from error


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _check_file(where: str, *, create: bool) -> None:
    if where == _MEMORY:
        return
    path = Path(where)
    if path.is_dir():
        raise RecordError("this is a folder, not a record", where=where, remedy="Name a file in it with --db.")
    if not create and not path.exists():
        raise RecordError("there is no record yet", where=where, remedy="Make one with: dateline add FILE")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            f"its folder cannot be made ({error.strerror})", where=where, remedy="Name another file with --db."
        ) from error


def _engine(address: URL, *, create: bool, wait: float) -> Engine:
    if not _is_sqlite(address):
        return _server_engine(address)
    target = address.database or _MEMORY
    untouchable = not create and target != _MEMORY and _only_readable(Path(target))
    if untouchable:
        # A file in a folder where SQLite may not put its -shm beside it can only be read as unchanging.
        address = make_url(f"{_PREFIX}{Path(target).absolute().as_uri()}?mode=ro&immutable=1&uri=true")
    engine = create_engine(address, connect_args={"timeout": wait})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _only_readable(path: Path) -> bool:
    waiting = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not waiting.exists()


def _server_engine(address: URL) -> Engine:
    try:
        return create_engine(address)
    except NoSuchModuleError as error:
        where = address.render_as_string(hide_password=True)
        raise UsageError(
            "this kind of database is not known", where=where, remedy="Give a file, or postgresql+psycopg://…"
        ) from error
    except ModuleNotFoundError as error:
        where = address.render_as_string(hide_password=True)
        raise RecordError(
            f"the driver {error.name} is not installed", where=where, remedy=f"pip install {error.name}"
        ) from error


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Dateline begins its transactions itself: the driver would begin a writing one too late to wait for its turn.
    # How long it waits is set by `timeout` above.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_tables(engine: Engine, where: str, *, create: bool) -> None:
    with engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        version = _version(connection) if meta.name in names else None
    if version is not None:
        _check_version(version, where)
        migrate(engine.execution_options(**{WRITES: True}), int(version))
    elif names:
        raise RecordError(
            "this database belongs to another program: it is no record of Dateline",
            where=where,
            remedy="Name another file with --db.",
        )
    elif create:
        _make_tables(engine)
    else:
        raise RecordError("the record is empty", where=where, remedy="Fill it with: dateline add FILE")


def _version(connection: Connection) -> str | None:
    row: Any = connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar()
    return None if row is None else str(row)


def _check_version(version: str, where: str) -> None:
    if not version.isdigit() or int(version) > SCHEMA_VERSION:
        raise RecordError(
            f"the record was made by a newer Dateline (its schema is version {version}, this one knows "
            f"{SCHEMA_VERSION})",
            where=where,
            remedy="Update Dateline: pip install --upgrade dateline",
        )


def _make_tables(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            # Kept in the file: readers go on while one process writes. It cannot change inside a transaction.
            raw = connection.connection.dbapi_connection
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA journal_mode = WAL")
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            if not inspect(connection).has_table(meta.name):  # another process may have made them meanwhile
                metadata.create_all(connection)
                for statement in index_statements(engine.dialect.name):
                    connection.exec_driver_sql(statement)
                connection.execute(insert(meta).values(key="schema_version", value=str(SCHEMA_VERSION)))
    except IntegrityError:  # PostgreSQL: the other process was quicker; its tables are the same
        pass
