"""Scores what the names of one article could mean, all together: which reading of each fits the others best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log10

import numpy as np
from numpy.typing import NDArray

from dateline.ground.gazetteer import Entry
from dateline.ground.places_geo import EARTH_KM
from dateline.ground.places_types import DIVISIONS, POINTS, Name
from dateline.text.fold import fold_name

_SMALL, _HUGE = 20_000, 1_000_000
MOST_ANCHORS = 400  # likeliest places that the others are held against: more would cost the square of their number
_ROWS = 4_096  # candidates that are compared with them at a time
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts; scores are added, a point is about a factor of e in odds."""

    population: float = 1.1
    local_population: float = 0.5  # where the outlet is a town's own: its readers know the small places around
    alternate: float = -1.2
    country: float = 2.3
    admin1: float = 1.8
    region: float = 2.5
    capital: float = 0.6
    seat: float = -4.0
    parent: float = 5.0
    named_country: float = 3.4
    shared_country: float = 1.2
    shared_admin1: float = 4.5
    near: float = 3.0
    near_km: float = 110.0
    publisher: float = 2.0
    null: float = 2.0
    own: float = 12.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Countries named in the text (alpha-3 -> word -> mentions), places the outlet may be from, its country."""

    countries: Mapping[str, Mapping[str, float]]
    home: tuple[Entry, ...] = ()
    home_country: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of every candidate of every name, in order, with the parts it is made of (part -> scores)."""

    totals: tuple[Floats, ...]
    parts: Mapping[str, tuple[Floats, ...]]


@dataclass(frozen=True, slots=True)
class _Table:
    """All candidates of all names as arrays; `owner` is the index of the name, `cuts` where each name ends."""

    owner: Ints
    cuts: Ints
    lat: Floats
    lon: Floats
    country: Ints
    admin1: Ints
    point: NDArray[np.bool_]
    inside: NDArray[np.bool_]


def score(names: Sequence[Name], evidence: Evidence, *, weights: Weights | None = None, rounds: int = 3) -> Scored:
    """Score all candidates: first each by itself, then in rounds by how well it fits the others' likely readings."""
    w = weights or Weights()
    w = replace(w, population=w.local_population) if evidence.home else w
    table = _table(names)
    parts = {
        "known": _known(names, w),
        "parent": _parent(names, w),
        "country": _named_country(names, evidence, w),
        "publisher": _publisher(names, evidence, w),
        "own": np.array([w.own * entry.own for name in names for entry in name.entries]),
    }
    base = sum(parts.values(), np.zeros(len(table.owner)))
    mentions = np.array([min(3, len(name.spans)) for name in names], dtype=np.float64)
    company: dict[str, Floats] = {}
    totals = base
    for _ in range(rounds):
        likely = _likely(totals, table, w.null) * mentions[table.owner]
        company = _company(table, likely, w)
        totals = base + sum(company.values(), np.zeros(len(base)))
    cuts = table.cuts[:-1]
    split = {part: tuple(np.split(values, cuts)) for part, values in (parts | company).items()}
    return Scored(tuple(np.split(totals, cuts)), split)


def _table(names: Sequence[Name]) -> _Table:
    entries = [entry for name in names for entry in name.entries]
    sizes = np.array([len(name.entries) for name in names], dtype=np.int64)
    codes: dict[object, int] = {}

    def code(value: object) -> int:
        return codes.setdefault(value, len(codes))

    return _Table(
        owner=np.repeat(np.arange(len(names)), sizes),
        cuts=np.cumsum(sizes),
        lat=np.radians([entry.lat for entry in entries]),
        lon=np.radians([entry.lon for entry in entries]),
        country=np.array([code(entry.country) for entry in entries], dtype=np.int64),
        admin1=np.array([code((entry.country, entry.admin1)) for entry in entries], dtype=np.int64),
        point=np.array([entry.kind in POINTS for entry in entries], dtype=np.bool_),
        inside=np.array([entry.admin1 != "" for entry in entries], dtype=np.bool_),
    )


def _known(names: Sequence[Name], w: Weights) -> Floats:
    """How well known a candidate is by itself: its kind, its population, its main name.

    A bare name that a division shares with a town inside it means the town.
    """
    return np.array([_prior(e, w) + _seat(e, name, w) for name in names for e in name.entries])


def _seat(entry: Entry, name: Name, w: Weights) -> float:
    if entry.kind not in DIVISIONS:
        return 0.0
    towns = (e for e in name.entries if e.kind in ("city", "capital") and e.country == entry.country)
    return w.seat if any(_outshines(town, entry) for town in towns) else 0.0


def _outshines(town: Entry, division: Entry) -> bool:
    """Whether a bare name rather means the town: a capital, or a town inside the division of that name."""
    if town.kind == "capital" and town.main:
        return True
    if division.kind != "admin1":
        return town.admin1 == division.admin1  # a bare name means a district only where there is no such town
    return town.admin1 == division.admin1 and town.population >= (_SMALL if town.main else _HUGE)


