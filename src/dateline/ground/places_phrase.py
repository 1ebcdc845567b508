"""Where a claim's words of place lie: the finest known name in them, shifted, widened or narrowed as they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_again import look_again
from dateline.ground.places_case import REACH_KM, SETTLED, Case, apart, moved, shifted, somewhere, within
from dateline.ground.places_names import entries_of
from dateline.ground.places_reading import read_phrase
from dateline.ground.places_site import in_site
from dateline.ground.places_types import ADMIN2_KM, QUARTER_KM, entry_place
from dateline.lexicon.countries import country_by_demonym
from dateline.lexicon.place_words import place_words
from dateline.model.grounded import Place

_OFFSET_KM = 10.0
_QUARTER_REACH_KM = 40.0
_LOST_KM = 30.0


def resolve_phrase(
    gazetteer: Gazetteer, words: str, toponyms: Sequence[tuple[str, Place]], *, context: Place | None
) -> Place:
    """The place that `words` describe; see `PlaceResolver.resolve_phrase`."""
    reading = look_again(gazetteer, words, read_phrase(words, toponyms), context)
    case = Case(gazetteer, _without_article(words), reading, context)
    for rule in _RULES:
        place = rule(case)
        if place is not None:
            return place
    if reading.held and not case.only_whose():
        return Place(case.words, reason="not in the gazetteer")
    if reading.several and context is not None:
        return somewhere(case.words, case.area(), "region", "several places that the text does not name here")
    if context is not None:
        return replace(context, reason="taken to be in the article's main place", candidates=())
    return Place(case.words, reason="the words name no place and the article has no main place")


def _without_article(words: str) -> str:
    first, _, rest = " ".join(words.split()).partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else " ".join(words.split())


def _division(case: Case) -> Place | None:
    """Rule for "X province", "X countryside": the division of that name; with a compass word, that part of it."""
    reading = case.reading
    index = reading.division
    if index in (None, -1) and reading.countryside:
        index = next((i for i, each in enumerate(reading.held) if each.place), None)
    if index is None or index < 0 or reading.outward or _names_finer(case, index):
        return None
    whole, town = _whole_division(case, index), reading.held[index].place
    if whole is None or reading.bearing is None:
        return whole
    if reading.countryside and town is not None and town.precision in SETTLED:
        radius = (whole.radius_km or ADMIN2_KM) / 2
        return moved(case.words, town, reading.bearing, km=radius, radius=radius)
    return shifted(case.words, whole, reading.bearing)


def _whole_division(case: Case, index: int) -> Place | None:
    """The division called by the name with this index; a town's name stands for the land around it."""
    each = case.reading.held[index]
    country = each.place.country if each.place else case.context.country if case.context else None
    found = [e for e in entries_of(case.gazetteer, each.name) if e.kind == "admin1" and country in (None, e.country)]
    if found and (case.reading.level == "admin1" or each.place is None or each.place.precision == "admin1"):
        return entry_place(found[0], reason="the division of that name")
    if each.place is None or each.place.precision not in SETTLED:
        return each.place
    if case.reading.quarter == index and _is_quarter(case, index):
        return None
    district = next((e for e in entries_of(case.gazetteer, each.name) if _is_district(e, country)), None)
    if district is not None and case.reading.level == "admin2":
        return entry_place(district, reason="the district of that name")
    reason = "the land around the place of that name"
    return replace(each.place, precision="admin2", radius_km=ADMIN2_KM, reason=reason)


def _is_district(entry: Entry, country: str | None) -> bool:
    return entry.kind in ("admin2", "admin3") and country in (None, entry.country)


def _names_finer(case: Case, index: int) -> bool:
    """Whether the phrase also names a settlement inside the division, located or not."""
    if case.reading.settlement not in (None, -1, index):
        return True
    return any(place.precision in SETTLED for _, place in case.located(skip=index))


