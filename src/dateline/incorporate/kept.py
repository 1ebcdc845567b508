"""Incidents that the record keeps, with their claims: for pages that show more than the JSON of an incident holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from dateline.incorporate.regroup import assemble
from dateline.incorporate.rulings import Rulings
from dateline.reconcile.incident import Incident
from dateline.store.derived import Derived
from dateline.store.record import Record

Json = dict[str, Any]
_AT_ONCE: Final = 100  # incidents that are read together: a query for each takes most of the time


def incidents_of(record: Record, bodies: Iterable[Json]) -> list[Incident]:
    """The incidents whose JSON the record gave, in the same order, with claims and the links that merged them."""
    waiting = list(bodies)
    with record.derived() as derived:
        rulings = Rulings.of(derived)
        parts = (waiting[at : at + _AT_ONCE] for at in range(0, len(waiting), _AT_ONCE))
        return [one for part in parts for one in _assembled(derived, part, rulings)]


def _assembled(derived: Derived, bodies: Sequence[Json], rulings: Rulings) -> list[Incident]:
    holder = derived.reports_holding([claim for body in bodies for claim in body["claims"]])
    groups = [{claim: holder[claim] for claim in body["claims"]} for body in bodies]
    return assemble(derived, groups, derived.links_among(set(holder.values())), rulings)
