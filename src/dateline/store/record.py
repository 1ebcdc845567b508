"""The record: articles, claims and issues in one database. Every failure is a RecordError with what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine, Table, insert, select

from dateline.errors import RecordError
from dateline.model.issue import Issue
from dateline.model.judgement import Judgement, Subject
from dateline.model.reading import Reading
from dateline.store import judgements, listed, queries
from dateline.store.derived import Derived
from dateline.store.engine import WRITES, open_engine
from dateline.store.failures import explained
from dateline.store.filters import Filters
from dateline.store.lists import Lists
from dateline.store.rows import Row, Rows, check_quotes, issue_row, rows_of
from dateline.store.search import query_phrases
from dateline.store.stored import Added, Counts, Hit, Json, Match, StoredClaim, Unchanged
from dateline.store.tables import article, claim, claim_actor, claim_figure, claim_place, dropped, issue, search_entry
from dateline.store.tables_derived import pending

_EVERYTHING: Final = Filters()


class Record:
    """An open record. Make one with `Record.open`; use it as a context manager, or call `close`.

    Each addition is one transaction: it is there in full or not at all. Many processes may read while one writes.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self.where = where

    @classmethod
    def open(cls, url: str, *, create: bool = True, wait: float | None = None) -> Record:
        """The record at an SQLAlchemy URL, e.g. ``sqlite:////home/me/record.db``; made there if `create`.

        `wait` is for how many seconds a writer waits for another one; by default for 20.
        """
        return cls(*open_engine(url, create=create, wait=wait))

    def close(self) -> None:
        """Gives the database back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, article_id: str) -> bool:
        """Whether an article of this id is there."""
        with self._reading() as connection:
            return _holds(connection, article_id)

    def add(self, reading: Reading) -> Added | Unchanged:
        """Writes the article with its claims and issues, unless an article of the same id is there already.

        The same transaction notes that its incidents are still to be made (`dateline.incorporate.update`).
        Raises RecordError, with nothing written, where a span does not say what the stored text says.
        """
        rows = rows_of(reading)
        head = reading.article
        try:
            with explained(self.where), self._writer.begin() as connection:
                if _holds(connection, head.id):
                    return Unchanged(head.id, head.name)
                _write(connection, rows)
        except UnicodeEncodeError as error:
            raise RecordError(
                f"the text holds what is no character (a lone surrogate at {error.start})",
                where=head.origin or head.name,
                remedy="Save the document again as UTF-8.",
            ) from error
        return Added(head.id, head.name, claims=len(rows.claims), issues=len(rows.issues))

    def add_issue(self, found: Issue) -> None:
        """Writes an issue of a document that gave no article; the same issue twice is kept once."""
        row = issue_row(found, None)
        with explained(self.where), self._writer.begin() as connection:
            if connection.execute(select(issue.c.id).where(issue.c.id == row["id"])).first() is None:
                connection.execute(insert(issue), [row])

    def issues(self, *, refused: bool = False) -> Iterator[Json]:
        """What was dropped or doubted, with the article's name; with `refused` only documents that gave no article."""
        with explained(self.where), self._engine.connect() as connection:
            yield from queries.all_issues(connection, refused=refused)

    def claims(self, filters: Filters = _EVERYTHING) -> Iterator[StoredClaim]:
        """The claims that `filters` want, article by article, in text order within each."""
        with explained(self.where), self._engine.connect() as connection:
            yield from queries.stored_claims(connection, filters.conditions())

    def readings(self, filters: Filters = _EVERYTHING) -> Iterator[Json]:
        """Articles with the claims that `filters` want, in the contract's form; without filters all articles."""
        with explained(self.where), self._engine.connect() as connection:
            yield from queries.stored_readings(connection, filters.conditions())
            if filters == _EVERYTHING:
                yield from queries.articles_without_claims(connection)

    def article(self, article_id: str) -> Json:
        """One article in the contract's form, by its full id; `matches` finds it from less."""
        with self._reading() as connection:
            if not _holds(connection, article_id):
                raise RecordError(f"there is no article {article_id}", where=self.where)
            return queries.stored_article(connection, article_id)

    def article_of(self, claim_id: str) -> str:
        """The id of the article that a claim (by its full id) was read in."""
        with self._reading() as connection:
            found = connection.execute(select(claim.c.article_id).where(claim.c.id == claim_id)).scalar()
        if found is None:
            raise RecordError(f"there is no claim {claim_id}", where=self.where)
        return str(found)

    def matches(self, key: str, *, limit: int = 20) -> list[Match]:
        """What a name, an id or the beginning of an id may stand for; an article's exact name comes before ids."""
        with self._reading() as connection:
            return queries.meanings(connection, key, limit)

    def names(self) -> list[str]:
        """The names of all articles, in order."""
        with self._reading() as connection:
            return queries.article_names(connection)

    def search(self, *words: str, limit: int = 20) -> list[Hit]:
        """Articles and claims that hold all of `words`, latest first; an argument of several words is a phrase.

        Case and diacritics do not matter. Raises UsageError where there is no word to look for.
        """
        phrases = query_phrases(words)
        with self._reading() as connection:
            return queries.found(connection, phrases, limit)

    def counts(self) -> Counts:
        """How many articles, claims and issues there are."""
        with self._reading() as connection:
            return queries.counted(connection)

    def judgements(self) -> list[Judgement]:
        """Every judgement, oldest first, each with what took it back."""
        with self._reading() as connection:
            return judgements.all_judgements(connection)

    def judge(self, made: Judgement) -> Judgement:
        """Writes a judgement and notes that the incidents of its articles are to be made anew.

        Gives it back with its number, and the moment where it had none.
        """
        with self.deriving() as derived:
            return derived.judge(made)

    def subjects(self, claim_ids: Iterable[str], *, side: int = 0) -> list[Subject]:
        """Claims, by their full ids, as a judgement names them."""
        with self._reading() as connection:
            return judgements.subjects_of(connection, claim_ids, side=side)

    def incidents(self, filters: Filters = _EVERYTHING, *, limit: int | None = None) -> list[Json]:
        """The incidents that `filters` want as JSON, the latest first, at most `limit`."""
        with self._reading() as connection:
            return listed.incidents(connection, filters, limit)

    def count_incidents(self, filters: Filters = _EVERYTHING) -> int:
        """How many incidents the filters want."""
        with self._reading() as connection:
            return listed.count_incidents(connection, filters)

    def incidents_beginning(self, key: str, *, limit: int = 20) -> list[Json]:
        """The incidents whose id begins with `key`."""
        with self._reading() as connection:
            return listed.incidents_beginning(connection, key, limit)

    def incidents_beside(self, asked: listed.Beside, *, limit: int = 500) -> list[Json]:
        """The JSON of the incidents that may belong to one, as `asked` says."""
        with self._reading() as connection:
            return listed.incidents_beside(connection, asked, limit)

    def incident_of(self, claim_id: str) -> str | None:
        """The id of the incident that a claim is in; None where it is in none (it was rejected)."""
        with self._reading() as connection:
            return listed.incident_of_claim(connection, claim_id)

    def ids(self) -> list[str]:
        """The ids of all incidents and claims."""
        with self._reading() as connection:
            return listed.all_ids(connection)

    def copies(self) -> list[Json]:
        """Every copy, with names and outlets of its two articles."""
        with self._reading() as connection:
            return list(listed.copies(connection))

    @contextmanager
    def lists(self) -> Iterator[Lists]:
        """Questions about many incidents at once: lists, maps, timelines, origins, what is doubtful."""
        with self._reading() as connection:
            yield Lists(connection)

    @contextmanager
    def deriving(self) -> Iterator[Derived]:
        """The derived rows in one transaction that writes: all that is done in the block counts, or nothing."""
        with explained(self.where), self._writer.begin() as connection:
            yield Derived(connection)

    @contextmanager
    def derived(self) -> Iterator[Derived]:
        """The derived rows, to be read only."""
        with self._reading() as connection:
            yield Derived(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions that pages ask; failures come as errors that explain themselves."""
        with self._reading() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.where), self._engine.connect() as connection:
            yield connection


def _holds(connection: Connection, article_id: str) -> bool:
    return connection.execute(select(article.c.id).where(article.c.id == article_id)).first() is not None


def _write(connection: Connection, rows: Rows) -> None:
    _insert(connection, article, [rows.article])
    kept = connection.execute(select(article.c.text).where(article.c.id == rows.article["id"])).scalar_one()
    check_quotes(rows.claims, kept, rows.article["name"])
    _insert(connection, dropped, rows.dropped)
    _insert(connection, claim, rows.claims)
    _insert(connection, claim_actor, rows.actors)
    _insert(connection, claim_place, rows.places)
    _insert(connection, claim_figure, rows.figures)
    _insert(connection, issue, rows.issues)
    _insert(connection, search_entry, rows.search)
    _insert(connection, pending, [{"article_id": rows.article["id"]}])


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
