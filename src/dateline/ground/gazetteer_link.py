"""Joins added places that stand for one real place: with the gazetteer that ships, and with each other.

One place: the same GeoNames id; the same first-level code; or the same folded name and kind close by, where the name
is the main one of at least one of the two. One stands for all and is found by all names: that of the gazetteer that
ships, else that of the form that stands first in `FORMS`, whatever was added first.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.ground.gazetteer_schema import MAIN
from dateline.ground.gazetteer_user_schema import OWN
from dateline.ground.places_geo import EARTH_KM, kilometres

_CLASS = {"capital": "settlement", "city": "settlement", "camp": "settlement"}
_NEAR_KM = {"settlement": 5.0, "neighbourhood": 3.0, "facility": 1.0, "region": 100.0}
_DIVISION_KM = 150.0
_REACH_KM = 50.0  # how far the town may lie whose division a place without one is taken to share
FORMS = ("geonames", "cod-ab", "whosonfirst", "overture")
_PLACES = (
    "SELECT id, source, reference, country, admin1, lat, lon, kind, geonames FROM place ORDER BY source, reference"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A place, and what decides on whether another is the same."""

    reference: str
    source: str
    country: str | None
    admin1: str
    lat: float
    lon: float
    kind: str


_Named = tuple[_Known, bool]  # with whether the name asked for is its main name


