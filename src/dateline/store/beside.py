"""What stands beside an incident or an article: near misses of merging, its copies."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.store.parts import AT_ONCE, in_parts
from dateline.store.stored import Json
from dateline.store.tables import article, claim, claim_place
from dateline.store.tables_derived import copy, incident, incident_claim, link

_LOOKED_AT: Final = 100  # comparisons among which the other incidents are looked for
_SIGN: Final = ("sign", "weight", "reason")  # what the row of a link holds of each sign


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two reports that nearly were one incident: the incident of the other one, the score, and the signs as JSON."""

    report: str
    other: str
    incident: str
    score: float
    signs: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place with the number of claims that say who holds it."""

    name: str
    country: str
    claims: int


def incidents_of_claims(connection: Connection, claim_ids: Collection[str]) -> dict[str, str]:
    """The ids of the incidents that claims are in, by the claims' ids; those in none are left out."""
    found: dict[str, str] = {}
    for some in in_parts(sorted(claim_ids)):
        query = select(incident_claim.c.claim_id, incident_claim.c.incident_id)
        found |= {row.claim_id: row.incident_id for row in connection.execute(query.where(_in(some)))}
    return found


def _in(claim_ids: Sequence[str]) -> ColumnElement[bool]:
    return incident_claim.c.claim_id.in_(claim_ids)


def near_misses(connection: Connection, report_ids: Collection[str], limit: int) -> list[NearMiss]:
    """The best comparisons of these reports with those of other incidents, one for each other incident."""
    own = sorted(report_ids)[:AT_ONCE]
    compared: list[Any] = []
    for near, far in ((link.c.one, link.c.other), (link.c.other, link.c.one)):
        query = select(near.label("near"), far.label("far"), link.c.score, link.c.signs)
        query = query.where(near.in_(own), far.not_in(own)).order_by(link.c.score.desc()).limit(_LOOKED_AT)
        compared += connection.execute(query).all()
    within = _incidents_of_reports(connection, {row.far for row in compared})
    found: dict[str, NearMiss] = {}
    for row in sorted(compared, key=lambda one: (-one.score, one.near, one.far)):
        there = within.get(row.far)
        if there and there not in found:
            told = tuple(dict(zip(_SIGN, each, strict=True)) for each in json.loads(row.signs)["signs"])
            found[there] = NearMiss(row.near, row.far, there, row.score, told)
    return list(found.values())[:limit]


def _incidents_of_reports(connection: Connection, report_ids: Collection[str]) -> dict[str, str]:
    query = select(incident_claim.c.report_id, incident_claim.c.incident_id)
    rows = connection.execute(query.where(incident_claim.c.report_id.in_(sorted(report_ids))))
    return {row.report_id: row.incident_id for row in rows}


def bodies(connection: Connection, incident_ids: Collection[str]) -> dict[str, Json]:
    """Incidents as JSON by their ids."""
    found: dict[str, Json] = {}
    for some in in_parts(sorted(incident_ids)):
        rows = connection.execute(select(incident.c.id, incident.c.body).where(incident.c.id.in_(some)))
        found |= {row.id: json.loads(row.body) for row in rows}
    return found


def copies_of(connection: Connection, article_id: str) -> list[Json]:
    """The copies of an article, those that share most first.

    Each has `other` (the head of the other article), `kind`, `reason`, `mine` and `theirs` (the share of the words of
    each) and `passages`, each with its words' number and the spans in this article and in the other.
    """
    found = []
    for mine, theirs in (("a", "b"), ("b", "a")):
        query = select(copy, *_HEAD).join(article, article.c.id == copy.c[theirs]).where(copy.c[mine] == article_id)
        for row in connection.execute(query).mappings():
            passages = json.loads(row["body"])["passages"]
            found.append(
                {
                    "other": {"hash": row["article_id"], **{key: row[key] for key in ("name", "title", "publisher")}}
                    | {"published": row["published"].isoformat() if row["published"] else None},
                    "kind": row["kind"],
                    "reason": row["reason"],
                    "mine": row[f"share_{mine}"],
                    "theirs": row[f"share_{theirs}"],
                    "passages": [{"here": p[mine], "there": p[theirs], "words": p["words"]} for p in passages],
                }
            )
    return sorted(found, key=lambda one: (-one["mine"], one["other"]["name"], one["other"]["hash"]))


_HEAD: Final = (
    article.c.id.label("article_id"),
    article.c.name,
    article.c.title,
    article.c.publisher,
    article.c.published,
)


def control_places(connection: Connection, limit: int) -> list[HeldPlace]:
    """The places of which claims say who holds them, those with most claims first."""
    number = func.count().label("claims")
    query = (
        select(claim_place.c.name, claim_place.c.country, number)
        .join(claim, claim.c.id == claim_place.c.claim_id)
        .where(claim.c.event == "CONTROL", claim_place.c.role == "at", claim_place.c.name.isnot(None))
        .group_by(claim_place.c.name, claim_place.c.country)
        .order_by(number.desc(), claim_place.c.name)
        .limit(limit)
    )
    return [HeldPlace(row.name, row.country or "", row.claims) for row in connection.execute(query)]


def count_control(connection: Connection) -> int:
    """How many claims say who holds a place."""
    return int(connection.execute(select(func.count()).where(claim.c.event == "CONTROL")).scalar_one())
