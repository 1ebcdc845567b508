"""Full-text search: an FTS5 index on SQLite, a GIN index on PostgreSQL, over the same folded column."""

from __future__ import annotations

from itertools import islice
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, literal_column, select, text

from dateline.errors import UsageError
from dateline.store.fold import word_list
from dateline.store.tables import article, search_entry

# The index is external: it holds no second copy of the text, and triggers keep it in step with the table.
_REMOVE: Final = (
    "INSERT INTO search_index(search_index, rowid, search_text) VALUES ('delete', old.number, old.search_text);"
)
_ENTER: Final = "INSERT INTO search_index(rowid, search_text) VALUES (new.number, new.search_text);"
_TABLE: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5"
    "(search_text, content='search_entry', content_rowid='number', tokenize='unicode61')"
)
_SQLITE: Final = (
    _TABLE,
    f"CREATE TRIGGER search_added AFTER INSERT ON search_entry BEGIN {_ENTER} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON search_entry BEGIN {_REMOVE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON search_entry BEGIN {_REMOVE} {_ENTER} END",
)
_POSTGRESQL: Final = ("CREATE INDEX search_index ON search_entry USING gin (to_tsvector('simple', search_text))",)

_COMMON: Final = 50  # words in more than one row of so many are common
_USUAL: Final = 4  # and in more than one of so many they stand nearly everywhere
_FOUND: Final = "SELECT rowid FROM search_index WHERE search_index MATCH :words"
_WALK: Final = (
    "SELECT s.number FROM article AS a INDEXED BY article_by_day CROSS JOIN search_entry AS s ON s.article_id = a.id"
)
_ORDER: Final = "ORDER BY a.published DESC, a.id, s.number"


def index_statements(dialect: str) -> tuple[str, ...]:
    """The DDL that makes the full-text index of `dialect`, to be run once the tables exist."""
    return {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}.get(dialect, ())


def query_phrases(words: tuple[str, ...]) -> list[list[str]]:
    """Each argument as a phrase of folded words; raises UsageError where nothing is left to look for."""
    phrases = [found for found in map(word_list, words) if found]
    if not phrases:
        raise UsageError(
            "the search has no words in it", remedy='Give letters or digits, e.g. dateline search "field hospital".'
        )
    return phrases


def matches(dialect: str, phrases: list[list[str]]) -> ColumnElement[bool]:
    """The condition that a row of `search_entry` holds every phrase. Words travel as parameters, never as syntax."""
    if dialect == "postgresql":
        return _postgresql(phrases)
    found = text(_FOUND).bindparams(words=_quoted(phrases))
    return search_entry.c.number.in_(found.columns(literal_column("rowid")).scalar_subquery())


def latest(connection: Connection, phrases: list[list[str]], limit: int) -> list[int]:
    """The numbers of the rows that hold every phrase: of the latest published articles first, at most `limit`."""
    rows = select(search_entry.c.number).join(article, article.c.id == search_entry.c.article_id)
    order = (article.c.published.desc().nulls_last(), article.c.id, search_entry.c.number)
    fits = matches(connection.dialect.name, phrases)
    if connection.dialect.name != "sqlite":
        return list(connection.execute(rows.where(fits).order_by(*order).limit(limit)).scalars())
    last = connection.execute(select(func.max(search_entry.c.number))).scalar() or 0
    count = _count(connection, phrases)
    if count * _COMMON < last:
        return list(connection.execute(rows.where(fits).order_by(*order).limit(limit)).scalars())
    # Words that are common: from the latest article on, the first ones are soon found. To ask one row whether it fits
    # costs a millisecond, so that is done only where nearly every row does.
    if count * _USUAL < last:
        numbers = set(connection.execute(text(_FOUND), {"words": _quoted(phrases)}).scalars())
        walk = connection.execute(text(f"{_WALK} {_ORDER}"))
        return list(islice((row.number for row in walk if row.number in numbers), limit))
    asked = text(f"{_WALK} WHERE EXISTS ({_FOUND} AND rowid = s.number) {_ORDER} LIMIT :limit")
    return list(connection.execute(asked, {"words": _quoted(phrases), "limit": limit}).scalars())


def _count(connection: Connection, phrases: list[list[str]]) -> int:
    """How many rows hold every phrase, on SQLite."""
    query = text("SELECT count(*) FROM search_index WHERE search_index MATCH :words")
    return int(connection.execute(query, {"words": _quoted(phrases)}).scalar_one())


def _quoted(phrases: list[list[str]]) -> str:
    return " ".join('"' + " ".join(phrase) + '"' for phrase in phrases)


def _postgresql(phrases: list[list[str]]) -> ColumnElement[bool]:
    from sqlalchemy import and_, func  # noqa: PLC0415 (only where PostgreSQL is in use)

    vector = func.to_tsvector("simple", search_entry.c.search_text)
    return and_(*(vector.op("@@")(func.phraseto_tsquery("simple", " ".join(phrase))) for phrase in phrases))
