"""Words of place: regions, parts, directions, facilities, divisions (see `place_words.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.load import load
from dateline.text.fold import fold_name


@dataclass(frozen=True, slots=True)
class Region:
    """A region that towns' gazetteers lack: a point (WGS 84 degrees), a radius in km, its country where it has one."""

    name: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The word lists of `place_words.yaml`, in lower case; `compass` and `units` hold degrees and kilometres."""

    compass: Mapping[str, float]
    parts: frozenset[str]
    quarters: frozenset[str]
    settlements: frozenset[str]
    admin1: frozenset[str]
    admin2: frozenset[str]
    countryside: frozenset[str]
    facilities: frozenset[str]
    back: Mapping[str, str]
    near: tuple[str, ...]
    near_km: float
    units: Mapping[str, float]
    papers: frozenset[str]
    peoples: frozenset[str]
    transliterated: frozenset[str]
    borders: frozenset[str]
    holding: frozenset[str]
    common: frozenset[str]
    divided: frozenset[str]
    belonging: frozenset[str]
    bodies: frozenset[str]


@cache
def regions() -> Mapping[str, Region]:
    """All regions by folded name."""
    table: dict[str, Region] = {}
    for name, row in load("place_words")["regions"].items():
        lat, lon = row["point"]
        names = (name, *row.get("names", []))
        region = Region(name, float(lat), float(lon), float(row["radius_km"]), row.get("country"), names)
        table.update({fold_name(each): region for each in names})
    return MappingProxyType(table)


def region_by_name(words: str) -> Region | None:
    """The region of this name, or None; a leading "the" is ignored, the name must begin with a capital."""
    name = words[4:] if words[:4].casefold() == "the " else words
    return regions().get(fold_name(name)) if name[:1].isupper() else None


@cache
def place_words() -> PlaceWords:
    """The word lists, read once."""
    raw: Mapping[str, Any] = load("place_words")
    return PlaceWords(
        compass=MappingProxyType(dict(_compass(raw["compass"]))),
        parts=_lower(raw["parts"]),
        quarters=_lower(raw["quarters"]),
        settlements=_lower(raw["settlements"]),
        admin1=_lower(raw["admin1"]),
        admin2=_lower(raw["admin2"]),
        countryside=_lower(raw["countryside"]),
        facilities=_lower(raw["facilities"]),
        back=MappingProxyType({word: level for level, words in raw["back"].items() for word in words}),
        near=tuple(raw["near"]),
        near_km=float(raw["near_km"]),
        units=MappingProxyType({word: float(km) for word, km in raw["units"].items()}),
        papers=_lower(raw["papers"]),
        peoples=_lower(raw["peoples"]),
        transliterated=frozenset(raw["transliterated"]),
        borders=_lower(raw["borders"]),
        holding=_lower(raw["holding"]),
        common=_lower(raw["common"]),
        divided=_lower(raw["divided"]),
        belonging=_lower(raw["belonging"]),
        bodies=_lower(raw["bodies"]),
    )


@cache
def kinds_of_place() -> frozenset[str]:
    """Every word (lower case) that says a kind, part or direction, or a people: no name of a place by itself."""
    lists = place_words()
    kinds = lists.parts | lists.quarters | lists.settlements | lists.admin1 | lists.admin2 | lists.facilities
    return kinds | lists.countryside | lists.compass.keys() | lists.back.keys() | lists.peoples


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _compass(points: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Each compass word in its spellings: "northeast", "north-east", "northeastern", "northeasterly" ..."""
    for point, degrees in points.items():
        split = f"{point[:5]}-{point[5:]}" if len(point) > 5 else point
        for form in {point, split, split.replace("-", " ")}:
            for ending in ("", "ern", "erly", "ernmost"):
                yield form + ending, float(degrees)