def _is_quarter(case: Case, index: int) -> bool:
    """Whether a named "district" is a city's, given a settlement in the phrase or as the context.

    It is when the two are close, and when the place of that name lies abroad, or is small and out of reach: then it is
    a namesake.
    """
    own, parent = case.reading.held[index].place, case.parent(skip=index)
    if own is None or parent is None or parent.precision not in SETTLED:
        return own is None
    if own.country != parent.country:
        return True
    far = apart(own, parent)
    return far <= _QUARTER_REACH_KM or (far > REACH_KM and not case.well_known(own))


def _people(case: Case) -> Place | None:
    """Rule for a demonym alone: the Syria of "the Syrian war"."""
    code = country_by_demonym(case.words)
    entry = case.gazetteer.by_reference(f"iso:{code}") if code else None
    return entry_place(entry, reason="the country of that people") if entry else None


def _unknown_name(case: Case) -> Place | None:
    """Rule for "X in Y province" with an unknown X: no point, since a province's middle is not where X lies."""
    held = case.reading.held
    first = held[0] if held else None
    if first is None or first.place is not None or first.adjective or case.reading.division == 0:
        return None
    located = [each for each, _ in case.located()]
    if not located or any(each.name in first.name for each in located):
        return None
    wide = case.reading.countryside or case.reading.division not in (None, -1)
    if not wide and any(place.precision in SETTLED for _, place in case.located()):
        return None
    index = held.index(located[0])
    area = _whole_division(case, index) if wide else located[0].place
    return somewhere(first.name, area, "settlement", f"not in the gazetteer; somewhere in {located[0].name}")


def _border(case: Case) -> Place | None:
    """Rule for "the border with X", "the X-Y border", "near the X border": along it, without a point."""
    if not case.reading.border or any(place.precision in SETTLED for _, place in case.located()):
        return None
    lands = {place.country: place for place in _lands(case)}
    own = case.country()
    sides = ([own] if own and own.country not in lands else []) + list(lands.values())
    if not sides:
        return None
    return somewhere(case.words, sides[0], "region", f"along the border of {' and '.join(side.name for side in sides)}")


def _lands(case: Case) -> Iterator[Place]:
    """The countries and divisions that a phrase names, also by their people, in the order of the words."""
    for held in case.reading.held:
        code = country_by_demonym(held.name)
        entry = case.gazetteer.by_reference(f"iso:{code}") if code else None
        place = entry_place(entry) if entry else held.place
        if place is not None and place.precision in ("country", "admin1"):
            yield place


def _offset(case: Case) -> Place | None:
    """Rule for "30 km south of X", "east of X": a point computed from X."""
    reading, origin = case.reading, case.parent()
    if origin is None or origin.lat is None or (reading.km is None and not reading.outward):
        return None
    if reading.bearing is None:
        radius = (reading.km or 0.0) + (origin.radius_km or 0.0)
        return replace(within(origin, case.words, f"near {origin.name}"), radius_km=radius, precision="region")
    km = reading.km or _OFFSET_KM + (0.0 if origin.precision in SETTLED else origin.radius_km or 0.0)
    return moved(case.words, origin, reading.bearing, km=km, radius=max(5.0, km / 2))


def _quarter(case: Case) -> Place | None:
    """Rule for "the X neighbourhood": never a namesake far away; where the gazetteer lacks it, its city's point."""
    index = case.reading.quarter
    own = case.reading.held[index] if index is not None and index >= 0 else None
    parent = case.parent(skip=index)
    if index is None or (own is None and parent is None):
        return None
    settled = own.place if own and own.place and own.place.precision in SETTLED else None
    in_city = parent is not None and parent.precision in SETTLED and parent != settled
    if settled and own and case.gazetteer.is_own(own.name):
        return settled  # the user said where it lies
    if settled and (not in_city or parent is None or apart(settled, parent) <= _QUARTER_REACH_KM):
        known = settled.precision == "neighbourhood"
        return settled if known else replace(settled, precision="neighbourhood", radius_km=QUARTER_KM)
    if parent is None or (own and own.place and not in_city):
        return None
    if own is None and case.reading.bearing is not None:
        return shifted(case.words, parent, case.reading.bearing)
    return _somewhere(parent, own.name if own else case.words)


