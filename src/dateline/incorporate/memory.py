"""Incidents of some claims only, made without keeping them: what is asked for is not what the record holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dateline.incorporate.articles import agency_of
from dateline.incorporate.rulings import Rulings
from dateline.incorporate.view import Json, view
from dateline.model.report import Report
from dateline.reconcile import blocks
from dateline.reconcile.cluster import clusters, linked
from dateline.reconcile.compare import KEPT
from dateline.reconcile.incident import Incident
from dateline.reconcile.reports import reports_of
from dateline.store.record import Record
from dateline.store.stored import StoredClaim


def in_memory(record: Record, claims: Iterable[StoredClaim]) -> list[Incident]:
    """The incidents that `claims` of a record make, with its judgements and copies; the latest first.

    All claims of the record give the incidents that it keeps.
    """
    with record.derived() as derived:
        rulings = Rulings(derived.judgements(), derived.claim_meant)
        rows = {row.id: row for row in rulings.counted(claims)}
        articles = {row.article_id for row in rows.values()}
        copies = [json.loads(row["body"]) for row in derived.copies_among(articles)]
        agencies = {article.id: agency_of(article) for article in derived.articles(articles)}
    found = _incidents(
        {report.id: report for report in _reports(rows.values(), rulings, agencies)}, rows, copies, rulings
    )
    found.sort(key=lambda one: (-len(one.articles), one.event, one.id))
    return sorted(found, key=lambda one: one.start or date.min, reverse=True)


def _incidents(
    reports: dict[str, Report], rows: dict[str, StoredClaim], copies: list[Json], rulings: Rulings
) -> list[Incident]:
    links = linked(reports, blocks.keys)
    out = []
    for group in clusters(reports, links, rulings.ruled(reports)):
        ids = sorted(claim for each in group for claim in reports[each].claim_ids)
        articles = {reports[each].article_id for each in group}
        out.append(
            view(
                [reports[each] for each in group],
                [rows[each] for each in ids],
                links=[link for link in links if link.one in group and link.other in group and link.score >= KEPT],
                copies=[copy for copy in copies if articles.issuperset(copy["copy"])],
            )
        )
    return out


def _reports(rows: Iterable[StoredClaim], rulings: Rulings, agencies: Mapping[str, str | None]) -> Iterable[Report]:
    by_article: dict[str, list[StoredClaim]] = defaultdict(list)
    for row in rows:
        by_article[row.article_id].append(row)
    for article_id, of_article in by_article.items():
        agency = agencies.get(article_id)
        yield from reports_of(of_article, agency=agency, apart=rulings.apart_in([row.id for row in of_article]))
