"""Incidents and copies as lists ask for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from dateline.store.conditions import LATEST, own
from dateline.store.filters import Filters, is_country_code, somewhere
from dateline.store.stored import Json
from dateline.store.tables import article, claim, claim_place
from dateline.store.tables_derived import copy, incident, incident_claim
from dateline.store.wanted import Wanted
from dateline.text.fold import fold_name


def incidents(connection: Connection, filters: Filters, limit: int | None = None) -> list[Json]:
    """The incidents that `filters` want: the latest first, those without a day last.

    Of one day, those that more articles tell of come first, then those with more killed.
    """
    query = select(incident.c.body).where(*_conditions(filters)).order_by(*LATEST).limit(limit)
    return [json.loads(body) for body in connection.execute(query).scalars()]


def count_incidents(connection: Connection, filters: Filters) -> int:
    """How many incidents the filters want."""
    query = select(func.count()).select_from(incident).where(*_conditions(filters))
    return connection.execute(query).scalar_one()


def incidents_beginning(connection: Connection, key: str, limit: int) -> list[Json]:
    """The incidents whose id begins with `key`."""
    query = select(incident.c.body).where(incident.c.id.startswith(key.lower(), autoescape=True))
    return [json.loads(body) for body in connection.execute(query.order_by(incident.c.id).limit(limit)).scalars()]


@dataclass(frozen=True, slots=True)
class Beside:
    """Which incidents may belong to one: types, statuses, country and days (None: any; where none is told: always)."""

    events: tuple[str, ...]
    statuses: tuple[str, ...]
    country: str | None = None
    first: date | None = None
    last: date | None = None


def incidents_beside(connection: Connection, asked: Beside, limit: int) -> list[Json]:
    """The incidents that `asked` names, in the order of their days; those without a day last."""
    wanted: list[ColumnElement[bool]] = [incident.c.event.in_(asked.events), incident.c.status.in_(asked.statuses)]
    if asked.country:
        wanted.append(or_(incident.c.country == asked.country, incident.c.country.is_(None)))
    if asked.first and asked.last:
        within = (incident.c.first_day <= asked.last) & (incident.c.last_day >= asked.first)
        wanted.append(or_(within, incident.c.first_day.is_(None)))
    query = select(incident.c.body).where(*wanted).order_by(incident.c.first_day.nulls_last(), incident.c.id)
    return [json.loads(body) for body in connection.execute(query.limit(limit)).scalars()]


def incident_of_claim(connection: Connection, claim_id: str) -> str | None:
    """The id of the incident that a claim is in; None for a claim that was rejected."""
    query = select(incident_claim.c.incident_id).where(incident_claim.c.claim_id == claim_id)
    return connection.execute(query).scalar()


def all_ids(connection: Connection) -> list[str]:
    """The ids of all incidents and claims, to guess what a mistyped one meant."""
    return [each for column in (incident.c.id, claim.c.id) for each in connection.execute(select(column)).scalars()]


def copies(connection: Connection) -> Iterator[Json]:
    """Every copy with the names and outlets of its two articles and the first words that they share."""
    a, b = article.alias("a"), article.alias("b")
    query = (
        select(copy, a.c.name.label("name_a"), b.c.name.label("name_b"))
        .add_columns(a.c.publisher.label("publisher_a"), b.c.publisher.label("publisher_b"), a.c.text.label("text"))
        .join(a, a.c.id == copy.c.a)
        .join(b, b.c.id == copy.c.b)
        .order_by(a.c.name, b.c.name, copy.c.a, copy.c.b)
    )
    for row in connection.execute(query).mappings():
        body = json.loads(row["body"])
        first = body["passages"][0]["a"] if body["passages"] else [0, 0]
        yield {
            "copy": [row["name_a"], row["name_b"]],
            "publishers": [row["publisher_a"], row["publisher_b"]],
            "kind": row["kind"],
            "share_a": row["share_a"],
            "share_b": row["share_b"],
            "reason": row["reason"],
            "first": row["text"][first[0] : first[1]],
            "passages": body["passages"],
        }


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Asked of whole incidents, so that a filter never changes what is in one."""
    yield from own(Wanted(events=filters.events, since=filters.since, until=filters.until))
    if filters.place:
        yield _at(filters.place)
    if filters.article_id:
        of_article = (incident_claim.c.incident_id == incident.c.id, claim.c.article_id == filters.article_id)
        yield exists().where(incident_claim.c.claim_id == claim.c.id, *of_article)


def _at(place: str) -> ColumnElement[bool]:
    """At the incident's own place (a person may have corrected it), or one that its claims name."""
    told = exists().where(
        incident_claim.c.incident_id == incident.c.id,
        claim_place.c.claim_id == incident_claim.c.claim_id,
        somewhere(place),
    )
    named = incident.c.folded.contains(fold_name(place), autoescape=True)
    return or_(told, named, incident.c.country == place) if is_country_code(place) else or_(told, named)
