"""The filters of `Wanted` as conditions on incidents. Asked of whole incidents: none is ever narrowed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any, Final

from sqlalchemy import JSON, ColumnElement, Select, and_, cast, func, literal_column, or_, select

from dateline.store.filters import is_country_code, somewhere
from dateline.store.search import matches, query_phrases
from dateline.store.tables import claim, claim_place, search_entry
from dateline.store.tables_derived import incident, incident_claim, incident_term
from dateline.store.terms import ACTOR, MEASURE, RECIPIENT, SOURCE
from dateline.store.wanted import Box, Wanted
from dateline.text.fold import fold_name

Condition = ColumnElement[bool]
_MANY: Final = 300  # ids
# The order of incidents where no other is asked for; the id at its end leaves nothing to chance.
LATEST: Final = (
    incident.c.first_day.desc().nulls_last(),
    incident.c.articles.desc(),
    incident.c.killed.desc().nulls_last(),
    incident.c.event,
    incident.c.id,
)


def own(wanted: Wanted) -> Iterator[Condition]:
    """The conditions on the incident's own columns, which an index answers."""
    if wanted.events:
        yield incident.c.event.in_(wanted.events)
    if wanted.statuses:
        yield incident.c.status.in_(wanted.statuses)
    if wanted.since:
        yield incident.c.last_day >= wanted.since
    if wanted.until:
        yield incident.c.first_day <= wanted.until
    if wanted.origins:
        yield incident.c.origins >= wanted.origins
    if wanted.disagree:
        yield incident.c.disagree.is_(True)
    if wanted.country:
        yield incident.c.country == wanted.country
    if wanted.box:
        yield _within(wanted.box)


def _within(box: Box) -> Condition:
    west, south, east, north = box
    lon = incident.c.lon
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(incident.c.lat.between(south, north), across)


def elsewhere(wanted: Wanted, dialect: str) -> dict[tuple[str, str], Select[Any]]:
    """The ids of incidents by what belongs to them (claims, origins, parties, measures), for each filter by itself.

    These cost more, so ask each once, and take what all of them have in common.
    """
    found = {**_found(wanted), **_by_claims(wanted, dialect)}
    return {(name, str(getattr(wanted, name))): query for name, query in found.items()}


def among(ids: Collection[str], dialect: str) -> Condition:
    """It is one of these, however many they are."""
    # Many are looked up while a narrow index is read from end to end; one by one each would open its wide row.
    scanned = dialect == "sqlite" and len(ids) > _MANY
    column: ColumnElement[Any] = literal_column("+incident.id") if scanned else incident.c.id
    return column.in_(_values(ids, dialect))


def in_incidents(ids: Collection[str], dialect: str) -> Condition:
    """A claim is in one of these incidents."""
    within = select(incident_claim.c.claim_id).where(incident_claim.c.incident_id.in_(_values(ids, dialect)))
    return claim.c.id.in_(within)


def _values(ids: Collection[str], dialect: str) -> Select[Any]:
    """A list of any length as one parameter."""
    listed = json.dumps(list(ids))
    if dialect == "postgresql":
        return select(func.json_array_elements_text(cast(listed, JSON)).column_valued("value"))
    return select(func.json_each(listed).table_valued("value").c.value)


def _found(wanted: Wanted) -> dict[str, Select[Any]]:
    """On origins, parties and measures."""
    term = incident_term.c
    asked = {
        "actor": (term.kind.in_((ACTOR, RECIPIENT)), _holds(wanted.actor)),
        "source": (term.kind == SOURCE, _holds(wanted.source)),
        "origin": (term.kind == SOURCE, term.value == wanted.origin),
        "measure": (term.kind == MEASURE, term.value == wanted.measure),
    }
    return {name: select(term.incident_id).where(*fits) for name, fits in asked.items() if getattr(wanted, name)}


def _holds(name: str | None) -> Condition:
    return incident_term.c.folded.contains(fold_name(name or ""), autoescape=True)


def _by_claims(wanted: Wanted, dialect: str) -> dict[str, Select[Any]]:
    """On the claims that are in it."""
    found = {}
    if wanted.article_id:
        found["article_id"] = _holding(select(claim.c.id).where(claim.c.article_id == wanted.article_id))
    if wanted.words:
        phrases = query_phrases(tuple(wanted.words.split()))
        said = select(search_entry.c.claim_id).where(matches(dialect, phrases), search_entry.c.claim_id.isnot(None))
        found["words"] = _holding(said)
    if wanted.place:
        told = _holding(select(claim_place.c.claim_id).where(somewhere(wanted.place)))
        named = incident.c.folded.contains(fold_name(wanted.place), autoescape=True)
        by_code = [incident.c.country == wanted.place] if is_country_code(wanted.place) else []
        found["place"] = select(incident.c.id).where(or_(incident.c.id.in_(told), named, *by_code))
    return found


def _holding(claim_ids: Select[Any]) -> Select[Any]:
    return select(incident_claim.c.incident_id).where(incident_claim.c.claim_id.in_(claim_ids))
