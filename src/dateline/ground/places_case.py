"""A phrase of place on its way to a point: what was read, the names located in it, the article's main place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_geo import kilometres, offset
from dateline.ground.places_names import entries_of
from dateline.ground.places_reading import PhraseReading
from dateline.ground.places_tokens import Held
from dateline.ground.places_types import ADMIN2_KM, POINTS, QUARTER_KM, entry_place
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

    def area(self) -> Place | None:
        """The division that the main place lies in, or itself where it is one, else its country."""
        place = self.context
        if place is None or place.precision in ("admin1", "admin2"):
            return place
        entry = self.gazetteer.by_reference(place.id) if place.id else None
        wider = self.gazetteer.division(entry.country or "", entry.admin1) if entry else None
        found = wider or self.gazetteer.by_reference(f"iso:{place.country}")
        return entry_place(found) if found else None


def look_again(gazetteer: Gazetteer, reading: PhraseReading, context: Place | None) -> PhraseReading:
    """The reading with names that lack a place looked up on their own, near what phrase and article are about.

    A quarter's name is looked up whole only: the Bab in "the Bab al-Nayrab neighbourhood" is no town of that name.
    """
    known = [each.place for each in reading.held if each.place] + ([context] if context else [])
    held = [each if each.place else replace(each, place=_nearby(gazetteer, each.name, known)) for each in reading.held]
    unknown = [each for at, each in enumerate(held) if each.place is None and at != reading.quarter]
    inner = [found for each in unknown for found in _inner(gazetteer, each.name, known)]
    return replace(reading, held=(*held, *inner))


def apart(a: Place, b: Place) -> float:
    """Kilometres between two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def within(whole: Place, words: str, reason: str) -> Place:
    """Something inside `whole` whose own point is unknown: the point of the whole, its own name, no id."""
    return replace(whole, name=words, id=None, reason=reason, candidates=())


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
        return Place(words, whole.country, precision="region", reason=f"a part of {whole.name} without bounds")
    if whole.precision in SETTLED:
        return replace(moved(words, whole, bearing, km=_PART_KM, radius=QUARTER_KM), precision="neighbourhood")
    radius = whole.radius_km or ADMIN2_KM
    return moved(words, whole, bearing, km=radius * _OUTER_THIRD, radius=radius / 2)


def _inner(gazetteer: Gazetteer, name: str, known: Sequence[Place]) -> Iterator[Held]:
    """A known name at the end or the start of a longer unknown one: "Old Damascus", "Baghdad Clinic"."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            place = _nearby(gazetteer, part, known)
            entry = gazetteer.by_reference(place.id) if place and place.id else None
            if place and entry and (entry.population >= _WELL_KNOWN or any(place.id == each.id for each in known)):
                yield Held(part, place)
                return


def _nearby(gazetteer: Gazetteer, name: str, known: Sequence[Place]) -> Place | None:
    entries = entries_of(gazetteer, name)
    countries = {place.country for place in known if place.country}
    wide = [entry for entry in entries if entry.kind in ("country", "region")]
    inside = [entry for entry in entries if entry.country in countries and _reaches(entry, entries, known)]
    famous = [] if countries else [entry for entry in entries if entry.main and entry.population >= _WELL_KNOWN]
    for found in (inside, wide, famous):
        if found:
            return entry_place(_settled_first(found), reason="looked up by itself")
    return None


def _settled_first(entries: Sequence[Entry]) -> Entry:
    """The most populous, but a town before the division called after it."""
    towns = [entry for entry in entries if entry.kind in ("city", "capital")]
    best = entries[0]
    return towns[0] if towns and best.kind == "admin1" and towns[0].admin1 == best.admin1 else best


def _reaches(entry: Entry, namesakes: Sequence[Entry], known: Sequence[Place]) -> bool:
    """Whether a place may be meant although only its country is known to fit: near, large, or the only one."""
    if entry.kind not in POINTS or entry.own or entry.population >= _WELL_KNOWN or len(namesakes) == 1:
        return True
    return any(apart(entry_place(entry), place) <= REACH_KM + (place.radius_km or 0) for place in known)
