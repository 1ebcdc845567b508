"""Claims that a person should look at: a low confidence, a place that could not be located, origins that disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, func, or_, select

from dateline.model.judgement import ACCEPT, in_force
from dateline.store.judgements import all_judgements, claims_meant
from dateline.store.queries import stored_claims
from dateline.store.stored import StoredClaim
from dateline.store.tables import claim, claim_place
from dateline.store.tables_derived import incident, incident_claim
from dateline.store.wanted import Part

UNSURE: Final = "confidence"
UNPLACED: Final = "place"
CONTESTED: Final = "disagreement"
KINDS: Final = (UNSURE, UNPLACED, CONTESTED)
LEAST: Final = 0.5  # the confidence below which a claim is more likely wrong than right
_IS: Final = {
    UNSURE: claim.c.confidence < LEAST,
    UNPLACED: claim.c.id.in_(select(claim_place.c.claim_id).where(claim_place.c.lat.is_(None))),
    CONTESTED: incident.c.disagree.is_(True),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim with the kinds of doubt about it, and the incident that it is in."""

    row: StoredClaim
    incident: str
    kinds: tuple[str, ...]


def doubtful(connection: Connection, kind: str | None, part: Part) -> list[Doubt]:
    """The claims that are doubtful (of one kind, or any), the least sure first; what was accepted is not doubted.

    Claims that were rejected are in no incident, and so not here either.
    """
    wanted = _IS[kind] if kind else or_(*_IS.values())
    columns = (claim.c.id, incident_claim.c.incident_id, *(_IS[each].label(each) for each in KINDS))
    query = _unjudged(connection, _joined(select(*columns)).where(wanted))
    found = connection.execute(
        query.order_by(claim.c.confidence, claim.c.id).limit(part.limit).offset(part.offset)
    ).all()
    rows = {row.id: row for row in stored_claims(connection, [claim.c.id.in_([each.id for each in found])])}
    return [
        Doubt(rows[each.id], each.incident_id, tuple(kind for kind in KINDS if getattr(each, kind))) for each in found
    ]


def counted(connection: Connection) -> dict[str, int]:
    """How many claims there are of each kind of doubt."""
    return {kind: _count(connection, kind) for kind in KINDS}


def _count(connection: Connection, kind: str) -> int:
    query = _unjudged(connection, _joined(select(func.count())).where(_IS[kind]))
    return int(connection.execute(query).scalar_one())


def _joined(query: Select[Any]) -> Select[Any]:
    within = incident_claim.c.claim_id == claim.c.id
    return (
        query.select_from(claim)
        .join(incident_claim, within)
        .join(incident, incident.c.id == incident_claim.c.incident_id)
    )


def _unjudged(connection: Connection, query: Select[Any]) -> Select[Any]:
    accepted = [subject for each in in_force(all_judgements(connection), ACCEPT) for subject in each.subjects]
    ids = set(claims_meant(connection, accepted).values())
    return query.where(claim.c.id.notin_(ids)) if ids else query
