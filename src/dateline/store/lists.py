"""The record as lists: incidents by filter, order and page; points for a map, counts for a timeline and for filters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Integer, Select, cast, func, select

from dateline.store import doubts, told_by
from dateline.store.bars import Bar, bars_of
from dateline.store.conditions import LATEST, among, elsewhere, in_incidents, own
from dateline.store.queries import stored_claims, stored_readings
from dateline.store.stored import Json, StoredClaim
from dateline.store.tables import article, claim
from dateline.store.tables_derived import incident, incident_claim, incident_term
from dateline.store.terms import MEASURE
from dateline.store.wanted import SORTS, Part, Wanted

_MOST_BARS: Final = 120
_ORDERS: Final[dict[str, tuple[Any, ...]]] = {
    "latest": LATEST,
    "earliest": (incident.c.first_day.asc().nulls_last(), *LATEST[1:]),
    "killed": (incident.c.killed.desc().nulls_last(), *LATEST),
    "injured": (incident.c.injured.desc().nulls_last(), *LATEST),
    "origins": (incident.c.origins.desc(), *LATEST),
    "articles": (incident.c.articles.desc(), *LATEST),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that filters can take, the most frequent first, each with how many incidents would be left.

    For each filter all others are kept: what is chosen in one does not take away its other values.
    """

    types: dict[str, int]
    statuses: dict[str, int]
    countries: dict[str, int]
    measures: dict[str, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of incidents: WGS 84 degrees and km, None where it could not be located; the last day of the latest."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    radius_km: float | None
    last: date | None
    incidents: int


class Lists:
    """Questions about many incidents at once, on an open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = connection.dialect.name
        self._known: dict[tuple[str, str], set[str]] = {}

    def incidents(self, wanted: Wanted, part: Part | None = None) -> list[Json]:
        """The JSON of incidents in the wanted order; those without what they are ordered by come last."""
        part = part or Part()
        query = self._narrowed(select(incident.c.id), wanted).order_by(*_ORDERS[part.sort])
        return self.bodies(list(self._connection.execute(query.limit(part.limit).offset(part.offset)).scalars()))

    def ids(self, wanted: Wanted, *, sort: str = SORTS[0]) -> list[str]:
        """The ids of all wanted incidents in the wanted order."""
        query = self._narrowed(select(incident.c.id), wanted).order_by(*_ORDERS[sort])
        return list(self._connection.execute(query).scalars())

    def bodies(self, ids: Sequence[str]) -> list[Json]:
        """The JSON of the incidents of these ids, in their order; ids that are not there are left out."""
        rows = self._connection.execute(select(incident.c.id, incident.c.body).where(incident.c.id.in_(ids)))
        found = {row.id: json.loads(row.body) for row in rows}
        return [found[each] for each in ids if each in found]

    def claims(self, incident_ids: Sequence[str]) -> Iterator[StoredClaim]:
        """The claims that are in these incidents, article by article, in text order within each."""
        return stored_claims(self._connection, [in_incidents(incident_ids, self._dialect)])

    def claims_part(self, wanted: Wanted, part: Part) -> tuple[int, list[tuple[StoredClaim, str]]]:
        """How many claims the wanted incidents have, and a part of them, each with its incident's id."""
        within = select(incident_claim.c.claim_id, incident_claim.c.incident_id)
        if wanted != Wanted():
            within = within.where(incident_claim.c.incident_id.in_(self._narrowed(select(incident.c.id), wanted)))
        total = int(self._connection.execute(select(func.count()).select_from(within.subquery())).scalar_one())
        some = within.join(claim, claim.c.id == incident_claim.c.claim_id).order_by(
            claim.c.article_id, claim.c.position
        )
        held = {row[0]: row[1] for row in self._connection.execute(some.limit(part.limit).offset(part.offset))}
        rows = stored_claims(self._connection, [claim.c.id.in_(held)])
        return total, [(row, held[row.id]) for row in rows]

    def claim(self, claim_id: str) -> StoredClaim | None:
        """A claim by its full id; None where there is none."""
        return next(stored_claims(self._connection, [claim.c.id == claim_id]), None)

    def articles(self, part: Part) -> list[Json]:
        """Articles without their text, the latest published first; ids and days as text."""
        columns = ("name", "id", "url", "publisher", "title", "published", "language", "added")
        number = select(func.count()).where(claim.c.article_id == article.c.id).scalar_subquery()
        query = select(*(article.c[name] for name in columns), number.label("claims"))
        query = query.order_by(article.c.published.desc().nulls_last(), article.c.id)
        rows = self._connection.execute(query.limit(part.limit).offset(part.offset)).mappings()
        return [
            {"id": row["name"], "hash": row["id"], **{key: row[key] for key in columns[2:]}, "claims": row["claims"]}
            | {"published": row["published"].isoformat() if row["published"] else None}
            for row in rows
        ]

    def readings(self, incident_ids: Sequence[str]) -> Iterator[Json]:
        """The articles that these incidents are told in, in the contract's form, with the claims in them only."""
        return stored_readings(self._connection, [in_incidents(incident_ids, self._dialect)])

    def changed(self, incident_ids: Sequence[str]) -> dict[str, str]:
        """When the last article of each of these incidents was added: ISO 8601 in UTC."""
        last = func.max(article.c.added)
        query = select(incident_claim.c.incident_id, last).join(claim, claim.c.id == incident_claim.c.claim_id)
        query = query.join(article, article.c.id == claim.c.article_id).group_by(incident_claim.c.incident_id)
        query = query.where(incident_claim.c.incident_id.in_(incident_ids))
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def places(self, wanted: Wanted, part: Part | None = None) -> list[Place]:
        """The places of the wanted incidents, those of most incidents first."""
        part = part or Part()
        spot = (incident.c.place, incident.c.country, incident.c.lat, incident.c.lon)
        number = func.count()
        more = (func.max(incident.c.precision), func.max(incident.c.radius_km), func.max(incident.c.last_day), number)
        query = self._narrowed(select(*spot, *more), wanted).where(incident.c.place.isnot(None)).group_by(*spot)
        query = query.order_by(number.desc(), *spot).limit(part.limit).offset(part.offset)
        return [Place(*row) for row in self._connection.execute(query)]

    def count_places(self, wanted: Wanted) -> int:
        """How many places the wanted incidents have."""
        spots = self._narrowed(select(incident.c.place, incident.c.country, incident.c.lat, incident.c.lon), wanted)
        spots = spots.where(incident.c.place.isnot(None)).distinct()
        return int(self._connection.execute(select(func.count()).select_from(spots.subquery())).scalar_one())

    def count(self, wanted: Wanted) -> int:
        """How many incidents are wanted."""
        query = self._narrowed(select(func.count()).select_from(incident), wanted)
        return int(self._connection.execute(query).scalar_one())

    def spots(self, wanted: Wanted, *, limit: int | None = None) -> list[Json]:
        """The spots where the wanted incidents were, as features of GeoJSON, those of most incidents first.

        Incidents share a spot where point, `radius_km` and precision are the same: `n` counts them, `disputed` those
        where origins disagree. Only where `n` is 1 `id`, `event`, `killed_low`, `killed`, `killed_high` and `day` are
        given. `radius_km` tells how far from the point it may have been: a point without its circle says too much.
        """
        column = incident.c
        alike = (column.lat, column.lon, column.radius_km, column.precision)
        number = func.count().label("n")
        told = ("id", "event", "killed_low", "killed", "killed_high", "first_day")
        query = select(*alike, func.max(column.place).label("place"), number)
        query = query.add_columns(func.sum(cast(column.disagree, Integer)).label("disputed"))
        query = query.add_columns(*(func.max(column[name]).label(name) for name in told))
        query = self._narrowed(query, wanted).where(column.lat.isnot(None)).group_by(*alike)
        query = query.order_by(number.desc(), func.max(column.first_day).desc(), *alike).limit(limit)
        return [_spot(row) for row in self._connection.execute(query)]

    def count_placed(self, wanted: Wanted) -> int:
        """How many of the wanted incidents have a point."""
        query = self._narrowed(select(func.count()).select_from(incident), wanted).where(incident.c.lat.isnot(None))
        return int(self._connection.execute(query).scalar_one())

    def days(self, wanted: Wanted) -> dict[date, int]:
        """How many of the wanted incidents began on each day, in order; those without a day are in none."""
        day = incident.c.first_day
        query = self._narrowed(select(day, func.count()), wanted).where(day.isnot(None)).group_by(day).order_by(day)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def bars(self, wanted: Wanted, step: str | None = None) -> list[Bar]:
        """A timeline of the wanted incidents by day, week, month or year: by default the finest that gives few bars.

        Steps in which nothing began are there too, with 0.
        """
        return bars_of(self.days(wanted), step, most=_MOST_BARS)

    def choices(self, wanted: Wanted) -> Choices:
        """What there is to choose in the filters type, status, country and measure, the other filters being kept."""
        without = (replace(wanted, events=()), replace(wanted, statuses=()), replace(wanted, country=None))
        rows = {each: self._grouped(each) for each in set(without)}  # where none of them is chosen all three are one
        types, statuses, countries = (_summed(rows[each], at) for at, each in enumerate(without))
        return Choices(types, statuses, countries, measures=self._measures(replace(wanted, measure=None)))

    def sources(self, part: Part | None = None, *, words: str = "") -> list[told_by.Told]:
        """The origins, those in most incidents first; with `words` those whose name holds them."""
        return told_by.sources(self._connection, part or Part(), words)

    def source(self, name: str) -> told_by.Told | None:
        """The origin of exactly this name; None where no incident has it."""
        return told_by.source(self._connection, name)

    def count_sources(self, *, words: str = "") -> int:
        """How many origins there are."""
        return told_by.count(self._connection, words)

    def doubtful(self, kind: str | None = None, part: Part | None = None) -> list[doubts.Doubt]:
        """Claims in incidents that a person should look at, the least sure first (see `store.doubts`)."""
        return doubts.doubtful(self._connection, kind, part or Part())

    def count_doubtful(self) -> dict[str, int]:
        """How many claims are doubtful, by the kind of doubt; one claim may count for several."""
        return doubts.counted(self._connection)

    def _grouped(self, wanted: Wanted) -> list[tuple[Any, ...]]:
        """Type, status and country with how many incidents have them."""
        by = (incident.c.event, incident.c.status, incident.c.country)
        query = self._narrowed(select(*by, func.count()), wanted).group_by(*by)
        return [tuple(row) for row in self._connection.execute(query)]

    def _measures(self, wanted: Wanted) -> dict[str, int]:
        number = func.count().label("incidents")
        query = select(incident_term.c.value, number).where(incident_term.c.kind == MEASURE)
        if wanted != Wanted():
            query = query.where(incident_term.c.incident_id.in_(self._narrowed(select(incident.c.id), wanted)))
        query = query.group_by(incident_term.c.value).order_by(number.desc(), incident_term.c.value)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def _narrowed(self, query: Select[Any], wanted: Wanted) -> Select[Any]:
        query = query.where(*own(wanted))
        costly = elsewhere(wanted, self._dialect)
        return query.where(among(self._common(costly), self._dialect)) if costly else query

    def _common(self, costly: dict[tuple[str, str], Select[Any]]) -> list[str]:
        """The incidents that fulfil all filters which cost time; each is asked once for all that a page shows."""
        for key, query in costly.items():
            if key not in self._known:
                self._known[key] = set(self._connection.execute(query).scalars())
        return sorted(set.intersection(*(self._known[key] for key in costly)))


def _spot(row: Any) -> Json:  # noqa: ANN401 (a row)
    alone = row.n == 1
    shared = {"place": row.place, "precision": row.precision, "radius_km": row.radius_km}
    own = {
        name: getattr(row, name) if alone else None for name in ("id", "event", "killed_low", "killed", "killed_high")
    }
    day = row.first_day.isoformat() if alone and row.first_day else None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(row.lon, 5), round(row.lat, 5)]},
        "properties": {"n": row.n, "disputed": int(row.disputed), **shared, **own, "day": day},
    }


def _summed(rows: list[Any], at: int) -> dict[str, int]:
    """The counts by one of the columns, the most frequent first."""
    counts: dict[str, int] = {}
    for row in rows:
        if row[at] is not None:
            counts[row[at]] = counts.get(row[at], 0) + row[-1]
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
