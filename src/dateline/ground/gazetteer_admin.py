"""First-level divisions of the gazetteer: names from the lexicon, point and radius from the places inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pycountry

from dateline.ground.gazetteer_schema import SourcePlace
from dateline.ground.places_geo import kilometres
from dateline.lexicon.admin1 import Admin1, admin1
from dateline.text.fold import fold_name

_LEAST_RADIUS = 15.0


@dataclass(frozen=True, slots=True)
class Division:
    """A division with its GeoNames admin1 code, its point and the radius that holds four fifths of its places."""

    name: str
    names: tuple[str, ...]
    country: str
    code: str
    lat: float
    lon: float
    radius_km: float
    population: int
    reference: str


def divisions(places: Sequence[SourcePlace]) -> Iterator[Division]:
    """The listed divisions whose seat is among the places, in the lexicon's order."""
    listed = admin1()
    members: dict[tuple[str, str], list[SourcePlace]] = defaultdict(list)
    for place in places:
        if place.country in listed:
            members[place.country, place.admin1].append(place)
    seats = _seats(places)
    for country, rows in listed.items():
        for row in rows:
            seat = seats.get((country, fold_name(row.seat)))
            code = row.code or (seat.admin1 if seat else "")
            if (country, code) in members:
                yield _division(row, code, members[country, code])


def _seats(places: Sequence[SourcePlace]) -> Mapping[tuple[str, str], SourcePlace]:
    """The most populous place for each seat's name, by main name before alternates."""
    wanted = {(country, fold_name(row.seat)) for country, rows in admin1().items() for row in rows}
    countries = {country for country, _ in wanted}
    best: dict[tuple[str, str], tuple[bool, int, SourcePlace]] = {}
    for place in places:
        if place.country not in countries:
            continue
        main = fold_name(place.name)
        for name in {main, *map(fold_name, place.alternates)}:
            key = (place.country, name)
            rank = (name == main, place.population, place)
            if key in wanted and (key not in best or rank[:2] > best[key][:2]):
                best[key] = rank
    return {key: rank[2] for key, rank in best.items()}


def _division(row: Admin1, code: str, members: Sequence[SourcePlace]) -> Division:
    lat, lon = row.point or _centroid(members)
    distances = sorted(kilometres(lat, lon, place.lat, place.lon) for place in members)
    radius = max(_LEAST_RADIUS, float(round(distances[len(distances) * 4 // 5 - 1])))
    return Division(
        name=row.name,
        names=row.names,
        country=row.country,
        code=code,
        lat=round(lat, 3),
        lon=round(lon, 3),
        radius_km=radius,
        population=sum(place.population for place in members),
        reference=f"geonames:{_alpha2(row.country)}.{code}",
    )


def _centroid(members: Sequence[SourcePlace]) -> tuple[float, float]:
    return sum(p.lat for p in members) / len(members), sum(p.lon for p in members) / len(members)


def _alpha2(alpha3: str) -> str:
    known = pycountry.countries.get(alpha_3=alpha3)
    return str(known.alpha_2) if known else alpha3
