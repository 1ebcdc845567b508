"""Tables of what people judged, and of what is made from articles, claims and judgements: `dateline rebuild`.

`judgement` is kept for good. All others can be made anew at any time, and come out the same whatever the order in
which articles arrived. Ids of reports and incidents are hashes of the claims in them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from dateline.store.tables import metadata


def _article(name: str = "article_id") -> Column[str]:
    return Column(name, String(16), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)


def _report(name: str) -> Column[str]:
    return Column(name, String(16), ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)


judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("subjects", Text, nullable=False),
    Column("field", String(16)),
    Column("value", Text),
    Column("who", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("why", Text),
    Column("undoes", Integer, ForeignKey("judgement.number")),
    sqlite_autoincrement=True,  # a number is never given twice
)

# Articles whose derived rows are still to be made. Written with the article itself: what is not finished is known.
pending = Table("pending", metadata, _article())

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    _article(),
    Column("count", Integer, nullable=False),  # how many the article has
    Index("fingerprint_by_article", "article_id"),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    _article("a"),
    _article("b"),
    Column("kind", String(16), nullable=False),
    Column("share_a", Float, nullable=False),
    Column("share_b", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("copy_by_b", "b"),
)

report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("article_id", String(16), ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("family", String(32), nullable=False),
    Column("status", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Index("report_by_article", "article_id"),
)

report_key = Table(
    "report_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("own", Boolean, nullable=False),
    Index("report_key_by_report", "report"),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    _report("one"),
    _report("other"),
    Column("score", Float, nullable=False),
    Column("signs", Text, nullable=False),
    Index("link_by_other", "other"),
)

_LISTED = (
    *("first_day", "last_day", "articles", "killed", "event", "id", "status", "country", "origins", "disagree"),
    *("place", "folded", "lat", "lon", "precision", "radius_km", "killed_low", "killed_high", "injured"),
)
incident = Table(
    "incident",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("event", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("place", Text),
    Column("folded", Text, nullable=False),
    Column("country", String(3)),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(16)),
    Column("radius_km", Float),
    *(Column(f"{measure}{bound}", Float) for measure in ("killed", "injured") for bound in ("", "_low", "_high")),
    Column("origins", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("disagree", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index("incident_by_day", "first_day", "last_day"),
    Index("incident_by_event", "event", "first_day"),
    Index("incident_by_country", "country", "first_day"),
    # All that lists, maps and counts ask for but the JSON, which is so long that reading past it takes the time.
    Index("incident_listed", *_LISTED),
)

# What incidents are found by beside their columns (see `store.terms`).
incident_term = Table(
    "incident_term",
    metadata,
    Column("incident_id", String(16), ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(12), primary_key=True),  # source, actor, recipient or measure
    Column("value", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("sort", String(12)),  # of a source: speaker, agency or outlet
    Column("agree", Integer, nullable=False),
    Column("differ", Integer, nullable=False),
    Index("incident_term_by_value", "kind", "value", "incident_id", "folded", "sort", "agree", "differ"),
    sqlite_with_rowid=False,
)

incident_claim = Table(
    "incident_claim",
    metadata,
    Column("claim_id", String(16), ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Column("incident_id", String(16), ForeignKey("incident.id", ondelete="CASCADE"), nullable=False),
    Column("report_id", String(16), nullable=False),
    Index("incident_claim_by_incident", "incident_id"),
    Index("incident_claim_by_report", "report_id"),
)

# In the order in which they can be emptied.
DERIVED = (incident_claim, incident_term, incident, link, report_key, report, copy, fingerprint)
