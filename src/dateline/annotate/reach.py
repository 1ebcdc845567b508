"""How far around an event its arguments are looked for, and how the distance to a word is told to the encoder."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

BACK: Final = 72  # words before the event's first word
AHEAD: Final = 56  # words after it
REACH: Final = BACK + AHEAD
NEAR: Final = 8  # distances up to this one are told exactly, larger ones in steps that grow
STEPS: Final = 16
DISTANCES: Final = 4 * STEPS  # before or after, in the same sentence or not


def positions(at: int, words: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The positions around word `at` of a window of so many words, shape (REACH,), and which of them are in it."""
    around = np.arange(at - BACK, at + AHEAD)
    inside = (around >= 0) & (around < words)
    return np.clip(around, 0, max(0, words - 1)), inside


def distances(at: int, around: NDArray[np.int64], same_sentence: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The kind of distance of each position to word `at`, in 0..DISTANCES-1."""
    far = np.abs(around - at)
    steps = NEAR + (np.log2(np.maximum(far, NEAR) / NEAR) * 2).astype(np.int64)
    kind = np.minimum(np.where(far < NEAR, far, steps), STEPS - 1)
    out: NDArray[np.int64] = (kind + STEPS * (around < at)) * 2 + same_sentence
    return out
