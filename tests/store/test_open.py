"""Opening a record: what is no record is refused and left alone, and every failure says what to do next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from dateline.errors import RecordError, UsageError
from dateline.store import failures
from dateline.store.record import Record
from dateline.store.stored import Counts


def _garbage(path: Path) -> None:
    path.write_text("This is a letter, not a database.\n" * 50)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")


def _newer(path: Path) -> None:
    Record.open(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE meta SET value = '99'")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_garbage, r"no SQLite database\. Name another file"),
        (_foreign, "belongs to another program"),
        (_newer, "newer Dateline .*version 99.* Update Dateline"),
        (Path.mkdir, "this is a folder"),
    ],
)
def test_what_is_no_record_is_refused_and_left_alone(tmp_path: Path, make: object, says: str) -> None:
    path = tmp_path / "found.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RecordError, match=says) as raised:
        Record.open(f"sqlite:///{path}")
    assert raised.value.where == str(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_folder_is_made_for_writing_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a b?c%.db"
    with pytest.raises(RecordError, match="no record yet"):
        Record.open(f"sqlite:///{path}", create=False)
    assert not path.parent.exists()
    Record.open(f"sqlite:///{path}").close()
    assert path.is_file()


def test_a_file_in_the_way_of_the_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordError, match="folder cannot be made"):
        Record.open(f"sqlite:///{tmp_path / 'file' / 'record.db'}")


def test_an_empty_file_becomes_a_record_only_when_writing(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(RecordError, match="the record is empty"):
        Record.open(f"sqlite:///{path}", create=False)
    with Record.open(f"sqlite:///{path}") as opened:
        assert opened.counts() == Counts(0, 0, 0)


@pytest.mark.parametrize("url", ["nonsense", "carrier://pigeon/loft"])
def test_what_is_no_address_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match=r"postgresql\+psycopg"):
        Record.open(url)


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("attempt to write a readonly database", "read-only"),
        ("unable to open database file", "cannot be opened"),
        ("database or disk is full", "disk is full"),
        ("disk I/O error", "disk gave an error"),
        ("database disk image is malformed", "damaged"),
        ("no such column: x", "the database answered: no such column: x"),
    ],
)
def test_each_failure_says_where_and_what_it_means(said: str, means: str) -> None:
    with pytest.raises(RecordError, match=means) as raised, failures.explained("my.db"):
        raise OperationalError("SELECT 1", {}, sqlite3.OperationalError(said))
    assert raised.value.where == "my.db"
