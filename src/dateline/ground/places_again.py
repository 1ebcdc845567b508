"""Names of a phrase that the article's resolution left open, looked up once more near what the phrase is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_case import REACH_KM, SETTLED, apart
from dateline.ground.places_names import entries_of, spelt_otherwise
from dateline.ground.places_reading import PhraseReading
from dateline.ground.places_tokens import Held
from dateline.ground.places_types import POINTS, entry_place
from dateline.model.grounded import Place

_WELL_KNOWN = 20_000
_FAMOUS = 100_000  # inhabitants from which on a town is meant although the article is about another country
_TIMES = 5  # so many times the next namesake
_TOWNS = ("city", "capital")
_LINK = r"(?:,| in| of|, in)(?: the)?(?: [a-z-]+){0,3} "


def look_again(gazetteer: Gazetteer, words: str, reading: PhraseReading, context: Place | None) -> PhraseReading:
    """The reading with names that lack a place looked up on their own, near what phrase and article are about.

    A namesake that lies outside the area that the phrase names for it ("X in Y province") is given up. A quarter's
    name is looked up whole only: the Bab in "the Bab al-Nayrab neighbourhood" is no town of that name.
    """
    given = tuple(_inside_area(gazetteer, words, reading, at) for at in range(len(reading.held)))
    known = [each.place for each in given if each.place] + ([context] if context else [])
    held = [each if each.place else replace(each, place=_nearby(gazetteer, each.name, known)) for each in given]
    held = [_respelt(gazetteer, reading, at, each, known) for at, each in enumerate(held)]
    unknown = [each for at, each in enumerate(held) if each.place is None and at != reading.quarter]
    inner = [found for each in unknown for found in _inner(gazetteer, each.name, known)]
    return replace(reading, held=(*held, *inner))


def _inside_area(gazetteer: Gazetteer, words: str, reading: PhraseReading, at: int) -> Held:
    """The name with index `at`; its place is another, or none, where the phrase says that it lies elsewhere."""
    own = reading.held[at]
    if own.place is None or own.place.precision not in SETTLED or own.adjective:
        return own
    for index, held in enumerate(reading.held):
        area = _area(gazetteer, held, divided=index == reading.division and reading.level == "admin1")
        link = re.escape(own.name) + _LINK + re.escape(held.name)
        if area and re.search(link, words) and not _holds(gazetteer, area, own.place):
            return replace(own, place=_namesake(gazetteer, own.name, area))
    return own


def _area(gazetteer: Gazetteer, held: Held, *, divided: bool) -> Place | None:
    """The country or division that a name stands for, also the one called after a town (`divided`: "X province")."""
    if held.place is None or held.adjective or held.place.precision in ("country", "admin1"):
        return None if held.adjective else held.place
    if not divided:
        return None
    found = [e for e in entries_of(gazetteer, held.name) if e.kind == "admin1" and e.country == held.place.country]
    return entry_place(found[0]) if found else None


def _holds(gazetteer: Gazetteer, area: Place, place: Place) -> bool:
    if area.country != place.country:
        return False
    whole = gazetteer.by_reference(area.id or "")
    part = gazetteer.by_reference(place.id or "")
    return whole is None or part is None or whole.kind == "country" or whole.admin1 == part.admin1


def _namesake(gazetteer: Gazetteer, name: str, area: Place) -> Place | None:
    """The most populous town of this name, in any spelling, inside `area`."""
    found = (*entries_of(gazetteer, name), *spelt_otherwise(gazetteer, name, filter(None, [area.country])))
    inside = [e for e in found if e.kind in _TOWNS and _holds(gazetteer, area, entry_place(e))]
    return entry_place(inside[0], reason=f"the one in {area.name}") if inside else None


def _inner(gazetteer: Gazetteer, name: str, known: Sequence[Place]) -> Iterator[Held]:
    """A known name at the end or the start of a longer unknown one: "Old Damascus", "Baghdad Clinic"."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            place = _nearby(gazetteer, part, known, famous=not known)
            entry = gazetteer.by_reference(place.id) if place and place.id else None
            if place and entry and (entry.population >= _WELL_KNOWN or any(place.id == each.id for each in known)):
                yield Held(part, place)
                return


def _nearby(gazetteer: Gazetteer, name: str, known: Sequence[Place], *, famous: bool = True) -> Place | None:
    entries = entries_of(gazetteer, name)
    countries = {place.country for place in known if place.country}
    wide = [entry for entry in entries if entry.kind in ("country", "region")]
    inside = [entry for entry in entries if entry.country in countries and _reaches(entry, entries, known)]
    for found in (inside, wide, _famous(entries, abroad=bool(countries)) if famous else ()):
        if found:
            return entry_place(_settled_first(found), reason="looked up by itself")
    return None


def _famous(entries: Sequence[Entry], *, abroad: bool) -> Sequence[Entry]:
    """The namesake that is meant wherever one is: a large town far larger than the rest, a division.

    Where nothing says which country the article is about (not `abroad`), any town that is known beyond its province.
    """
    if not abroad:
        return [entry for entry in entries if entry.main and entry.population >= _WELL_KNOWN]
    towns = [entry for entry in entries if entry.kind in _TOWNS]
    if not towns:
        return [entry for entry in entries if entry.kind == "admin1"][:1]
    rest = max((entry.population for entry in towns[1:]), default=0)
    return towns[:1] if towns[0].population >= max(_FAMOUS, _TIMES * rest) else []


def _respelt(gazetteer: Gazetteer, reading: PhraseReading, at: int, held: Held, known: Sequence[Place]) -> Held:
    """An unknown name in another spelling: near the places that are known, or the only one in their countries.

    Not for names of sites, quarters and peoples: the Jabal of "the Jabal mosque" is no town of Jablah.
    """
    if held.place or held.adjective or reading.facility or at == reading.quarter:
        return held
    found = spelt_otherwise(gazetteer, held.name, {place.country for place in known if place.country}, closely=True)
    near = [entry for entry in found if _far(entry, known) <= REACH_KM]
    only = len(found) == 1 and _far(found[0], known) == inf
    best = min(near, key=lambda e: _far(e, known)) if near else found[0] if only else None
    return replace(held, place=entry_place(best, reason=f"spelt {best.name} in the gazetteer")) if best else held


def _far(entry: Entry, known: Sequence[Place]) -> float:
    """Kilometres to the nearest town (or finer) of its country; infinite where none is known."""
    own = entry_place(entry)
    towns = (place for place in known if place.precision in SETTLED and place.country == entry.country)
    return min((apart(own, place) for place in towns), default=inf)


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
