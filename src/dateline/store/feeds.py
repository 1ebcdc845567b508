"""Feeds in the record: which are followed, how their polls went, and what became of each entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select, update

from dateline.errors import UsageError
from dateline.model.feed import FAILED, KNOWN, OUTCOMES, PUT_OFF, READ, Entry, Fate
from dateline.store.engine import WRITES, open_engine
from dateline.store.failures import explained
from dateline.store.tables import metadata
from dateline.store.tables_feeds import FEED_TABLES, feed, feed_entry, feed_log

_HELD: Final = (READ, KNOWN)


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is followed. Moments are in UTC, None for never; `failures` counts polls that failed in a row.

    `not_before` is until when its server asked to be left alone; `counts` says how many entries came to each outcome.
    """

    number: int
    name: str
    url: str
    title: str | None
    added: datetime
    etag: str | None
    modified: str | None
    polled: datetime | None
    succeeded: datetime | None
    not_before: datetime | None
    failures: int
    failure: str | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log: an entry and what became of it, or a poll that failed."""

    at: datetime
    feed: str
    outcome: str
    url: str | None
    title: str | None
    reason: str | None
    article_id: str | None


class FeedStore:
    """The feeds of an open record. Every failure is a RecordError; each change is one transaction."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self.where = where
        with explained(where), engine.connect() as connection:
            self._made = inspect(connection).has_table(feed.name)

    @classmethod
    def open(cls, url: str, *, create: bool = True) -> FeedStore:
        """The feeds of the record at an SQLAlchemy URL; the record is made there if `create`."""
        return cls(*open_engine(url, create=create))

    def close(self) -> None:
        """Gives the database back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, name: str, url: str, *, title: str | None = None) -> bool:
        """Follows a feed; False where its address is followed already. Raises UsageError for a name that is taken."""
        with self._writing() as connection:
            if connection.execute(select(feed.c.number).where(feed.c.url == url)).first():
                return False
            if connection.execute(select(feed.c.number).where(feed.c.name == name)).first():
                raise UsageError(f"another feed is called {name!r}", remedy="Give it another name with --name.")
            row = {"name": name, "url": url, "title": title, "added": _written(_now()), "failures": 0}
            connection.execute(insert(feed), [row])
        return True

    def remove(self, name: str) -> None:
        """Follows a feed no more and forgets its entries and log; the articles stay in the record."""
        with self._writing() as connection:
            connection.execute(delete(feed).where(feed.c.name == name))

    def feeds(self, names: Iterable[str] = ()) -> list[Followed]:
        """The feeds of these names, all where none is given, in order of their names; raises UsageError for others."""
        wanted = set(names)
        with self._reading() as connection:
            rows = connection.execute(select(feed).order_by(feed.c.name)).mappings().all() if self._made else []
            counts = _counts(connection) if self._made else {}
        if unknown := wanted - {row["name"] for row in rows}:
            known = ", ".join(row["name"] for row in rows) or "none"
            said = ", ".join(repr(name) for name in sorted(unknown))
            raise UsageError(f"no feed is called {said}", remedy=f"There are: {known}.")
        return [_followed(row, counts) for row in rows if not wanted or row["name"] in wanted]

    def tries(self, of: Followed) -> dict[str, tuple[str, int]]:
        """By the key of each entry that was met before: what became of it, and how often it was tried."""
        columns = (feed_entry.c.key, feed_entry.c.outcome, feed_entry.c.tries)
        with self._reading() as connection:
            rows = connection.execute(select(*columns).where(feed_entry.c.feed_number == of.number))
            return {key: (outcome, tries) for key, outcome, tries in rows}

    def put_off(self, of: Followed) -> list[Entry]:
        """The entries that are to be tried again, in the order in which they were first seen."""
        columns = (feed_entry.c[name] for name in ("key", "url", "title", "published", "publisher"))
        query = select(*columns).where(feed_entry.c.feed_number == of.number, feed_entry.c.outcome == PUT_OFF)
        with self._reading() as connection:
            return [Entry(*row) for row in connection.execute(query.order_by(feed_entry.c.number))]

    def article_at(self, url: str) -> str | None:
        """The id of the article that an entry of any feed gave from this address; None for none."""
        held = (feed_entry.c.url == url, feed_entry.c.outcome.in_(_HELD), feed_entry.c.article_id.is_not(None))
        with self._reading() as connection:
            found = connection.execute(select(feed_entry.c.article_id).where(*held)).scalar()
        return None if found is None else str(found)

    def note(self, of: Followed, entry: Entry, fate: Fate) -> None:
        """Keeps what became of an entry, and writes it into the log."""
        moment = _written(_now())
        came = {"outcome": fate.outcome, "reason": fate.reason, "article_id": fate.article_id}
        said = {"url": entry.url, "title": entry.title}
        this = (feed_entry.c.feed_number == of.number) & (feed_entry.c.key == entry.key)
        again = update(feed_entry).where(this).values(**came, tried=moment, tries=feed_entry.c.tries + 1)
        with self._writing() as connection:
            if not connection.execute(again).rowcount:
                told = {"key": entry.key, "published": entry.published, "publisher": entry.publisher}
                when = {"tries": 1, "first_seen": moment, "tried": moment}
                connection.execute(insert(feed_entry), [{"feed_number": of.number, **told, **said, **came, **when}])
            connection.execute(insert(feed_log), [{"feed_number": of.number, "at": moment, **said, **came}])

    def succeeded(self, of: Followed, *, etag: str | None, modified: str | None) -> None:
        """Keeps that a poll went well to its end, with the validators of the answer."""
        moment = _written(_now())
        well = {"polled": moment, "succeeded": moment, "failures": 0, "failure": None, "not_before": None}
        with self._writing() as connection:
            values = {**well, "etag": etag, "modified": modified}
            connection.execute(update(feed).where(feed.c.number == of.number).values(**values))

    def failed(self, of: Followed, reason: str, *, not_before: datetime | None = None) -> None:
        """Keeps that a poll failed and why, and writes it into the log."""
        moment, until = _written(_now()), _written(not_before) if not_before else None
        with self._writing() as connection:
            said = {"polled": moment, "failures": feed.c.failures + 1, "failure": reason, "not_before": until}
            connection.execute(update(feed).where(feed.c.number == of.number).values(**said))
            row = {"feed_number": of.number, "at": moment, "outcome": FAILED, "url": of.url, "reason": reason}
            connection.execute(insert(feed_log), [row])

    def log(
        self, names: Iterable[str] = (), *, outcomes: Iterable[str] = (), limit: int | None = None
    ) -> list[LogLine]:
        """The log of the feeds of these names and of these outcomes, all where none is given, the latest line last.

        With `limit` only the latest ones.
        """
        numbers = [one.number for one in self.feeds(names)]
        columns = (feed_log.c[name] for name in ("outcome", "url", "title", "reason", "article_id"))
        query = (
            select(feed_log.c.at, feed.c.name, *columns)
            .join(feed, feed.c.number == feed_log.c.feed_number)
            .where(feed.c.number.in_(numbers), feed_log.c.outcome.in_(tuple(outcomes) or (*OUTCOMES, FAILED)))
            .order_by(feed_log.c.number.desc())
            .limit(limit)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all() if numbers else []
        return [LogLine(_read(row[0]), *row[1:]) for row in reversed(rows)]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that writes; the tables are made before the first one."""
        with explained(self.where):
            if not self._made:
                with self._writer.begin() as connection:
                    metadata.create_all(connection, tables=list(FEED_TABLES), checkfirst=True)
                self._made = True
            with self._writer.begin() as connection:
                yield connection


def _counts(connection: Connection) -> dict[int, dict[str, int]]:
    query = select(feed_entry.c.feed_number, feed_entry.c.outcome, func.count()).group_by(
        feed_entry.c.feed_number, feed_entry.c.outcome
    )
    found: dict[int, dict[str, int]] = {}
    for number, outcome, count in connection.execute(query):
        found.setdefault(number, {})[outcome] = count
    return found


def _followed(row: Any, counts: Mapping[int, Mapping[str, int]]) -> Followed:  # noqa: ANN401 (a row by its names)
    mine = counts.get(row["number"], {})
    return Followed(
        **{name: row[name] for name in ("number", "name", "url", "title", "etag", "modified", "failures", "failure")},
        added=_read(row["added"]),
        polled=_read_or_none(row["polled"]),
        succeeded=_read_or_none(row["succeeded"]),
        not_before=_read_or_none(row["not_before"]),
        counts={outcome: mine.get(outcome, 0) for outcome in OUTCOMES},
    )


def _read_or_none(written: str | None) -> datetime | None:
    return _read(written) if written else None


def _now() -> datetime:
    return datetime.now(tz=UTC)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _read(written: str) -> datetime:
    return datetime.fromisoformat(written)
