"""What stands beside an incident in a record: denials of it, plans for it, and what became of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, Final

from dateline.incorporate.kept import incidents_of
from dateline.model.report import Spot
from dateline.reconcile.incident import HAPPENED, Incident, Where
from dateline.reconcile.related import Related, related
from dateline.reconcile.spots import distance
from dateline.store.listed import Beside
from dateline.store.record import Record
from dateline.text.fold import loose_key

Json = dict[str, Any]

_AROUND: Final = timedelta(days=31)
_PAST: Final = (HAPPENED, "historical")
_DENIED: Final = "negation"
_PLANS: Final = ("future", "hypothetical")
_PLACE: Final = ("precision", "country", "lat", "lon", "radius_km")
_SLACK_KM: Final = 100.0  # how far a part of a place may lie from the point of the whole


def relations(
    record: Record, incident: Incident, *, among: Iterable[Incident] | None = None
) -> list[tuple[Related, Incident]]:
    """The related incidents of the record, each with how it stands to this one, in the order of their days.

    Only incidents of the same types, of other status, in the same country and within a month (or without a day) are
    looked at; with `among` those given, where the record's own are not meant (what was known by a day).
    """
    found = (
        _beside(record, incident) if among is None else sorted(among, key=lambda one: (one.start or date.max, one.id))
    )
    return [(relation, other) for other in found if (relation := related(incident, other)) is not None]


def _beside(record: Record, incident: Incident) -> list[Incident]:
    asked = Beside(
        events=tuple(sorted({str(row.claim["event"]) for row in incident.claims})),
        statuses=_others(incident.status),
        country=incident.country,
        first=incident.start - _AROUND if incident.start else None,
        last=incident.end + _AROUND if incident.end else None,
    )
    return incidents_of(record, [body for body in record.incidents_beside(asked) if _may_meet(incident.where, body)])


def _others(status: str) -> tuple[str, ...]:
    """The statuses that may stand beside one."""
    if status in _PAST:
        return (_DENIED, *_PLANS)
    return (*_PAST, *_PLANS) if status == _DENIED else (*_PAST, _DENIED)


def _may_meet(where: Where | None, body: Json) -> bool:
    """Whether an incident's JSON leaves open that it was at the same place: putting all of them together takes long.

    Only what can be told apart at once is: places that are located, have other names, and whose circles lie far apart.
    """
    if where is None or not body["place"]:
        return False
    mine, theirs = _spot(asdict(where)), _spot({key: body[key] for key in _PLACE} | {"name": body["place"]})
    km = distance(mine, theirs)
    if km is None or mine.key == theirs.key or "country" in (mine.precision, theirs.precision):
        return True
    return km <= (mine.radius_km or 0.0) + (theirs.radius_km or 0.0) + _SLACK_KM


def _spot(facts: Json) -> Spot:
    return Spot(loose_key(facts["name"]), facts["name"], 1.0, *(facts[key] for key in _PLACE))
