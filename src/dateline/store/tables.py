"""The tables of the record, the same on SQLite and PostgreSQL.

Days are DATE columns; moments are ISO 8601 text in UTC, so that they read the same in every database. Character
positions are Unicode code points of `article.text`. `claim.contract` keeps the whole claim as the contract's JSON;
the other columns and tables repeat the parts that questions are asked about.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

SCHEMA_VERSION: Final = 3

metadata = MetaData()


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _of_article(*, nullable: bool = False) -> Column[str]:
    return Column("article_id", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=nullable)


def _of_claim() -> Column[str]:
    return Column("claim_id", String(16), ForeignKey("claim.id", ondelete="CASCADE"), nullable=False)


def _span(prefix: str = "") -> tuple[Column[int], Column[int]]:
    return Column(f"{prefix}start", Integer, nullable=False), Column(f"{prefix}end", Integer, nullable=False)


meta = Table("meta", metadata, Column("key", String(32), primary_key=True), Column("value", Text, nullable=False))

article = Table(
    "article",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Date),
    Column("retrieved", Text),
    Column("language", Text),
    Column("origin", Text, nullable=False),
    Column("raw_hash", Text, nullable=False),
    Column("added", Text, nullable=False),
    Index("article_by_name", "name"),
    Index("article_by_day", "published"),
)

dropped = Table(
    "dropped",
    metadata,
    _number(),
    _of_article(),
    *_span(),
    Column("reason", Text, nullable=False),
    Index("dropped_by_article", "article_id"),
)

claim = Table(
    "claim",
    metadata,
    Column("id", String(16), primary_key=True),
    _of_article(),
    Column("position", Integer, nullable=False),  # order in the article, from 0
    Column("event", String(16), nullable=False),
    Column("mode", String(24)),
    Column("aux", String(16)),
    Column("hedge", String(16)),
    Column("confidence", Float, nullable=False),
    Column("extractor", Text, nullable=False),
    *_span("trigger_"),
    *_span("evidence_"),
    Column("time_from", Date),
    Column("time_to", Date),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("time_rule", Text),
    Column("contract", Text, nullable=False),
    CheckConstraint("time_from IS NULL OR time_from <= time_to", name="claim_days_in_order"),
    Index("claim_by_article", "article_id", "position"),
    Index("claim_by_event", "event", "time_from"),
    Index("claim_by_day", "time_from", "time_to"),
    Index("claim_by_confidence", "confidence", "id"),
)

claim_actor = Table(
    "claim_actor",
    metadata,
    _number(),
    _of_claim(),
    Column("role", String(16), nullable=False),  # actor, recipient or source
    Column("position", Integer, nullable=False),  # in a chain of sources 0 is the speaker
    *_span(),
    Column("name", Text),
    Column("country", String(3)),
    Column("sector", String(8)),
    CheckConstraint("role IN ('actor', 'recipient', 'source')", name="claim_actor_role"),
    Index("claim_actor_by_claim", "claim_id"),
    Index("claim_actor_by_name", "name"),
)

claim_place = Table(
    "claim_place",
    metadata,
    _number(),
    _of_claim(),
    Column("role", String(8), nullable=False),
    *_span(),
    Column("name", Text),
    Column("folded", Text, nullable=False),  # "name|words", both as `fold_name` folds them, for filters
    Column("country", String(3)),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(16)),
    Column("radius_km", Float),
    Column("gazetteer_id", Text),
    Index("claim_place_by_claim", "claim_id"),
    Index("claim_place_by_gazetteer", "gazetteer_id"),
    Index("claim_place_by_country", "country"),
    Index("claim_place_by_spot", "lat", "claim_id"),
)

claim_figure = Table(
    "claim_figure",
    metadata,
    _number(),
    _of_claim(),
    *_span(),
    Column("measure", String(16), nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("who", Text),
    CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name="claim_figure_in_order"),
    Index("claim_figure_by_claim", "claim_id"),
    Index("claim_figure_by_measure", "measure", "low"),
)

issue = Table(
    "issue",
    metadata,
    Column("id", String(16), primary_key=True),
    _of_article(nullable=True),  # none where the document gave no article
    Column("stage", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("remedy", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("position", Integer, nullable=False),
    Column("added", Text, nullable=False),
    Index("issue_by_article", "article_id", "position"),
)

# What full-text search looks in: one row an article (title and text) and one a claim (evidence), both folded.
search_entry = Table(
    "search_entry",
    metadata,
    _number(),
    _of_article(),
    Column("claim_id", String(16), ForeignKey("claim.id", ondelete="CASCADE")),
    Column("search_text", Text, nullable=False),
    Index("search_entry_by_article", "article_id"),
    Index("search_entry_by_claim", "claim_id"),
)
