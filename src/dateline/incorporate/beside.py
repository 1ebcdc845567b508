"""What stands beside an incident without being part of it: denials, plans and what became of them."""

from __future__ import annotations

from typing import Any, Final

from dateline.incorporate.kept import incidents_of
from dateline.lexicon.families import family_of
from dateline.model.codebook import EVENTS, MODES
from dateline.reconcile.incident import HAPPENED, Incident
from dateline.reconcile.related import Related, related
from dateline.store.beside import Kin, kin
from dateline.store.record import Record

Json = dict[str, Any]
_MOST: Final = 40  # incidents that are looked at
_OPPOSITE: Final = {
    HAPPENED: ("negation", "future", "hypothetical"),
    "historical": ("negation", "future", "hypothetical"),
    "negation": (HAPPENED, "historical", "future", "hypothetical"),
}


def related_to(record: Record, incident: Incident, *, limit: int = 8) -> list[tuple[Related, Json]]:
    """Incidents that deny this one, are denied by it, planned it or came of it, each with its JSON; at most `limit`."""
    statuses = _OPPOSITE.get(incident.status, (HAPPENED, "historical", "negation"))
    wanted = Kin(events_of(incident.family), statuses, incident.start, incident.end)
    with record.reading() as connection:
        bodies = kin(connection, wanted, _MOST)
    found = ((related(incident, other), body) for other, body in zip(incidents_of(record, bodies), bodies, strict=True))
    return [(how, body) for how, body in found if how][:limit]


def events_of(family: str) -> tuple[str, ...]:
    """The types whose claims can be of a family; all of them where none is known to be."""
    known = tuple(
        event for event in EVENTS if family in {family_of(event, mode) for mode in (None, *MODES.get(event, ()))}
    )
    return known or (("ASSAULT",) if family == "fighting" else EVENTS)
