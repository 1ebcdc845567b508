"""What stands beside an incident in a record: denials of it, plans for it, and what became of a plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from dateline.incorporate.kept import incidents_of
from dateline.reconcile.incident import HAPPENED, Incident
from dateline.reconcile.related import Related, related
from dateline.store.listed import Beside
from dateline.store.record import Record

_AROUND: Final = timedelta(days=31)
_PAST: Final = (HAPPENED, "historical")
_UNDONE: Final = ("negation", "future", "hypothetical")


def relations(record: Record, incident: Incident) -> list[tuple[Related, Incident]]:
    """The related incidents of the record, each with how it stands to this one; those of the nearest days first.

    Only incidents of the same types, of other status, in the same country and within a month (or without a day) are
    looked at.
    """
    asked = Beside(
        events=tuple(sorted({str(row.claim["event"]) for row in incident.claims})),
        statuses=_UNDONE if incident.status in _PAST else (*_PAST, "negation"),
        country=incident.country,
        first=incident.start - _AROUND if incident.start else None,
        last=incident.end + _AROUND if incident.end else None,
    )
    found = incidents_of(record, record.incidents_beside(asked))
    return [(relation, other) for other in found if (relation := related(incident, other)) is not None]
