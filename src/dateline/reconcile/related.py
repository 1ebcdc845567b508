"""Incidents that belong to each other without being one: a plan and what became of it, a denial and what it denies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Final

from dateline.lexicon.families import modes_agree
from dateline.model.report import Json, Spot
from dateline.reconcile.incident import HAPPENED, Incident, Where
from dateline.reconcile.spots import relation
from dateline.text.fold import loose_key

_AHEAD: Final = timedelta(days=30)  # how long before its fulfilment a plan is looked for
_SLIP: Final = timedelta(days=2)  # what the days of an assertion and of its denial may differ by
_HERE: Final = 0.5  # the least that two places must say for being one
_PLANS: Final = frozenset({"future", "hypothetical"})
_DENIED: Final = "negation"


@dataclass(frozen=True, slots=True)
class Related:
    """Another incident (by id), how it stands to this one, and why it is taken for that, in words."""

    incident_id: str
    kind: str
    reason: str

    def to_json(self) -> Json:
        """The fields."""
        return {"incident": self.incident_id, "kind": self.kind, "reason": self.reason}


def related(one: Incident, other: Incident) -> Related | None:
    """How `other` stands to `one`, or None.

    kind is: denied by (`other` says that it did not happen), denies, planned as, fulfilled by (a plan that happened),
    came to nothing (a plan that did not).
    """
    kind = _kind(one.status, other.status)
    if kind is None or one.family != other.family or one.id == other.id or not _modes_agree(one, other):
        return None
    place = _places(one.where, other.where)
    when = _times(one, other)
    return Related(other.id, kind, f"{place}; {when}") if place and when else None


def _kind(mine: str, theirs: str) -> str | None:
    happened = (HAPPENED, "historical")
    if mine in happened and theirs == _DENIED:
        return "denied by"
    if mine == _DENIED and theirs in happened:
        return "denies"
    if mine in (*happened, _DENIED) and theirs in _PLANS:
        return "planned as"
    if mine in _PLANS and theirs in happened:
        return "fulfilled by"
    return "came to nothing" if mine in _PLANS and theirs == _DENIED else None


def _places(one: Where | None, other: Where | None) -> str:
    if one is None or other is None:
        return ""
    found = relation(_spot(one), _spot(other))
    return found.reason if found.weight >= _HERE else ""


def _spot(where: Where) -> Spot:
    place = (where.precision, where.country, where.lat, where.lon, where.radius_km, where.within)
    return Spot(loose_key(where.name), where.name, 1.0, *place)


def _modes_agree(one: Incident, other: Incident) -> bool:
    pairs = product(one.modes, other.modes)
    return not one.modes or not other.modes or any(modes_agree(x, y) for x, y in pairs)


def _times(one: Incident, other: Incident) -> str:
    if {one.status, other.status} & _PLANS:
        plan, outcome = (one, other) if one.status in _PLANS else (other, one)
        return _planned(plan, outcome)
    if one.start is None or one.end is None or other.start is None or other.end is None:
        days = (_told(one), _told(other))
        near = days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= _AHEAD / 4
        return "told within a week of each other" if near else ""
    meet = one.start <= other.end + _SLIP and other.start <= one.end + _SLIP
    return f"both around {max(one.start, other.start).isoformat()}" if meet else ""


def _planned(plan: Incident, outcome: Incident) -> str:
    told, day = _told(plan), outcome.start or _told(outcome)
    if told is None or day is None or not told - _SLIP <= day <= told + _AHEAD:
        return ""
    if plan.start is not None and plan.end is not None and not plan.start - _SLIP <= day <= plan.end + _SLIP:
        return ""
    return f"told on {told.isoformat()}, before {day.isoformat()}"


def _told(incident: Incident) -> date | None:
    """The day on which it was first told."""
    return min((row.published for row in incident.claims if row.published), default=None)
