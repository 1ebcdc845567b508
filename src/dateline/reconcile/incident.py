"""The incident: a view of claims that tell of one thing. Rebuilt from claims, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.claim_row import ClaimRow

Json = dict[str, Any]
HAPPENED = "happened"  # the status of a claim without an auxiliary mode


@dataclass(frozen=True, slots=True)
class Told:
    """Who gives a figure: the chain of sources (speaker first; the outlet itself where it names none)."""

    claim_id: str
    article: str
    publisher: str | None
    sources: tuple[str, ...]
    low: float | None
    high: float | None
    who: str | None
    words: str

    def to_json(self) -> Json:
        """The fields as they are."""
        return {
            "claim": self.claim_id,
            "article": self.article,
            "publisher": self.publisher,
            "sources": list(self.sources),
            "low": self.low,
            "high": self.high,
            "who": self.who,
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class FigureRange:
    """What is said of one measure: the interval that most sources give, and the bounds over all that is said.

    `best_low`..`best_high` is that interval as given (None: no bound). `low`..`high` spans every bound that any
    claim's largest figure names; `open_above` is True where some claim names no upper bound. `told` holds every
    figure, those for parts of the people ("three of them children") too.
    """

    measure: str
    best_low: float | None
    best_high: float | None
    low: float
    high: float
    open_above: bool
    told: tuple[Told, ...]

    def to_json(self) -> Json:
        """The fields, with who says what."""
        return {
            "measure": self.measure,
            "best": {"low": self.best_low, "high": self.best_high},
            "low": self.low,
            "high": None if self.open_above else self.high,
            "told": [one.to_json() for one in self.told],
        }


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims of one type and status, at one place, from one day on.

    `id` is a hash of the claims' ids. `status` is the claims' auxiliary mode, or "happened". `place` is None where
    the claims name none. `start` and `end` are days, both inclusive, None where no claim has a time. `articles` are
    names and `sources` distinct names of those who say it first (outlets where a claim gives no source), both in
    alphabetical order. `note` says what grouping could not know, "" where nothing was missing.
    """

    id: str
    event: str
    status: str
    modes: tuple[str, ...]
    hedges: tuple[str, ...]
    place: str | None
    country: str | None
    precision: str | None
    start: date | None
    end: date | None
    figures: tuple[FigureRange, ...]
    claims: tuple[ClaimRow, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims, in order."""
        return tuple(str(row.claim["id"]) for row in self.claims)

    def to_json(self) -> Json:
        """The incident as one JSON object; claims by their ids."""
        return {
            "id": self.id,
            "event": self.event,
            "status": self.status,
            "modes": list(self.modes),
            "hedges": list(self.hedges),
            "place": self.place,
            "country": self.country,
            "precision": self.precision,
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "figures": [one.to_json() for one in self.figures],
            "claims": list(self.claim_ids),
            "articles": list(self.articles),
            "sources": list(self.sources),
            "note": self.note,
        }
