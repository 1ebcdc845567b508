"""Chooses a reading for each name from the scores, or none where only a namesake abroad is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_geo import kilometres
from dateline.ground.places_names import spelt_otherwise
from dateline.ground.places_score import Evidence, Scored
from dateline.ground.places_types import POINTS, SMALL_POINTS, Name, entry_place, most_shown, shown
from dateline.model.grounded import Candidate, Place

_REASONS = {
    "known": "well known by itself",
    "parent": "the text names the area it lies in",
    "country": "the text names its country",
    "publisher": "the outlet is from there",
    "own": "your own name for it",
    "same country": "other places of the article lie in its country",
    "same division": "other places of the article lie in its province",
    "near": "other places of the article are near",
}
_SAYS_MUCH, _WELL_KNOWN = 0.5, 2.8
_STRONG_SHARE, _STRONG_MENTIONS, _SIDE_SHARE = 0.6, 2.0, 0.15
_BIG = 100_000
_FAR_KM = 400.0
_MOST_ANCHORS = (
    400  # places that others are held against, the first of the text: more would cost the square of their number
)


def choose(
    gazetteer: Gazetteer, names: Sequence[Name], found: Sequence[Name], scored: Scored | None, evidence: Evidence
) -> list[Place]:
    """A place for each of `names`; `scored` belongs to `found`, those among them with candidates."""
    best = {name.key: _ranked(scored, i, name) for i, name in enumerate(found)} if scored else {}
    context = _countries(names, best, evidence)
    anchors = [entry for name in found for entry in _anchor(name, best[name.key][0][0])][:_MOST_ANCHORS]
    return [_place(gazetteer, name, best.get(name.key, []), context, anchors) for name in names]


def _ranked(scored: Scored, index: int, name: Name) -> list[tuple[Entry, Candidate]]:
    totals = scored.totals[index]
    order = np.argsort(-totals, kind="stable")[: most_shown()]
    return [(name.entries[i], shown(name.entries[i], float(totals[i]), _why(scored, index, int(i)))) for i in order]


def _why(scored: Scored, index: int, at: int) -> tuple[str, ...]:
    said = ((part, values[index][at]) for part, values in scored.parts.items())
    return tuple(_REASONS[part] for part, value in said if value >= (_WELL_KNOWN if part == "known" else _SAYS_MUCH))


def _countries(
    names: Sequence[Name], best: Mapping[str, list[tuple[Entry, Candidate]]], evidence: Evidence
) -> frozenset[str]:
    """The countries that the article is clearly about; empty where it could be about any."""
    weights = {code: sum(forms.values()) for code, forms in evidence.countries.items()}
    for name in names:
        for entry, _ in best.get(name.key, [])[:1]:
            if entry.country and (entry.population >= _BIG or entry.kind != "city"):
                weights[entry.country] = weights.get(entry.country, 0.0) + 1
    total = sum(weights.values())
    lead = max(weights.values(), default=0.0)
    if lead < _STRONG_MENTIONS or lead / total < _STRONG_SHARE:
        return frozenset()
    return frozenset(code for code, weight in weights.items() if weight >= _SIDE_SHARE * total)


def _anchor(name: Name, entry: Entry) -> Iterator[Entry]:
    if entry.kind in POINTS and (entry.population >= _BIG or len(name.entries) == 1):
        yield entry


def _place(
    gazetteer: Gazetteer,
    name: Name,
    ranked: list[tuple[Entry, Candidate]],
    context: frozenset[str],
    anchors: Sequence[Entry],
) -> Place:
    if not ranked:
        return _loosely(gazetteer, name, context) or Place(name.words, reason="not in the gazetteer")
    entry, first = ranked[0]
    candidates = tuple(candidate for _, candidate in ranked)
    if _abroad(name, entry, context, anchors):
        other = _loosely(gazetteer, name, context)
        reason = "only a namesake abroad is in the gazetteer"
        return other or Place(name.words, reason=reason, candidates=candidates)
    reason = "; ".join(first.reasons) or _alone(name)
    otherwise = entry.kind in ("city", "capital") and not gazetteer.lookup(name.words)
    spelt = f"spelt {entry.name} in the gazetteer; " if otherwise else ""
    return entry_place(entry, reason=spelt + reason, candidates=candidates)


def _alone(name: Name) -> str:
    return "the only one of that name" if len(name.entries) == 1 else "the likeliest of that name"


def _abroad(name: Name, entry: Entry, context: frozenset[str], anchors: Sequence[Entry]) -> bool:
    """Whether a small place lies in a country the article is not about, far from all else that it names."""
    if (
        not context
        or entry.country in context
        or entry.kind not in SMALL_POINTS
        or entry.own
        or entry.population >= _BIG
    ):
        return False
    if any(entry.country == country and admin1 in ("", entry.admin1) for country, admin1 in name.parents):
        return False
    others = (other for other in anchors if other.id != entry.id)
    return all(kilometres(entry.lat, entry.lon, other.lat, other.lon) > _FAR_KM for other in others)


def _loosely(gazetteer: Gazetteer, name: Name, context: frozenset[str]) -> Place | None:
    """A place of another spelling, if the article's countries hold exactly one or one far larger than the rest."""
    ranked = () if name.demonym else spelt_otherwise(gazetteer, name.words, context)
    if not ranked or (len(ranked) > 1 and ranked[0].population <= 3 * ranked[1].population):
        return None
    return entry_place(ranked[0], reason=f"spelt {ranked[0].name} in the gazetteer")
