"""Linked reports into incidents: what a change reaches is clustered again, and only what came out different is made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from dateline.incorporate.articles import Row, links_from
from dateline.incorporate.rulings import Rulings
from dateline.incorporate.view import incident_row, view
from dateline.model.report import Report
from dateline.reconcile.cluster import clusters
from dateline.reconcile.compare import LINKED, Link
from dateline.reconcile.incident import Incident
from dateline.store.derived import Derived
from dateline.store.stored import StoredClaim

Tick = Callable[[str, int, int], None]  # what is done, how many of it are done, of how many
_TOGETHER: Final = 100  # reports from which what is connected is looked for at a time


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
) -> None:
    """Makes the incidents anew that `changed` reports are in, or that `touched` ones may be.

    What is not connected has no part in one another: so it makes no difference how many are looked at together.
    """
    waiting = set(changed) | set(touched)
    all_waiting = len(waiting)
    while waiting:
        if tick:
            tick("incidents", all_waiting - len(waiting), all_waiting)
        connected = reach(derived, islice(waiting, _TOGETHER), rulings)
        waiting -= connected
        _regroup_connected(derived, connected, changed, rulings)


def _regroup_connected(derived: Derived, connected: set[str], changed: AbstractSet[str], rulings: Rulings) -> None:
    reports = {report.id: report for report in derived.reports(ids=connected)}
    rows = derived.links_among(reports) if len(reports) > 1 else []
    links = [Link(row["one"], row["other"], row["score"], ()) for row in rows]  # signs are read where they are shown
    before = derived.membership(reports)
    kept = {frozenset(claims): each for each, claims in before.items()}
    fresh = []
    for group in clusters(reports, links, rulings.ruled(reports)):
        claims = frozenset(claim for report in group for claim in reports[report].claim_ids)
        if changed.isdisjoint(group) and claims in kept:
            del before[kept[claims]]
        else:
            fresh.append({claim: report for report in group for claim in reports[report].claim_ids})
    derived.drop_incidents(before)
    derived.put_incidents(
        (incident_row(incident), holder)
        for incident, holder in zip(assemble(derived, fresh, rows, rulings), fresh, strict=True)
    )


def assemble(
    derived: Derived, groups: Sequence[Mapping[str, str]], links: Iterable[Row], rulings: Rulings
) -> list[Incident]:
    """The incident that each group of claims (claim id → the report that holds it) is, given the links among them."""
    rows = {row.id: row for row in rulings.counted(derived.claims(ids=[claim for each in groups for claim in each]))}
    copies = derived.copies_among({row.article_id for row in rows.values()})
    within: dict[int, list[Row]] = defaultdict(list)
    number = {report: at for at, group in enumerate(groups) for report in group.values()}
    for link in links:
        at = number.get(link["one"])
        if at is not None and at == number.get(link["other"]):
            within[at].append(link)
    reports = {each.id: each for each in derived.reports(ids={id_ for each in groups for id_ in each.values()})}
    made = []
    for at, group in enumerate(groups):
        own = [reports[each] for each in sorted(set(group.values()))]
        made.append(_one(own, [rows[each] for each in sorted(group)], within[at], copies))
    return made


def _one(reports: list[Report], rows: list[StoredClaim], links: list[Row], copies: list[Row]) -> Incident:
    articles = {row.article_id for row in rows}
    own = [json.loads(copy["body"]) for copy in copies if copy["a"] in articles and copy["b"] in articles]
    return view(reports, rows, links=links_from(links), copies=own)
