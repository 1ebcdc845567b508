"""Cuts an article into windows that the encoder can read: whole sentences, with what stands around them as context.

Each sentence lies in the core of exactly one window; only there is something read out of it. A sentence that is longer
than a window is read in pieces, so that nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

LENGTH: Final = 320  # word pieces in a window, the two marks at its ends included
BEFORE: Final = 64  # word pieces of context before the core, at most
AFTER: Final = 24  # word pieces of context after it, at most


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first`..`last` are read, of which `begin`..`end` are the core; all half-open, counted in the article."""

    first: int
    begin: int
    end: int
    last: int


def windows(sizes: Sequence[int], sentences: Sequence[tuple[int, int]], *, shift: int = 0) -> list[Window]:
    """The windows of an article.

    `sizes` are the numbers of word pieces of its words, `sentences` the half-open word ranges of its sentences. `shift`
    makes the first window shorter by so many pieces, so that training sees sentences in changing company.
    """
    total = [0, *accumulate(sizes)]
    out: list[Window] = []
    at = 0
    while at < len(sentences):
        begin = sentences[at][0]
        budget = LENGTH - 2 - AFTER - (BEFORE if at else shift)
        after = at + 1
        while after < len(sentences) and total[sentences[after][1]] - total[begin] <= budget:
            after += 1
        end = sentences[after - 1][1]
        if total[end] - total[begin] > LENGTH - 2:
            out += _pieces(total, begin, end)
        else:
            out.append(_with_context(total, sentences, at, after))
        at = after
    return out


def _with_context(total: list[int], sentences: Sequence[tuple[int, int]], at: int, after: int) -> Window:
    begin, end = sentences[at][0], sentences[after - 1][1]
    low, high = at, after
    room = LENGTH - 2 - (total[end] - total[begin])
    while low > 0 and total[begin] - total[sentences[low - 1][0]] <= min(BEFORE, room):
        low -= 1
    room -= total[begin] - total[sentences[low][0]]
    while high < len(sentences) and total[sentences[high][1]] - total[end] <= min(AFTER, room):
        high += 1
    return Window(sentences[low][0], begin, end, sentences[high - 1][1])


def _pieces(total: list[int], begin: int, end: int) -> list[Window]:
    """Windows without context that cover one long sentence."""
    out: list[Window] = []
    while begin < end:
        last = begin + 1
        while last < end and total[last + 1] - total[begin] <= LENGTH - 2:
            last += 1
        out.append(Window(begin, begin, last, last))
        begin = last
    return out
