"""The tables of feeds: beside the record's own, made when feeds are first used, so that older records take them too."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from dateline.store.tables import metadata


def _of_feed() -> Column[int]:
    return Column("feed_number", Integer, ForeignKey("feed.number", ondelete="CASCADE"), nullable=False)


def _article() -> Column[str]:
    return Column("article_id", String(16), ForeignKey("article.id", ondelete="SET NULL"))


feed = Table(
    "feed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("added", Text, nullable=False),
    Column("etag", Text),  # validators of the last answer that was read to its end
    Column("modified", Text),
    Column("polled", Text),
    Column("succeeded", Text),
    Column("not_before", Text),  # until when its server asked to be left alone
    Column("failures", Integer, nullable=False),  # in a row
    Column("failure", Text),  # the last one; null after a success
)

feed_entry = Table(
    "feed_entry",
    metadata,
    Column("number", Integer, primary_key=True),
    _of_feed(),
    Column("key", String(16), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("published", Date),
    Column("publisher", Text),
    Column("outcome", String(8), nullable=False),
    Column("reason", Text),
    _article(),
    Column("tries", Integer, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("tried", Text, nullable=False),
    CheckConstraint("outcome IN ('read', 'known', 'skipped', 'refused', 'put off')", name="feed_entry_outcome"),
    UniqueConstraint("feed_number", "key", name="feed_entry_once"),
    Index("feed_entry_by_url", "url"),
    Index("feed_entry_by_article", "article_id"),
)

feed_log = Table(
    "feed_log",
    metadata,
    Column("number", Integer, primary_key=True),
    _of_feed(),
    Column("at", Text, nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("reason", Text),
    _article(),
    CheckConstraint("outcome IN ('read', 'known', 'skipped', 'refused', 'put off', 'failed')", name="feed_log_outcome"),
    Index("feed_log_by_feed", "feed_number", "at"),
)

FEED_TABLES: Final = (feed, feed_entry, feed_log)
