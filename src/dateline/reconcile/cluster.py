"""Linked reports to clusters, each one incident. What a person has judged comes before every score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from dateline.model.report import Report
from dateline.reconcile.compare import LINKED, Link, compare

Pair = frozenset[str]
MEAN: Final = 1.5  # two clusters become one only where the mean over all pairs between them is at least this


@dataclass(frozen=True, slots=True)
class Ruled:
    """Pairs of report ids that a person judged to be one incident, and such that are not."""

    same: frozenset[Pair] = field(default=frozenset())
    apart: frozenset[Pair] = field(default=frozenset())


def clusters(reports: Mapping[str, Report], links: Iterable[Link], ruled: Ruled) -> list[tuple[str, ...]]:
    """The ids of reports that are one incident together, each sorted, in the order of their first.

    `links` are those of the pairs that were candidates; a pair that was none is compared here when it matters. Links
    are taken from the strongest on; two clusters become one where the mean of all pairs between them is still for it.
    """
    known = {frozenset((link.one, link.other)): link.score for link in links}
    state = _State(reports, known, ruled)
    for pair in sorted(ruled.same, key=sorted):
        state.join(*sorted(pair))
    for pair, _ in sorted(known.items(), key=lambda item: (-item[1], sorted(item[0]))):
        if known[pair] < LINKED:
            break
        one, other = sorted(pair)
        if state.agree(one, other):
            state.join(one, other)
    return sorted(tuple(sorted(members)) for members in state.groups())


class _State:
    """Which report is in which cluster so far."""

    def __init__(self, reports: Mapping[str, Report], known: dict[Pair, float], ruled: Ruled) -> None:
        self._reports = reports
        self._known = known
        self._apart = ruled.apart
        self._of = {each: each for each in reports}
        self._members = {each: [each] for each in reports}
        self._refused: set[tuple[str, int, str, int]] = set()  # clusters only grow: their sizes say what was asked

    def groups(self) -> Iterable[list[str]]:
        return self._members.values()

    def join(self, one: str, other: str) -> None:
        a, b = sorted((self._of[one], self._of[other]))
        if a != b:
            self._members[a] += self._members.pop(b)
            self._of |= dict.fromkeys(self._members[a], a)

    def agree(self, one: str, other: str) -> bool:
        """Whether the clusters of two reports may become one."""
        a, b = sorted((self._of[one], self._of[other]))
        if a == b:
            return False
        asked = (a, len(self._members[a]), b, len(self._members[b]))
        if asked in self._refused or not self._fit(a, b):
            self._refused.add(asked)  # many links lie between two large clusters
            return False
        return True

    def _fit(self, a: str, b: str) -> bool:
        if self._apart and any(frozenset(pair) in self._apart for pair in product(self._members[a], self._members[b])):
            return False
        scores = [self._score(frozenset(pair)) for pair in product(self._members[a], self._members[b])]
        return sum(scores) / len(scores) >= MEAN

    def _score(self, pair: Pair) -> float:
        if pair not in self._known:
            one, other = sorted(pair)
            self._known[pair] = compare(self._reports[one], self._reports[other]).score
        return self._known[pair]


def candidates(own: Mapping[str, Iterable[str]], inner: Mapping[str, Iterable[str]]) -> set[Pair]:
    """The pairs of reports that meet, from key → report ids."""
    met: set[Pair] = set()
    for key, reports in own.items():
        mine = sorted(reports)
        met |= {frozenset((a, b)) for at, a in enumerate(mine) for b in mine[at + 1 :]}
        met |= {frozenset((a, b)) for a in mine for b in inner.get(key, ()) if a != b}
    return met


def linked(
    reports: Mapping[str, Report], keys_of: Callable[[Report], tuple[frozenset[str], frozenset[str]]]
) -> list[Link]:
    """All links between candidates, of the same article too."""
    own: dict[str, list[str]] = defaultdict(list)
    inner: dict[str, list[str]] = defaultdict(list)
    for report in reports.values():
        mine, wider = keys_of(report)
        for key in mine:
            own[key].append(report.id)
        for key in wider:
            inner[key].append(report.id)
    return [compare(reports[a], reports[b]) for a, b in (sorted(pair) for pair in candidates(own, inner))]
