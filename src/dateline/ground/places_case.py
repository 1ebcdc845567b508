"""A phrase of place on its way to a point: what was read, the names located in it, the article's main place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.ground.gazetteer import Gazetteer
from dateline.ground.places_geo import kilometres, offset
from dateline.ground.places_reading import PhraseReading
from dateline.ground.places_tokens import Held
from dateline.ground.places_types import ADMIN2_KM, QUARTER_KM, entry_place, parent_of
from dateline.model.grounded import Place

SETTLED = ("exact", "neighbourhood", "settlement")
REACH_KM = 150.0  # how far from an article's places a small place may lie and still be meant
_FINENESS = (*SETTLED, "admin2", "admin1", "region", "country")
_WIDE = ("country", "region")
_VAGUE_KM = 50.0  # radius from which on a land's "north" is no place on a map
_PART_KM = 2.0
_OUTER_THIRD = 0.6  # of the radius: how far the middle of a disc's outer third lies from its centre
_WELL_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Case:
    """One phrase: its words without article, what they say, and the article's main place if it has one."""

    gazetteer: Gazetteer
    words: str
    reading: PhraseReading
    context: Place | None

    def located(self, skip: int | None = None) -> Iterator[tuple[Held, Place]]:
        """The names of the phrase that have a point, but for the one with index `skip`."""
        for index, each in enumerate(self.reading.held):
            if index != skip and each.place is not None and each.place.lat is not None:
                yield each, each.place

    def named(self, skip: int | None = None) -> Place | None:
        """The finest located name; where several tie, one that is no adjective, the first."""
        ranked = [(_FINENESS.index(p.precision or "country"), held.adjective, p) for held, p in self.located(skip)]
        best = min(ranked, key=lambda item: item[:2])[2] if ranked else None
        return self.context if best is not None and self.means_context(best) else best

    def parent(self, skip: int | None = None) -> Place | None:
        """The finest located name of the phrase, else the article's main place."""
        return self.named(skip) or self.context

    def means_context(self, named: Place) -> bool:
        """Whether "the Syrian city", "a town in Syria" means the article's main place in that country."""
        reading, context = self.reading, self.context
        generic = reading.settlement == -1 or reading.back == "settlement" or reading.facility
        if not generic or context is None or named.precision not in _WIDE:
            return False
        return context.precision in SETTLED and context.country == named.country

    def well_known(self, place: Place) -> bool:
        """Whether a place is a town that is known beyond its province."""
        entry = self.gazetteer.by_reference(place.id) if place.id else None
        return entry is not None and entry.population >= _WELL_KNOWN

    def only_whose(self) -> bool:
        """Whether all located names are demonyms or possessors: "the Japanese embassy"."""
        located = [held for held, _ in self.located()]
        return bool(located) and all(held.adjective for held in located)

    def country(self) -> Place | None:
        """The country of the main place."""
        code = self.context.country if self.context else None
        entry = self.gazetteer.by_reference(f"iso:{code}") if code else None
        return entry_place(entry) if entry else None

    def area(self) -> Place | None:
        """The division that the main place lies in, or itself where it is one, else its country."""
        place = self.context
        if place is None or place.precision in ("admin1", "admin2"):
            return place
        entry = self.gazetteer.by_reference(place.id) if place.id else None
        wider = self.gazetteer.division(entry.country or "", entry.admin1) if entry else None
        return entry_place(wider) if wider else self.country()


def apart(a: Place, b: Place) -> float:
    """Kilometres between two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def within(whole: Place, words: str, reason: str) -> Place:
    """Something inside `whole` whose own point is unknown: point and radius of the whole, its own name, no id."""
    return replace(whole, name=words, id=None, reason=reason, candidates=(), parent=parent_of(whole))


def somewhere(words: str, whole: Place | None, level: str | None, reason: str) -> Place:
    """Something in `whole` whose own point is unknown, where that of the whole would say too much: it has none."""
    if whole is None:
        return Place(words, precision=level, reason=reason)
    parent, radius = parent_of(whole), whole.radius_km
    return Place(words, whole.country, precision=level, radius_km=radius, reason=reason, parent=parent)


def moved(words: str, origin: Place, bearing: float, *, km: float, radius: float) -> Place:
    """The region `km` from `origin` in the direction `bearing` (degrees); `origin` must have a point."""
    lat, lon = offset(origin.lat or 0.0, origin.lon or 0.0, km=km, bearing=bearing)
    reason = f"{km:.0f} km from {origin.name} in the direction of {bearing:.0f} degrees"
    point = (round(lat, 4), round(lon, 4))
    return Place(words, origin.country, *point, precision="region", radius_km=round(radius, 1), reason=reason)


def shifted(words: str, whole: Place, bearing: float) -> Place:
    """A part of a place, moved towards that side: a neighbourhood of a settlement, a region of a division.

    A part of a country is too vague for a point: it has none.
    """
    if whole.precision in _WIDE and (whole.radius_km or 0.0) >= _VAGUE_KM:
        return somewhere(words, whole, "region", f"a part of {whole.name} without bounds")
    parent = parent_of(whole)
    if whole.precision in SETTLED:
        radius = max(QUARTER_KM, (whole.radius_km or 0.0) / 2)
        return replace(
            moved(words, whole, bearing, km=_PART_KM, radius=radius), precision="neighbourhood", parent=parent
        )
    radius = whole.radius_km or ADMIN2_KM
    return replace(moved(words, whole, bearing, km=radius * _OUTER_THIRD, radius=radius / 2), parent=parent)
