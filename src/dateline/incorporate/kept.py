"""Incidents that the record keeps, with their claims: for pages that show more than the JSON of an incident holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.incorporate.articles import links_from
from dateline.incorporate.regroup import assemble
from dateline.incorporate.rulings import Rulings
from dateline.reconcile.compare import Link
from dateline.reconcile.incident import Incident
from dateline.store.record import Record

Json = dict[str, Any]


def incidents_of(record: Record, bodies: Iterable[Json]) -> list[Incident]:
    """The incidents whose JSON the record gave, in the same order, claims and all."""
    return [incident for incident, _ in with_links(record, bodies)]


def with_links(record: Record, bodies: Iterable[Json]) -> list[tuple[Incident, list[Link]]]:
    """The same, each with the links between its reports: why they are one incident, sign by sign."""
    with record.derived() as derived:
        rulings = Rulings(derived.judgements(), derived.claim_meant)
        out = []
        for body in bodies:
            holder = derived.reports_holding(body["claims"])
            links = derived.links_among(set(holder.values()))
            (incident,) = assemble(derived, [holder], links, rulings)
            out.append((incident, links_from(links)))
        return out
