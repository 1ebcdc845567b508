"""A record of an older version opens, gets its tables, and knows that its incidents are still to be made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import RecordError
from dateline.incorporate.update import is_pending, update
from dateline.store.record import Record
from dateline.store.tables import SCHEMA_VERSION
from dateline.store.tables_derived import DERIVED, judgement, pending
from dateline.store.wanted import Wanted
from tests.factories import claim, reading


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A record of version 1 that holds an article."""
    path = tmp_path / "folder" / "old.db"
    with Record.open(f"sqlite:///{path}") as record:
        record.add(reading(claim(place="Qarrah", day="2021-03-02", killed=14)))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for table in (*DERIVED, pending, judgement):
            raw.execute(f"DROP TABLE {table.name}")
        raw.execute("UPDATE meta SET value = '1'")
        raw.execute("PRAGMA journal_mode = DELETE")
    return path


def _version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()[0])


def test_an_old_record_is_brought_up_to_date(old: Path) -> None:
    for _ in range(2):  # the second time there is nothing to do
        with Record.open(f"sqlite:///{old}", create=False) as record:
            assert (is_pending(record), record.count_incidents(), record.judgements()) == (1, 0, [])
    assert _version(old) == str(SCHEMA_VERSION)
    with Record.open(f"sqlite:///{old}", create=False) as record:
        assert update(record) == 1
        assert [one["place"] for one in record.incidents()] == ["Qarrah"]


def test_one_that_cannot_be_written_still_gives_its_articles(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.engine._only_readable", lambda _: True)
    with Record.open(f"sqlite:///{old}", create=False) as record:
        assert record.names() == ["qarrah"]
        with pytest.raises(RecordError, match=r"older Dateline.* Make the file and its folder writable"):
            is_pending(record)
    assert _version(old) == "1"


def test_a_record_of_version_2_gets_what_lists_ask_for(tmp_path: Path) -> None:
    path = tmp_path / "second.db"
    with Record.open(f"sqlite:///{path}") as record:
        record.add(reading(claim(place="Qarrah", day="2021-03-02", killed=14, sources=["The local council"])))
        update(record)
        made = record.incidents()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TABLE incident_term")
        for index in ("incident_listed", "claim_by_confidence", "claim_place_by_spot"):
            raw.execute(f"DROP INDEX {index}")
        for column in ("precision", "radius_km"):
            raw.execute(f"ALTER TABLE incident DROP COLUMN {column}")
        raw.execute("UPDATE meta SET value = '2' WHERE key = 'schema_version'")
    with Record.open(f"sqlite:///{path}", create=False) as record, record.lists() as lists:
        assert (is_pending(record), record.incidents()) == (0, made)
        assert lists.count(Wanted(source="council", measure="killed")) == 1
        assert [each["properties"]["radius_km"] for each in lists.spots(Wanted())] == [5.0]
        assert lists.doubtful() == []
    assert _version(path) == str(SCHEMA_VERSION)
    with closing(sqlite3.connect(path)) as raw:
        indexes = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"incident_listed", "claim_by_confidence", "claim_place_by_spot"} <= indexes
