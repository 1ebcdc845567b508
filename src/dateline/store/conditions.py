"""The filters of `Wanted` as conditions on the table of incidents. Asked of whole incidents: none is ever narrowed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, Select, and_, cast, func, or_, select

from dateline.store.filters import is_country_code, somewhere
from dateline.store.search import matches, query_phrases
from dateline.store.tables import claim, claim_place, search_entry
from dateline.store.tables_derived import incident, incident_claim, incident_term
from dateline.store.terms import ACTOR, MEASURE, RECIPIENT, SOURCE
from dateline.store.wanted import Box, Wanted
from dateline.text.fold import fold_name

Condition = ColumnElement[bool]


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


def elsewhere(wanted: Wanted, dialect: str) -> list[Condition]:
    """The conditions on what belongs to it: claims, origins, parties, measures. These cost more, so ask them once."""
    return [*_found(wanted), *_by_claims(wanted, dialect)]


def among(ids: Sequence[str], dialect: str) -> Condition:
    """It is one of these, however many they are."""
    return incident.c.id.in_(_values(ids, dialect))


def in_incidents(ids: Sequence[str], dialect: str) -> Condition:
    """A claim is in one of these incidents."""
    within = select(incident_claim.c.claim_id).where(incident_claim.c.incident_id.in_(_values(ids, dialect)))
    return claim.c.id.in_(within)


def _values(ids: Sequence[str], dialect: str) -> Select[Any]:
    """A list of any length as one parameter."""
    listed = json.dumps(list(ids))
    if dialect == "postgresql":
        return select(func.json_array_elements_text(cast(listed, JSON)).column_valued("value"))
    return select(func.json_each(listed).table_valued("value").c.value)


def _found(wanted: Wanted) -> Iterator[Condition]:
    """On origins, parties and measures."""
    term = incident_term.c
    if wanted.actor:
        yield _with_term(
            term.kind.in_((ACTOR, RECIPIENT)), term.folded.contains(fold_name(wanted.actor), autoescape=True)
        )
    if wanted.source:
        yield _with_term(term.kind == SOURCE, term.folded.contains(fold_name(wanted.source), autoescape=True))
    if wanted.origin:
        yield _with_term(term.kind == SOURCE, term.value == wanted.origin)
    if wanted.measure:
        yield _with_term(term.kind == MEASURE, term.value == wanted.measure)


def _with_term(*fits: Condition) -> Condition:
    return incident.c.id.in_(select(incident_term.c.incident_id).where(*fits))


def _by_claims(wanted: Wanted, dialect: str) -> Iterator[Condition]:
    """On the claims that are in it."""
    if wanted.article_id:
        yield _with_claims(select(claim.c.id).where(claim.c.article_id == wanted.article_id))
    if wanted.words:
        phrases = query_phrases(tuple(wanted.words.split()))
        said = select(search_entry.c.claim_id).where(matches(dialect, phrases), search_entry.c.claim_id.isnot(None))
        yield _with_claims(said)
    if wanted.place:
        told = _with_claims(select(claim_place.c.claim_id).where(somewhere(wanted.place)))
        named = incident.c.folded.contains(fold_name(wanted.place), autoescape=True)
        by_code = [incident.c.country == wanted.place] if is_country_code(wanted.place) else []
        yield or_(told, named, *by_code)


def _with_claims(ids: object) -> Condition:
    return incident.c.id.in_(select(incident_claim.c.incident_id).where(incident_claim.c.claim_id.in_(ids)))  # type: ignore[arg-type]
