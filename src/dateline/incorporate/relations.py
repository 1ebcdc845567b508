"""What stands beside an incident in a record: denials of it, plans for it, and what became of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from dateline.incorporate.kept import incidents_of
from dateline.reconcile.incident import HAPPENED, Incident
from dateline.reconcile.related import Related, related
from dateline.store.listed import Beside
from dateline.store.record import Record

_AROUND: Final = timedelta(days=31)
_PAST: Final = (HAPPENED, "historical")
_DENIED: Final = "negation"
_PLANS: Final = ("future", "hypothetical")


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
    return incidents_of(record, record.incidents_beside(asked))


def _others(status: str) -> tuple[str, ...]:
    """The statuses that may stand beside one."""
    if status in _PAST:
        return (_DENIED, *_PLANS)
    return (*_PAST, *_PLANS) if status == _DENIED else (*_PAST, _DENIED)