class Linker:
    """Joins the places of one user's file; `built_in` is the gazetteer that ships, both are open connections."""

    def __init__(self, added: sqlite3.Connection, built_in: sqlite3.Connection) -> None:
        self._added = added
        self._built_in = built_in
        self._by_name: dict[str, list[_Named]] = {}
        self._towns: dict[str, tuple[Any, Any, list[str]]] = {}

    def link(self) -> None:
        """Works out anew which added places are joined to which entry, and the divisions of those without."""
        names = self._names()
        heads: dict[str, list[_Named]] = defaultdict(list)
        by_geonames: dict[int, _Known] = {}
        changes: list[tuple[str | None, str, int]] = []
        for number, source, reference, *place in sorted(self._added.execute(_PLACES).fetchall(), key=_rank):
            if source == OWN:
                continue
            known = _Known(reference, source, *place[:5])
            geonames = place[5]
            head = self._head(known, geonames, names[number], heads, by_geonames)
            changes.append((head.reference if head else None, self._admin1(known, head), number))
            if head is None:
                for folded, kind in names[number]:
                    heads[folded].append((known, kind == MAIN))
                if geonames:
                    by_geonames.setdefault(geonames, known)
        self._added.executemany("UPDATE place SET same = ?, admin1 = ? WHERE id = ?", changes)

    def ambiguous(self, source: str) -> int:
        """How many names of a source mean several places now, and meant one or none without it."""
        place: dict[int, str] = {}
        of_source: set[int] = set()
        for number, origin, reference, same in self._added.execute("SELECT id, source, reference, same FROM place"):
            place[number] = same or reference
            if origin == source:
                of_source.add(number)
        own: dict[str, set[str]] = defaultdict(set)
        others: dict[str, set[str]] = defaultdict(set)
        for folded, number in self._added.execute("SELECT folded, place FROM name"):
            (own if number in of_source else others)[folded].add(place[number])
        count = 0
        for folded, meant in own.items():
            before = others.get(folded, set()) | {each.reference for each, _ in self._known(folded)}
            count += len(before) < 2 <= len(before | meant)
        return count

    def _names(self) -> Mapping[int, Sequence[tuple[str, int]]]:
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for folded, number, kind in self._added.execute("SELECT folded, place, kind FROM name"):
            found[number].append((folded, kind))
        return found

    def _head(
        self,
        place: _Known,
        geonames: int | None,
        names: Sequence[tuple[str, int]],
        heads: Mapping[str, Sequence[_Named]],
        by_geonames: Mapping[int, _Known],
    ) -> _Known | None:
        if geonames:
            found = self._by_reference(f"geonames:{geonames}")
            if found and _class(found) == _class(place):
                return found
            if geonames in by_geonames:
                return by_geonames[geonames]
        if place.kind == "admin1" and place.admin1:
            row = self._built_in.execute(
                "SELECT reference FROM place WHERE kind = 'admin1' AND country = ? AND admin1 = ?",
                (place.country, place.admin1),
            ).fetchone()
            if row:
                return self._by_reference(row[0])
        return self._namesake(place, names, heads)

    def _namesake(
        self, place: _Known, names: Sequence[tuple[str, int]], heads: Mapping[str, Sequence[_Named]]
    ) -> _Known | None:
        """The nearest entry of the same name and kind that is close enough; those of the same source stay apart."""
        class_ = _class(place)
        best: tuple[float, _Known] | None = None
        for folded, kind in names:
            for other, other_main in (*self._known(folded), *heads.get(folded, ())):
                if other.source == place.source or other.country != place.country:
                    continue
                if _class(other) != class_ or not (kind == MAIN or other_main):
                    continue
                km = kilometres(place.lat, place.lon, other.lat, other.lon)
                if km <= _NEAR_KM.get(class_, _DIVISION_KM) and (best is None or km < best[0]):
                    best = (km, other)
        return best[1] if best else None

    def _known(self, folded: str) -> list[_Named]:
        """The places of the gazetteer that ships with this folded name."""
        if folded not in self._by_name:
            rows = self._built_in.execute(
                """SELECT p.id, p.reference, p.country, p.admin1, p.lat, p.lon, p.kind, n.kind
                FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ?""",
                (folded,),
            )
            self._by_name[folded] = [
                (_Known(reference or f"geonames:{number}", "", *place), kind == MAIN)
                for number, reference, *place, kind in rows
                if number > 0 or reference
            ]
        return self._by_name[folded]

    def _by_reference(self, reference: str) -> _Known | None:
        number = reference.removeprefix("geonames:")
        row = self._built_in.execute(
            "SELECT country, admin1, lat, lon, kind FROM place WHERE reference = ? OR id = ?",
            (reference, int(number) if number.isdecimal() else None),
        ).fetchone()
        return _Known(reference, "", *row) if row else None

    def _admin1(self, place: _Known, head: _Known | None) -> str:
        """The first-level code: its own, that of the entry it is joined to, or that of the nearest known town."""
        if place.admin1 or (head and head.admin1):
            return place.admin1 or (head.admin1 if head else "")
        if place.country is None or place.kind == "admin1":
            return ""
        lat, lon, codes = self._nearest(place.country)
        if not codes:
            return ""
        a, b = np.radians(place.lat), np.radians(place.lon)
        h = np.sin((lat - a) / 2) ** 2 + np.cos(lat) * np.cos(a) * np.sin((lon - b) / 2) ** 2
        at = int(np.argmin(h))
        return codes[at] if 2 * EARTH_KM * float(np.arcsin(np.sqrt(h[at]))) <= _REACH_KM else ""

    def _nearest(self, country: str) -> tuple[Any, Any, list[str]]:
        """Latitudes and longitudes in radians, and codes, of a country's towns."""
        if country not in self._towns:
            rows = self._built_in.execute(
                "SELECT lat, lon, admin1 FROM place WHERE country = ? AND kind IN ('city', 'capital') AND admin1 != ''",
                (country,),
            ).fetchall()
            lat, lon = (np.radians([row[at] for row in rows]) for at in (0, 1))
            self._towns[country] = (lat, lon, [row[2] for row in rows])
        return self._towns[country]


def _rank(row: tuple[Any, ...]) -> int:
    form = str(row[1]).partition(":")[0]
    return FORMS.index(form) if form in FORMS else len(FORMS)


def _class(place: _Known) -> str:
    return _CLASS.get(place.kind, place.kind)
