"""Linked reports into incidents: what a change reaches is clustered again, and only what came out different is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

from dateline.incorporate.articles import Row, links_from
from dateline.incorporate.rulings import Rulings
from dateline.incorporate.view import incident_row, view
from dateline.model.report import Report
from dateline.reconcile.cluster import clusters
from dateline.reconcile.compare import LINKED, Link
from dateline.reconcile.incident import Incident
from dateline.store.derived import Derived

Tick = Callable[[str, int, int], None]  # what is done, how many of it are done, of how many


def reach(derived: Derived, report_ids: Iterable[str], rulings: Rulings) -> set[str]:
    """All reports that these are connected with, through links and judgements, themselves among them."""
    found = set(report_ids)
    frontier = set(found)
    while frontier:
        near = derived.neighbours(frontier, LINKED)
        near |= _judged_same(derived, frontier, rulings)
        frontier = near - found
        found |= frontier
    return found


def _judged_same(derived: Derived, report_ids: Collection[str], rulings: Rulings) -> set[str]:
    if not rulings.join_any:
        return set()
    claims = rulings.together_with(claim for report in derived.reports(ids=report_ids) for claim in report.claim_ids)
    near = (report for article in derived.articles_of(claims) for report in derived.reports(of_article=article))
    return {report.id for report in near if not claims.isdisjoint(report.claim_ids)}


def regroup(
    derived: Derived,
    changed: AbstractSet[str],
    touched: AbstractSet[str],
    rulings: Rulings,
    *,
    tick: Tick | None = None,
) -> int:
    """Makes the incidents anew that `changed` reports are in, or that `touched` ones may be; returns how many.

    Goes from one connected set of reports to the next: what is not connected has no part in it.
    """
    waiting = set(changed) | set(touched)
    all_waiting = len(waiting)
    made = 0
    while waiting:
        if tick:
            tick("incidents", all_waiting - len(waiting), all_waiting)
        connected = reach(derived, [next(iter(waiting))], rulings)
        waiting -= connected
        made += _regroup_connected(derived, connected, changed, rulings)
    return made


def _regroup_connected(derived: Derived, connected: set[str], changed: AbstractSet[str], rulings: Rulings) -> int:
    reports = {report.id: report for report in derived.reports(ids=connected)}
    rows = derived.links_among(reports) if len(reports) > 1 else []
    links = [Link(row["one"], row["other"], row["score"], ()) for row in rows]  # signs are read where they are shown
    before = derived.membership(reports)
    fresh = []
    for group in clusters(reports, links, rulings.ruled(reports)):
        claims = {claim for report in group for claim in reports[report].claim_ids}
        kept = None if not changed.isdisjoint(group) else _holding(before, claims)
        if kept is None:
            fresh.append(group)
        else:
            del before[kept]
    derived.drop_incidents(before)
    for group in fresh:
        _make(derived, [reports[each] for each in group], rows, rulings)
    return len(fresh)


def _holding(incidents: dict[str, set[str]], claims: set[str]) -> str | None:
    """The incident that holds exactly these claims."""
    return next((each for each, held in incidents.items() if held == claims), None)


def _make(derived: Derived, reports: list[Report], links: list[Row], rulings: Rulings) -> None:
    holder = {claim: report.id for report in reports for claim in report.claim_ids}
    inside = {report.id for report in reports}
    own = links_from(link for link in links if link["one"] in inside and link["other"] in inside)
    derived.put_incident(incident_row(assemble(derived, holder, own, rulings)), holder)


def assemble(derived: Derived, claim_ids: Collection[str], links: Sequence[Link], rulings: Rulings) -> Incident:
    """The incident that these claims of linked reports are."""
    rows = rulings.counted(derived.claims(ids=claim_ids))
    articles = {row.article_id for row in rows}
    copies = [json.loads(row["body"]) for row in derived.copies_among(articles)] if len(articles) > 1 else []
    return view(rows, links=links, copies=copies)
