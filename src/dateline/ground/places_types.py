"""What place grounding works on: names with their candidates, and gazetteer entries as places."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.ground.gazetteer import Entry
from dateline.model.grounded import Candidate, Parent, Place
from dateline.model.span import Span

EXACT_KM, QUARTER_KM, CAMP_KM, ADMIN3_KM, ADMIN2_KM, ADMIN1_KM, REGION_KM = 1.0, 3.0, 3.0, 15.0, 30.0, 60.0, 200.0
# Kinds that are a point on a map, and kinds that are land around one.
POINTS = frozenset({"city", "capital", "camp", "neighbourhood", "facility"})
SMALL_POINTS = POINTS - {"capital"}
DIVISIONS = frozenset({"admin1", "admin2", "admin3"})
_LEVEL = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "admin3": "admin2",
    "region": "region",
    "neighbourhood": "neighbourhood",
    "facility": "exact",
}
_DEFAULT_KM = {
    "country": 300.0,
    "admin1": ADMIN1_KM,
    "admin2": ADMIN2_KM,
    "admin3": ADMIN3_KM,
    "region": REGION_KM,
    "neighbourhood": QUARTER_KM,
    "facility": EXACT_KM,
    "camp": CAMP_KM,
}
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an article with all its spans: what it could mean, and what the text says it lies in.

    `demonym` is True for adjectives and peoples. `parents` holds (country, admin1 code or "") pairs named right
    after it ("Sarmin, Idlib").
    """

    key: str
    words: str
    spans: tuple[Span, ...]
    entries: tuple[Entry, ...]
    demonym: bool = False
    parents: tuple[tuple[str, str], ...] = field(default=())


def settlement_radius(population: int) -> float:
    """Kilometres from a settlement's point within which it lies: 5 for villages to 15 for cities of a million."""
    return 5.0 if population < 50_000 else 10.0 if population < 1_000_000 else 15.0


def entry_place(entry: Entry, *, reason: str = "", candidates: tuple[Candidate, ...] = ()) -> Place:
    """The place that an entry stands for, at its own level."""
    level = _LEVEL.get(entry.kind, "settlement")
    radius = entry.radius_km or _DEFAULT_KM.get(entry.kind) or settlement_radius(entry.population)
    return Place(
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        precision=level,
        radius_km=radius,
        id=entry_id(entry),
        reason=reason,
        candidates=candidates,
    )


def parent_of(whole: Place) -> Parent:
    """A place as the parent of what lies in it."""
    return Parent(whole.name, whole.id)


def entry_id(entry: Entry) -> str | None:
    """``geonames:N`` for settlements, the lexicon's reference for countries and divisions, None for regions."""
    return entry.reference or (f"geonames:{entry.id}" if entry.id > 0 else None)


def shown(entry: Entry, score: float, reasons: tuple[str, ...]) -> Candidate:
    """A candidate as the user sees it."""
    name = entry_id(entry) or f"region:{entry.name}"
    return Candidate(id=name, name=entry.name, country=entry.country, score=round(score, 2), reasons=reasons)


def most_shown() -> int:
    """How many candidates a place keeps, best first."""
    return _MOST_SHOWN
