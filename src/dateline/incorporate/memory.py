"""Incidents of some claims only, made without keeping them: what is asked for is not what the record holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from math import inf

from dateline.incorporate.articles import agency_of
from dateline.incorporate.rulings import Rulings
from dateline.incorporate.view import Json, view
from dateline.model.report import Report
from dateline.reconcile import blocks
from dateline.reconcile.cluster import clusters, linked
from dateline.reconcile.compare import KEPT, Link
from dateline.reconcile.incident import Incident
from dateline.reconcile.reports import reports_of
from dateline.store.record import Record
from dateline.store.stored import StoredClaim


def in_memory(record: Record, claims: Iterable[StoredClaim]) -> list[Incident]:
    """The incidents that `claims` of a record make, with its judgements and copies; the latest first.

    All claims of the record give the incidents that it keeps.
    """
    with record.derived() as derived:
        rulings = Rulings.of(derived)
        rows = {row.id: row for row in rulings.counted(claims)}
        articles = {row.article_id for row in rows.values()}
        copies = [json.loads(row["body"]) for row in derived.copies_among(articles)]
        agencies = {article.id: agency_of(article) for article in derived.articles(articles)}
    found = _incidents(
        {report.id: report for report in _reports(rows.values(), rulings, agencies)}, rows, copies, rulings
    )
    found.sort(key=_rank)
    return sorted(found, key=lambda one: one.start or date.min, reverse=True)


def _rank(incident: Incident) -> tuple[int, float, str, str]:
    """The order of incidents of one day, as the record lists them: the most told of, then the most killed."""
    killed = next((one for one in incident.figures if one.measure == "killed"), None)
    best = (killed.best_low if killed.best_low is not None else killed.best_high) if killed else None
    return (-len(incident.articles), inf if best is None else -best, incident.event, incident.id)


def _incidents(
    reports: dict[str, Report], rows: dict[str, StoredClaim], copies: list[Json], rulings: Rulings
) -> list[Incident]:
    links = linked(reports, blocks.keys)
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.score >= KEPT:
            by_report[link.one].append(link)
    by_article: dict[str, list[Json]] = defaultdict(list)
    for copy in copies:
        by_article[copy["copy"][0]].append(copy)
    out = []
    for group in clusters(reports, links, rulings.ruled(reports)):
        inside = set(group)
        ids = sorted(claim for each in group for claim in reports[each].claim_ids)
        articles = {reports[each].article_id for each in group}
        out.append(
            view(
                [reports[each] for each in group],
                [rows[each] for each in ids],
                links=[link for each in group for link in by_report[each] if link.other in inside],
                copies=[copy for each in sorted(articles) for copy in by_article[each] if copy["copy"][1] in articles],
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