def _somewhere(parent: Place, name: str) -> Place:
    """A neighbourhood that the gazetteer lacks: at its city's point; at a wider place's own precision."""
    if parent.precision not in SETTLED:
        return within(parent, name, f"a neighbourhood somewhere in {parent.name}")
    place = within(parent, name, f"a neighbourhood of {parent.name} that the gazetteer lacks")
    return replace(place, precision="neighbourhood")


def _unknown_settlement(case: Case) -> Place | None:
    """Rule for "the village of X" with an unknown X: near the town given, else without a point; never X's namesake."""
    index = case.reading.settlement
    if index is None or index < 0 or case.reading.held[index].place is not None:
        return None
    return _lost(case, index)


def _lost(case: Case, index: int) -> Place:
    """The settlement with this index, which the gazetteer lacks."""
    name = case.reading.held[index].name
    parent = case.named(skip=index) or case.area()
    if parent is None:
        return Place(name, reason="not in the gazetteer")
    reason = f"not in the gazetteer; somewhere in or near {parent.name}"
    if parent.precision not in SETTLED:
        return somewhere(name, parent, "settlement", reason)  # a province's middle is not its place
    place = within(parent, name, reason)
    return replace(place, precision="admin2", radius_km=max(parent.radius_km or 0.0, _LOST_KM))


def _part(case: Case) -> Place | None:
    """Rule for "eastern X", "the west of X", "the outskirts of X": inside X, towards that side."""
    part, bearing = case.reading.part, case.reading.bearing
    held = case.reading.held[part] if part is not None and part >= 0 else None
    if part is not None and held is not None and held.place is None and not held.adjective:
        return _lost(case, part)
    whole = (held.place if held else None) or _pointed(case) or case.parent()
    if whole is None or whole.lat is None or (part is None and bearing is None):
        return None
    if bearing is not None:
        named = any(place is whole for _, place in case.located())
        # "a town in northern X", told of X's town: the main place itself, no part of it
        elsewhere = whole is case.context and not named and any(case.located())
        return None if elsewhere else shifted(case.words, whole, bearing)
    if whole.precision not in SETTLED:
        return None
    return replace(within(whole, case.words, f"part of {whole.name}"), precision="neighbourhood")


def _pointed(case: Case) -> Place | None:
    """The country or province of "the east of the country", which is no part of the main place."""
    if any(case.located()) or case.reading.whole is None:
        return None
    return case.country() if case.reading.whole == "country" else case.area()


def _pointing_back(case: Case) -> Place | None:
    """Rule for "the city", "the country", "there": the article's main place, or the land it lies in."""
    context, back = case.context, case.reading.back
    if context is None or back is None or (case.reading.near and any(case.located())):
        return None
    if case.reading.some and back != "country" and case.named() is None:
        return somewhere(case.words, case.area(), "region", "a place that the text does not name here")
    named = [place for _, place in case.located()]
    whose = case.only_whose() and all(place.country == context.country for place in named)
    if named and not whose and case.named() is not context:
        return None
    if back == "country":
        own = case.country()
        return replace(own, reason="the country of the article's main place") if own else None
    area = case.area() if back == "admin1" else None
    if area is not None:
        return replace(area, reason="the land around the article's main place", candidates=())
    return replace(context, reason="points back to the article's main place", candidates=())


def _named(case: Case) -> Place | None:
    """Rule for all else: the finest name itself; "near X" widens it."""
    place = case.named()
    if place is None or (case.reading.facility and case.only_whose() and place is not case.context):
        return None
    if place is case.context and not case.reading.near:
        named = any(known.id == place.id for _, known in case.located())
        return replace(place, reason="the article's main place", candidates=place.candidates if named else ())
    if case.reading.near and place.precision in SETTLED:
        radius = max(place.radius_km or 0.0, place_words().near_km)
        return replace(place, radius_km=radius, reason=f"near {place.name}")
    return place


Rule = Callable[[Case], Place | None]
_RULES: tuple[Rule, ...] = (
    _people,
    _unknown_name,
    _division,
    _border,
    _offset,
    _quarter,
    _unknown_settlement,
    _part,
    in_site,
    _pointing_back,
    _named,
)
