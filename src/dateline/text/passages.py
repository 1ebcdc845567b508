"""Passages that two texts share: runs of equal words, with small edits between them bridged.

Every run of `SHINGLE` words that both texts hold is a seed; seeds in step are one run; runs are laid one to one, the
longest first (greedy string tiling: Wise 1993), and runs that follow one another in both texts are one passage where
at most `BRIDGE` words stand between them. A run that is frequent in either text is paired by rank, not with every
other, so the time stays near linear.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.model.span import Span
from dateline.text.shingles import SHINGLE, Words, shingles

BRIDGE = 12  # words of either text between two runs of one passage
OFTEN = 16  # pairs of places for one shingle; beyond it the first is paired with the first, and so on

_TAKEN = (" a", " b")  # no word has a blank
_Run = tuple[int, int, int]  # first word in a, first word in b, words


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage in both texts: `a` and `b` are its spans there, in code points.

    `same` are the pairs of spans whose words are equal but for case and marks; what stands between them was edited.
    `words` counts the words in `same`.
    """

    a: Span
    b: Span
    same: tuple[tuple[Span, Span], ...]
    words: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: the passages in the order of the first, and which of each text's words stand in them.

    `a` and `b` hold the positions of the equal words among the `a_words` and `b_words` words of each text.
    """

    passages: tuple[Passage, ...]
    a: frozenset[int]
    b: frozenset[int]
    a_words: int
    b_words: int

    @property
    def share_a(self) -> float:
        """The share of the first text's words, 0 to 1."""
        return len(self.a) / self.a_words if self.a_words else 0.0

    @property
    def share_b(self) -> float:
        """The share of the second text's words, 0 to 1."""
        return len(self.b) / self.b_words if self.b_words else 0.0


def align(a: Words, b: Words, *, size: int = SHINGLE, bridge: int = BRIDGE, fewest: int = SHINGLE) -> Shared:
    """The passages that two texts share, of at least `fewest` equal words.

    A run of fewer than `size` equal words counts only inside a passage, between two longer ones.
    Symmetric: `align(b, a)` gives the same passages with their sides changed.
    """
    turned = (len(a), a.folded) > (len(b), b.folded)
    first, second = (b, a) if turned else (a, b)
    tiles = _tiles(_runs(first, second, size), first, second, size)
    filled = _filled(_chains(tiles, bridge), _untiled(first, tiles, 0), _untiled(second, tiles, 1))
    filled = [chain for chain in filled if sum(n for _, _, n in chain) >= fewest]
    if turned:
        filled = sorted([(j, i, n) for i, j, n in chain] for chain in filled)
    return Shared(
        tuple(_passage(chain, a, b) for chain in filled),
        frozenset(i + k for chain in filled for i, _, n in chain for k in range(n)),
        frozenset(j + k for chain in filled for _, j, n in chain for k in range(n)),
        len(a),
        len(b),
    )


def _runs(a: Words, b: Words, size: int) -> list[_Run]:
    """Seeds in step, joined: maximal runs of equal words unless a shingle in them is frequent."""
    if a.folded == b.folded:
        return [(0, 0, len(a))] if len(a) >= size else []
    by_step: dict[int, list[int]] = defaultdict(list)
    for i, j in _seeds(shingles(a, size=size), shingles(b, size=size)):
        by_step[j - i].append(i)
    runs = []
    for step, starts in by_step.items():
        starts.sort()
        begin = end = starts[0]
        for start in starts[1:]:
            if start > end + size:
                runs.append((begin, begin + step, end + size - begin))
                begin = start
            end = start
        runs.append((begin, begin + step, end + size - begin))
    return runs


def _seeds(a: list[int], b: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of places where both texts have one shingle."""
    places: dict[int, tuple[list[int], list[int]]] = {number: ([], []) for number in set(a) & set(b)}
    for side, numbers in enumerate((a, b)):
        for at, number in enumerate(numbers):
            if number in places:
                places[number][side].append(at)
    for here, there in places.values():
        if len(here) * len(there) > OFTEN:
            yield from zip(here, there, strict=False)
        else:
            yield from ((i, j) for i in here for j in there)


def _tiles(runs: list[_Run], a: Words, b: Words, size: int) -> list[_Run]:
    """Runs, the longest first, that use no word twice; of a run that is taken in part the longest free part stays."""
    used_a, used_b = bytearray(len(a)), bytearray(len(b))
    waiting = [(-n, i, j) for i, j, n in runs]
    heapq.heapify(waiting)
    tiles = []
    while waiting:
        length, i, j = heapq.heappop(waiting)
        parts = _free(used_a, used_b, (i, j, -length))
        if parts == [(i, j, -length)]:
            tiles.append((i, j, -length))
            used_a[i : i - length] = used_b[j : j - length] = b"\1" * -length
            continue
        for here, there, words in parts:
            if words >= size:
                heapq.heappush(waiting, (-words, here, there))
    return sorted(tiles)


def _free(used_a: bytearray, used_b: bytearray, run: _Run) -> list[_Run]:
    """The parts of a run whose words no tile has taken in either text."""
    i, j, length = run
    if not any(used_a[i : i + length]) and not any(used_b[j : j + length]):
        return [run]
    parts, begin = [], 0
    for at in range(length + 1):
        if at == length or used_a[i + at] or used_b[j + at]:
            if at > begin:
                parts.append((i + begin, j + begin, at - begin))
            begin = at + 1
    return parts


def _chains(tiles: list[_Run], bridge: int) -> list[list[_Run]]:
    """Tiles that follow one another in both texts with few words between them."""
    chains: list[list[_Run]] = []
    for tile in tiles:
        if chains:
            i, j, length = chains[-1][-1]
            if 0 <= tile[0] - i - length <= bridge and 0 <= tile[1] - j - length <= bridge:
                chains[-1].append(tile)
                continue
        chains.append([tile])
    return chains


def _untiled(words: Words, tiles: list[_Run], side: int) -> list[str]:
    """The words that no tile has taken; in place of the others what equals no word of the other text."""
    free = list(words.folded)
    for tile in tiles:
        start, length = tile[side], tile[2]
        free[start : start + length] = [_TAKEN[side]] * length
    return free


def _filled(chains: list[list[_Run]], a: list[str], b: list[str]) -> list[list[_Run]]:
    """The chains with the equal words between their runs; a word goes to one chain."""
    out = []
    for chain in chains:
        filled = chain[:1]
        for run in chain[1:]:
            i, j, length = filled[-1]
            found = SequenceMatcher(None, a[i + length : run[0]], b[j + length : run[1]], autojunk=False)
            for match in found.get_matching_blocks():
                if match.size:
                    here, there = i + length + match.a, j + length + match.b
                    filled.append((here, there, match.size))
                    a[here : here + match.size] = [_TAKEN[0]] * match.size
                    b[there : there + match.size] = [_TAKEN[1]] * match.size
            filled.append(run)
        out.append(filled)
    return out


def _passage(chain: list[_Run], a: Words, b: Words) -> Passage:
    same = tuple((a.span(i, i + n), b.span(j, j + n)) for i, j, n in chain)
    return Passage(
        Span(same[0][0].start, same[-1][0].end),
        Span(same[0][1].start, same[-1][1].end),
        same,
        sum(n for _, _, n in chain),
    )
