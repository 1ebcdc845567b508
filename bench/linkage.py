"""Clusters by average linkage: of scored pairs, the two clusters that are nearest become one, again and again."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def average_linkage(count: int, scores: Mapping[Pair, float], *, missing: float, least: float = 0.0) -> list[int]:
    """The cluster of each of `count` items: the number of its first item.

    `scores` holds the pairs (lower, higher) that were compared; every other pair counts `missing`, which is below
    `least`. Clusters are joined while the mean over all pairs between two of them is above `least`.
    """
    state = _State(count, scores, missing)
    while state.waiting:
        mean, one, other, sizes = heapq.heappop(state.waiting)
        if -mean <= least:
            break
        if sizes == (state.size(one), state.size(other)):  # else one of them has grown or gone since
            state.join(one, other)
    return state.labels(count)


class _State:
    """The clusters so far, with the sum and the number of the scored pairs between neighbours."""

    def __init__(self, count: int, scores: Mapping[Pair, float], missing: float) -> None:
        self._missing = missing
        self._members = {at: [at] for at in range(count)}
        self._near: dict[int, dict[int, tuple[float, int]]] = {at: {} for at in range(count)}
        self.waiting: list[tuple[float, int, int, Pair]] = []
        for (one, other), score in sorted(scores.items()):
            self._near[one][other] = self._near[other][one] = (score, 1)
            self._wait(one, other)

    def size(self, cluster: int) -> int:
        """How many items it has; 0 where it has become part of another."""
        return len(self._members.get(cluster, ()))

    def join(self, one: int, other: int) -> None:
        """The second becomes part of the first, which has the lower number."""
        near, gone = self._near[one], self._near.pop(other)
        del near[other], gone[one]
        self._members[one] += self._members.pop(other)
        for third, (total, pairs) in gone.items():
            before = near.get(third, (0.0, 0))
            near[third] = self._near[third][one] = (before[0] + total, before[1] + pairs)
            del self._near[third][other]
        for third in near:
            self._wait(*sorted((one, third)))

    def labels(self, count: int) -> list[int]:
        """The cluster of each item."""
        out = [0] * count
        for members in self._members.values():
            for member in members:
                out[member] = min(members)
        return out

    def _wait(self, one: int, other: int) -> None:
        total, pairs = self._near[one][other]
        sizes = self.size(one), self.size(other)
        there = sizes[0] * sizes[1]
        mean = (total + self._missing * (there - pairs)) / there
        if mean > self._missing:
            heapq.heappush(self.waiting, (-mean, one, other, sizes))
