"""Which incidents are wanted. Asked of whole incidents, so that a filter never changes what is in one, nor its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.model.report import Json
from dateline.reconcile.incident import Incident
from dateline.text.fold import fold_name


def select(
    incidents: Iterable[Incident], *, place: str | None = None, since: date | None = None, until: date | None = None
) -> Iterator[Incident]:
    """The incidents at a place (part of a name, or a country's ISO alpha-3 code) whose days overlap since..until.

    An incident without days is left out where `since` or `until` is given.
    """
    for incident in incidents:
        if _overlaps(incident, since, until) and (place is None or _is_at(incident, place)):
            yield incident


def _overlaps(incident: Incident, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if incident.start is None or incident.end is None:
        return False
    return (since is None or incident.end >= since) and (until is None or incident.start <= until)


def _is_at(incident: Incident, wanted: str) -> bool:
    return any(is_told_at(row.claim, wanted) for row in incident.claims)


def is_told_at(claim: Json, wanted: str) -> bool:
    """Whether a claim names a place that is meant: by part of its name, or by its country's ISO alpha-3 code."""
    folded = fold_name(wanted)
    return any(
        place["country"] == wanted
        or any(folded in fold_name(words) for words in (place["name"], place["text"]) if words)
        for place in claim["places"]
    )
