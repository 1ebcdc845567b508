"""What origins say of the place, the days and the parties of an incident, value by value, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from dateline.model.report import Json, Origin, Spot
from dateline.reconcile.spots import fineness, relation, spot_of
from dateline.text.fold import fold_name

_APART: Final = -4.0  # a relation of places that cannot be one
_SHORT: Final = 3  # days


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim (in the contract's form) with those that it comes from."""

    claim: Json
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, with the names of its independent origins and the ids of the claims that give it."""

    text: str
    origins: tuple[str, ...]
    claims: tuple[str, ...]

    def to_json(self) -> Json:
        """The value, its origins and claims."""
        return {"value": self.text, "origins": list(self.origins), "claims": list(self.claims)}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an incident: its values, those with most origins first; `disagree` where two origins contradict."""

    name: str
    values: tuple[Value, ...]
    disagree: bool

    def to_json(self) -> Json:
        """Name, values and the mark."""
        return {"field": self.name, "values": [one.to_json() for one in self.values], "disagree": self.disagree}


def fields_of(sayings: Sequence[Saying]) -> tuple[Field, ...]:
    """The fields that at least one claim gives: place, day, actor, recipient, mode."""
    found = (
        _field("place", _places(sayings), disagree=_places_differ(sayings)),
        _field("day", _days(sayings), disagree=_days_differ(sayings)),
        _field("actor", _parties(sayings, "actors"), disagree=_countries_differ(sayings)),
        _field("recipient", _parties(sayings, "recipients"), disagree=False),
        _field("mode", ((s.claim["mode"], s) for s in sayings if s.claim["mode"]), disagree=False),
    )
    return tuple(field for field in found if field.values)


def _field(name: str, given: Iterable[tuple[str, Saying]], *, disagree: bool) -> Field:
    by_value: dict[str, tuple[str, list[Saying]]] = {}
    for text, saying in given:
        by_value.setdefault(fold_name(text), (text, []))[1].append(saying)
    values = [_value(text, sayings) for text, sayings in by_value.values()]
    return Field(name, tuple(sorted(values, key=lambda v: (-len(v.origins), -len(v.claims), v.text))), disagree)


def _value(text: str, sayings: list[Saying]) -> Value:
    origins = {origin.key: origin.name for saying in sayings for origin in saying.origins}
    claims = dict.fromkeys(str(saying.claim["id"]) for saying in sayings)
    return Value(text, tuple(origins[key] for key in sorted(origins)), tuple(claims))


def _places(sayings: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    for saying in sayings:
        for place in saying.claim["places"]:
            yield " ".join(str(place["name"] or place["text"]).split()), saying


def _days(sayings: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    for saying in sayings:
        time = saying.claim["time"]
        if time:
            yield time["from"] if time["from"] == time["to"] else f"{time['from']}/{time['to']}", saying


def _parties(sayings: Sequence[Saying], role: str) -> Iterator[tuple[str, Saying]]:
    for saying in sayings:
        for ref in saying.claim[role]:
            antecedent = ref.get("antecedent") or {}
            yield " ".join(str(ref.get("name") or antecedent.get("text") or ref["text"]).split()), saying


def _places_differ(sayings: Sequence[Saying]) -> bool:
    """Whether two origins name places that cannot be one, and neither names one that could be the other's."""
    by_origin: dict[str, list[Spot]] = defaultdict(list)
    for saying in sayings:
        spots = [spot_of(place) for place in saying.claim["places"] if place["role"] == "at"]
        for origin in saying.origins:
            by_origin[origin.key] += [spot for spot in spots if fineness(spot.precision) <= fineness("settlement")]
    groups = [spots for spots in by_origin.values() if spots]
    return any(all(relation(x, y).weight <= _APART for x in a for y in b) for a, b in combinations(groups, 2))


def _days_differ(sayings: Sequence[Saying]) -> bool:
    by_origin: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for saying in sayings:
        time = saying.claim["time"]
        if time:
            first, last = date.fromisoformat(time["from"]), date.fromisoformat(time["to"])
            if (last - first).days < _SHORT:
                for origin in saying.origins:
                    by_origin[origin.key].append((first, last))
    return any(
        all((max(x[0], y[0]) - min(x[1], y[1])).days > 1 for x in a for y in b)
        for a, b in combinations(by_origin.values(), 2)
    )


def _countries_differ(sayings: Sequence[Saying]) -> bool:
    """Whether two origins name parties of different countries as those who did it, and no common one."""
    by_origin: dict[str, set[str]] = defaultdict(set)
    for saying in sayings:
        countries = {ref["country"] for ref in saying.claim["actors"] if ref.get("country")}
        for origin in saying.origins:
            by_origin[origin.key] |= countries
    named = [countries for countries in by_origin.values() if countries]
    return any(not a & b for a, b in combinations(named, 2))
