"""What went wrong with the database, said so that a person can act on it. Every failure becomes a RecordError."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import BusyError, RecordError

WAIT_SECONDS: Final = 20  # how long a writer waits for another one before it gives up

_BUSY: Final = "database is locked"

# What the driver says (in lower case) → what it means → what to do next.
_KNOWN: Final = (
    (
        "no such table: ",
        "the record was made by an older Dateline, which kept no incidents, and it cannot be changed here",
        "Make the file and its folder writable, or work on a copy of it.",
    ),
    (
        _BUSY,
        "another process is writing to the record; it was waited for, but not for ever",
        "Wait until it has finished, or stop it, and run the command again: nothing of this article was written.",
    ),
    (
        "readonly database",
        "the record cannot be written: the file or its folder is read-only",
        "Make both writable, or name another file with --db.",
    ),
    (
        "unable to open database file",
        "the record cannot be opened: its folder cannot be entered or written, or the path is no file",
        "Check the path and its permissions, or name another file with --db.",
    ),
    (
        "file is not a database",
        "this file is not a record of Dateline: it is no SQLite database",
        "Name another file with --db.",
    ),
    (
        "disk is full",
        "the disk is full; the article that was being written is not in the record, all before it are",
        "Free some space and run the command again: what is there is not read twice.",
    ),
    (
        "disk i/o error",
        "the disk gave an error while the record was read or written",
        "Check the disk (network drives are not safe for SQLite), and use a copy of the file.",
    ),
    (
        "malformed",
        "the record is damaged",
        "Restore it from a copy, or add the articles to a new file with --db.",
    ),
)


def explain(error: Exception, where: str) -> RecordError:
    """The RecordError for what the driver raised at `where`."""
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    for sign, what, remedy in _KNOWN:
        if sign in said.lower():
            return (BusyError if sign == _BUSY else RecordError)(what, where=where, remedy=remedy)
    return RecordError(f"the database answered: {said.strip()}", where=where)


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turns every database error inside the block into a RecordError that names `where`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise explain(error, where) from error
