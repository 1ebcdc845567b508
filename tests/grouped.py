"""Claims to incidents in one go, out of the parts that the record uses: for tests of what comes together.

The record makes the same incidents in tables, article by article, and in memory for some of its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import EVENTS
from dateline.model.report import Report
from dateline.reconcile.blocks import keys
from dateline.reconcile.cluster import Ruled, clusters, linked
from dateline.reconcile.compare import KEPT, Link
from dateline.reconcile.incident import Incident
from dateline.reconcile.incident_of import Around, incident_of
from dateline.reconcile.reports import reports_of


def group(
    rows: Iterable[ClaimRow],
    *,
    agencies: Mapping[str, str] | None = None,
    dispatch: Mapping[str, str] | None = None,
    ruled: Ruled | None = None,
) -> tuple[Incident, ...]:
    """The incidents that the claims tell of, the same whatever order the claims come in.

    `agencies`: article id → the agency that it credits; `dispatch`: article id → the id that reprints of one text
    share. The latest come first, those without a day last; of one day, those that more articles tell of, then those
    with figures.
    """
    by_article: dict[str, dict[str, ClaimRow]] = defaultdict(dict)
    for row in rows:
        by_article[row.article_id][str(row.claim["id"])] = row
    known = {claim_id: row for of_article in by_article.values() for claim_id, row in of_article.items()}
    reports = {
        report.id: report
        for article_id, of_article in by_article.items()
        for report in reports_of(list(of_article.values()), agency=(agencies or {}).get(article_id))
    }
    return in_order(_incidents(reports, known, dispatch or {}, ruled or Ruled()))


def _incidents(
    reports: Mapping[str, Report], rows: Mapping[str, ClaimRow], dispatch: Mapping[str, str], ruled: Ruled
) -> Iterable[Incident]:
    links = linked(reports, keys)
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_report[link.one].append(link)
    for members in clusters(reports, links, ruled):
        inside = set(members)
        own = [link for each in members for link in by_report[each] if link.other in inside and link.score >= KEPT]
        yield incident_of([reports[each] for each in members], Around(rows, own, dispatch, dispatch))


def in_order(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """The latest first, those without a day last; of one day, those that more articles tell of, then with figures."""
    found = sorted(
        incidents,
        key=lambda one: (-len(one.articles), not one.figures, EVENTS.index(one.event), one.place or "", one.id),
    )
    found.sort(key=lambda one: one.start or date.min, reverse=True)
    return tuple(found)
