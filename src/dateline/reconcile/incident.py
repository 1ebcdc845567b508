"""The incident: a view of claims that tell of one thing. Rebuilt from claims, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.claim_row import ClaimRow
from dateline.model.report import Json, Origin
from dateline.reconcile.agreement import FigureRange
from dateline.reconcile.compare import Link
from dateline.reconcile.fields import Field
from dateline.reconcile.history import Known

HAPPENED = "happened"  # the status of a claim without an auxiliary mode


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an incident: that which most articles give, of equals the finest. WGS 84 degrees, km.

    `within` is what spellings of the place that it is part of share, "" where none is known.
    """

    name: str
    country: str | None = None
    precision: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class OriginShare:
    """An independent origin with the articles (names) that carry what it says."""

    origin: Origin
    articles: tuple[str, ...]

    def to_json(self) -> Json:
        """Name, kind and articles."""
        return {"name": self.origin.name, "kind": self.origin.kind, "articles": list(self.articles)}


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims of one kind and status that tell of one thing in the world.

    `id` is a hash of the claims' ids. `event` is the type that most claims have. `status` is the claims' auxiliary
    mode, or "happened". `where` is None where no claim names a place. `start` and `end` are days, both inclusive, None
    where no claim gives a day of the incident. `articles` are names; `copies` groups of them that reprint one text;
    `origins` the independent origins of all claims. `links` are the comparisons that merged reports of several
    articles. `note` says what was missing for comparing it with other articles, "" where nothing was.
    """

    id: str
    family: str
    event: str
    status: str
    modes: tuple[str, ...]
    hedges: tuple[str, ...]
    where: Where | None
    start: date | None
    end: date | None
    figures: tuple[FigureRange, ...]
    fields: tuple[Field, ...]
    history: tuple[Known, ...]
    claims: tuple[ClaimRow, ...]
    articles: tuple[str, ...]
    copies: tuple[tuple[str, ...], ...]
    origins: tuple[OriginShare, ...]
    links: tuple[Link, ...]
    note: str = ""

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims, in order."""
        return tuple(str(row.claim["id"]) for row in self.claims)

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the independent origins, those that most articles carry first."""
        return tuple(share.origin.name for share in self.origins)

    @property
    def place(self) -> str | None:
        """The name of the place."""
        return self.where.name if self.where else None

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 code of the place's country."""
        return self.where.country if self.where else None

    @property
    def precision(self) -> str | None:
        """The level of the place."""
        return self.where.precision if self.where else None

    @property
    def disagree(self) -> bool:
        """Whether two origins contradict each other in a number or a field."""
        return any(one.disagree for one in self.figures) or any(one.disagree for one in self.fields)

    def to_json(self) -> Json:
        """The incident as one JSON object; claims by their ids, `origins` and `disagree` by measure."""
        where = self.where or Where("")
        return {
            "id": self.id,
            "event": self.event,
            "status": self.status,
            "modes": list(self.modes),
            "hedges": list(self.hedges),
            "place": self.place,
            **{key: getattr(where, key) for key in ("country", "precision", "lat", "lon", "radius_km")},
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "figures": [one.to_json() for one in self.figures],
            "fields": [one.to_json() for one in self.fields],
            "history": [one.to_json() for one in self.history],
            "claims": list(self.claim_ids),
            "articles": list(self.articles),
            "copies": [list(group) for group in self.copies],
            "sources": [one.to_json() for one in self.origins],
            "origins": {one.measure: [list(p.articles) for p in one.positions] for one in self.figures},
            "disagree": {one.measure: one.disagree for one in self.figures},
            "merged_by": [link.to_json() for link in self.links],
            "note": self.note,
        }
