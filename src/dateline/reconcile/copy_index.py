"""Which articles may be copies of one: those with which it shares fingerprints, never all pairs.

Works on an index in memory (`CopyIndex`), or in two steps on one that a record keeps: `worth_asking` names the
fingerprints to look up, `candidates` reads what was found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Final

COMMON: Final = 200  # articles: a fingerprint of more is a phrase or the foot of a page
RAREST: Final = 16  # fingerprints of an article that are looked up however common they are: a dispatch of 300 prints
FEWEST: Final = 2  # fingerprints that a candidate shares
SHARE: Final = 0.1  # of the fingerprints looked up, or of the other's, that it shares


def worth_asking(own: Collection[int], carriers: Mapping[int, int]) -> list[int]:
    """The fingerprints of an article to look up: the rare ones, and always the `RAREST` rarest, the rarest first.

    `carriers` says how many articles carry each; one that it lacks is new to the record and not asked.
    """
    known = sorted((carriers[number], number) for number in own if carriers.get(number))
    return [number for rank, (count, number) in enumerate(known) if count <= COMMON or rank < RAREST]


def candidates(own: Collection[int], found: Mapping[int, Collection[str]], sizes: Mapping[str, int]) -> list[str]:
    """The articles that may be copies, those that share most first.

    `own` are the article's fingerprints, `found` the articles that carry each that was looked up, `sizes` how many
    fingerprints each of those has.
    """
    shared = Counter(name for number in found for name in found[number])
    ranked = sorted((-count, name) for name, count in shared.items() if enough(count, len(own), sizes[name]))
    return [name for _, name in ranked]


def enough(shared: int, one: int, other: int) -> bool:
    """Whether two articles of `one` and `other` fingerprints share enough of them to be compared."""
    smaller = min(one, other)
    return shared >= min(FEWEST, smaller) and shared >= SHARE * smaller


class CopyIndex:
    """Fingerprints to articles, in memory."""

    def __init__(self) -> None:
        """An empty index."""
        self._carriers: dict[int, list[str]] = defaultdict(list)
        self._own: dict[str, frozenset[int]] = {}

    def add(self, name: str, fingerprints: frozenset[int]) -> None:
        """Add an article; one of a name that is there already replaces it."""
        for number in self._own.get(name, ()):
            self._carriers[number].remove(name)
        self._own[name] = fingerprints
        for number in fingerprints:
            self._carriers[number].append(name)

    def candidates(self, name: str) -> list[str]:
        """The articles that may be copies of `name`, which must have been added."""
        own = self._own[name]
        counts = {number: len(self._carriers[number]) for number in own}
        found = {number: self._carriers[number] for number in worth_asking(own, counts)}
        sizes = {near: len(self._own[near]) for names in found.values() for near in names}
        return [near for near in candidates(own, found, sizes) if near != name]