def _prior(entry: Entry, w: Weights) -> float:
    if entry.kind == "region":
        return w.region
    small_capital = entry.kind == "capital" and entry.population < _SMALL
    kind = (
        0.0 if small_capital else {"country": w.country, "admin1": w.admin1, "capital": w.capital}.get(entry.kind, 0.0)
    )
    return w.population * log10(entry.population + 10) + kind + (0.0 if entry.main else w.alternate * _doubt(entry))


def _doubt(entry: Entry) -> float:
    """How little an alternate name is to be trusted: villages have forgotten ones, great cities known ones."""
    return min(1.0, max(0.2, (5.6 - log10(entry.population + 10)) / 2))


def _parent(names: Sequence[Name], w: Weights) -> Floats:
    """Whether the text names, right after it, a country or division that the candidate lies in."""
    return np.array([_inside(e, name.parents, w) for name in names for e in name.entries])


def _inside(entry: Entry, parents: tuple[tuple[str, str], ...], w: Weights) -> float:
    lies = any(entry.country == c and (not a or (entry.admin1 == a and entry.kind != "admin1")) for c, a in parents)
    return (w.parent if entry.main else w.parent / 2) if lies and entry.kind != "country" else 0.0


def _named_country(names: Sequence[Name], evidence: Evidence, w: Weights) -> Floats:
    """How much of the article's naming of countries is of the candidate's; a name is no evidence for itself."""
    return np.concatenate([_country_shares(name, evidence, w) for name in names])


def _country_shares(name: Name, evidence: Evidence, w: Weights) -> Floats:
    own = fold_name(name.words)
    counts = {code: sum(n for form, n in forms.items() if form != own) for code, forms in evidence.countries.items()}
    total = sum(counts.values())
    strength = w.named_country * total / (total + 2) / max(total, 1)
    return np.array([strength * counts.get(entry.country or "", 0.0) for entry in name.entries])


def _publisher(names: Sequence[Name], evidence: Evidence, w: Weights) -> Floats:
    areas = {(entry.country, entry.admin1) for entry in evidence.home}

    def one(entry: Entry) -> float:
        if entry.country is None:  # a sea or a region of several countries is no outlet's home
            return 0.0
        near = w.publisher if (entry.country, entry.admin1) in areas else 0.0
        return near + (w.publisher / 2 if entry.country == evidence.home_country else 0.0)

    return np.array([one(entry) for name in names for entry in name.entries])


def _likely(totals: Floats, table: _Table, null: float) -> Floats:
    """The probability of each candidate among its name's candidates and "none of them"."""
    weight = np.exp(np.clip(totals, -20, 20))
    sums = np.bincount(table.owner, weights=weight) + np.exp(null)
    return np.asarray(weight / sums[table.owner], dtype=np.float64)


def _company(table: _Table, likely: Floats, w: Weights) -> dict[str, Floats]:
    """How well each candidate fits what the article's other names probably mean."""
    everyone = max(1.0, float(likely.sum()))
    return {
        "same country": w.shared_country * _others(table, table.country, likely) / everyone,
        "same division": w.shared_admin1
        * np.tanh(_others(table, table.admin1, likely * table.inside) / 2)
        * table.inside,
        "near": w.near * np.tanh(_nearness(table, likely, w.near_km) / 2),
    }


def _others(table: _Table, group: Ints, likely: Floats) -> Floats:
    """The likelihood that the *other* names of the article fall into each candidate's group."""
    whole = np.bincount(group, weights=likely)[group]
    pair = group * (int(table.owner[-1]) + 1) + table.owner
    _, inverse = np.unique(pair, return_inverse=True)
    own = np.bincount(inverse, weights=likely)[inverse]
    return np.asarray(whole - own, dtype=np.float64)


def _nearness(table: _Table, likely: Floats, scale: float) -> Floats:
    anchors = np.flatnonzero(table.point & (likely > 0.3))
    if len(anchors) > MOST_ANCHORS:
        anchors = np.sort(anchors[np.argsort(-likely[anchors], kind="stable")[:MOST_ANCHORS]])
    if not len(anchors):
        return np.zeros(len(table.lat))
    parts = [slice(at, at + _ROWS) for at in range(0, len(table.lat), _ROWS)]
    return np.concatenate([_close(table, rows, anchors, likely, scale) for rows in parts]) * table.point


def _close(table: _Table, rows: slice, anchors: Ints, likely: Floats, scale: float) -> Floats:
    """How near some of the candidates lie to the anchors of other names, each by its likelihood."""
    lat, lon = table.lat[rows, None], table.lon[rows, None]
    a_lat, a_lon = table.lat[anchors][None], table.lon[anchors][None]
    h = np.sin((lat - a_lat) / 2) ** 2 + np.cos(lat) * np.cos(a_lat) * np.sin((lon - a_lon) / 2) ** 2
    close = np.exp(-2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(h, 0, 1))) / scale) * likely[anchors]
    close *= table.owner[rows, None] != table.owner[anchors][None]
    return np.asarray(close.sum(axis=1), dtype=np.float64)
