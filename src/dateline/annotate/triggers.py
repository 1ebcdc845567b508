"""Reads the encoder's scores of words: which words name an event, and which words around it are its arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

DOUBTFUL: Final = 0.03  # an event less probable than this is not told at all; the extractor decides on the others
PART: Final = 0.5  # a word belongs to the trigger where it is at least this share as probable as the best one
BEGINS: Final = 0.5  # from here on a word begins an argument of its own
ARGUMENT: Final = 0.15  # a word less probable than this is part of no argument
FADES: Final = 0.4  # an argument ends where a word is less than this share as probable as its best one


@dataclass(frozen=True, slots=True)
class Found:
    """Words `begin`..`end` that name an event; `event` is its column, `best` the word that is surest of it."""

    begin: int
    end: int
    event: int
    best: int


def probabilities(scores: Scores) -> Scores:
    """Scores to probabilities over the last axis (softmax)."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    out: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return out


def find_triggers(events: Scores, *, begin: int, end: int) -> list[Found]:
    """The events in words `begin`..`end`; `events` is (words, types + 1), column 0 for words that name none."""
    best = 1 + events[:, 1:].argmax(axis=1)
    surest: Scores = events[np.arange(len(events)), best]
    out: list[Found] = []
    at = begin
    while at < end:
        after = at + 1
        if surest[at] >= DOUBTFUL:
            while after < end and best[after] == best[at] and surest[after] >= DOUBTFUL:
                after += 1
            out.append(_tight(surest, at, after, int(best[at])))
        at = after
    return out


def _tight(surest: Scores, begin: int, end: int, event: int) -> Found:
    """The run without the doubtful words at its ends."""
    peak = begin + int(surest[begin:end].argmax())
    low, high = peak, peak + 1
    while low > begin and surest[low - 1] >= PART * surest[peak]:
        low -= 1
    while high < end and surest[high] >= PART * surest[peak]:
        high += 1
    return Found(low, high, event, peak)


def find_arguments(part: Scores, begins: Scores) -> list[tuple[int, int, float]]:
    """Runs of words that are arguments of one role, as (first, end, probability); both inputs are (words,)."""
    out: list[tuple[int, int, float]] = []
    chances, first = part.tolist(), (begins >= BEGINS).tolist()  # plain numbers: looked at one by one
    at = 0
    for found in np.flatnonzero(part >= ARGUMENT).tolist():
        if found < at:
            continue  # part of the run before
        at, best = found + 1, chances[found]
        while at < len(chances) and chances[at] >= max(ARGUMENT, FADES * best) and not first[at]:
            best = max(best, chances[at])
            at += 1
        out.append((found, at, best))
        while at < len(chances) and chances[at] >= ARGUMENT and not first[at]:
            at += 1  # the run fades out: what is left of it is no argument of its own
    return out
