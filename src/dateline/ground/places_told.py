"""What the text around a position is about: an article's places by how often, how near and how early they are told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property
from math import exp
from typing import Final

from dateline.ground.places_case import SETTLED
from dateline.model.grounded import Place
from dateline.model.span import Span

NEARBY, AFTER, ANYWHERE = 500.0, 0.5, 0.2  # characters; how much a mention counts that follows, that is far away
# what must speak for a place before "the hill" is taken to lie there: one mention in the last sentences
# ahead of it, or several in the article; texts that collect unrelated reports have neither
ENOUGH: Final = 0.6
FARTHEST: Final = 10 * NEARBY  # characters from which on a mention counts as one anywhere

_Key = tuple[str, float | None]


class PlacesTold:
    """The located places of an article, in text order."""

    def __init__(self, resolved: Mapping[Span, Place]) -> None:
        self._told = sorted(
            ((span, place) for span, place in resolved.items() if place.lat is not None), key=lambda one: one[0]
        )
        self._fine = [(span.start, place) for span, place in self._told if place.precision in SETTLED]
        self._starts = [start for start, _ in self._fine]
        self._places: dict[_Key, Place] = {}
        self._anywhere: dict[_Key, float] = {}
        for _, place in self._fine:
            self._places.setdefault(_key(place), place)
            self._anywhere[_key(place)] = self._anywhere.get(_key(place), 0.0) + ANYWHERE

    def around(self, at: int) -> Place | None:
        """What "the city" means here: the settlement (or finer) named often, near, and before the position.

        Where the article names no settlement, its main place; None where it names one, but too seldom or too far away.
        """
        if not self._fine:
            return self.main
        weights = dict(self._anywhere)
        near = slice(bisect_left(self._starts, at - FARTHEST), bisect_right(self._starts, at + FARTHEST))
        for start, place in self._fine[near]:
            weights[_key(place)] += exp(-abs(start - at) / NEARBY) * (1.0 if start < at else AFTER)
        best = max(weights, key=lambda key: weights[key])
        return self._places[best] if weights[best] >= ENOUGH else None

    @cached_property
    def main(self) -> Place | None:
        """The most named settlement (or finer), else division, else country; the first where several tie."""
        for levels in (SETTLED, ("admin2", "admin1"), ("country",)):
            counts: dict[_Key, int] = {}
            places: dict[_Key, Place] = {}
            for _, place in self._told:
                if place.precision in levels:
                    counts[_key(place)] = counts.get(_key(place), 0) + 1
                    places.setdefault(_key(place), place)
            if counts:
                return places[max(counts, key=lambda key: counts[key])]
        return None


def _key(place: Place) -> _Key:
    return place.name, place.lat
