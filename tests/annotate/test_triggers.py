"""Reading the encoder's scores: runs of words that name an event, and runs that are an argument."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.reach import AHEAD, BACK, DISTANCES, REACH, distances, positions
from dateline.annotate.triggers import Scores, find_arguments, find_triggers, probabilities


def _events(*columns: tuple[int, float]) -> Scores:
    """One word a pair: the column of its event and that event's probability; column 0 is "none"."""
    out = np.zeros((len(columns), 4), np.float32)
    for row, (column, chance) in enumerate(columns):
        out[row, column] = chance
    return out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([(1, 0.9)], [(0, 1, 1)]),
        ([(0, 0.9), (2, 0.9), (0, 0.9)], [(1, 2, 2)]),
        ([(1, 0.9), (1, 0.8)], [(0, 2, 1)]),
        ([(1, 0.9), (2, 0.8)], [(0, 1, 1), (1, 2, 2)]),
        ([(1, 0.2), (1, 0.9), (1, 0.2)], [(1, 2, 1)]),
        ([(1, 0.02)], []),
        ([], []),
    ],
)
def test_words_that_name_an_event(words: list[tuple[int, float]], found: list[tuple[int, int, int]]) -> None:
    got = find_triggers(_events(*words), begin=0, end=len(words))
    assert [(one.begin, one.end, one.event) for one in got] == found


def test_only_the_core_of_a_window_is_read() -> None:
    got = find_triggers(_events((1, 0.9), (1, 0.9), (1, 0.9)), begin=1, end=2)
    assert [(one.begin, one.end) for one in got] == [(1, 2)]


@pytest.mark.parametrize(
    ("part", "begins", "found"),
    [
        ([0.9, 0.8, 0.1], [0.9, 0.1, 0.0], [(0, 2)]),
        ([0.9, 0.9], [0.9, 0.9], [(0, 1), (1, 2)]),
        ([0.1, 0.9], [0.0, 0.9], [(1, 2)]),
        ([0.9, 0.3], [0.9, 0.0], [(0, 1)]),
        ([0.0, 0.0], [0.0, 0.0], []),
    ],
)
def test_words_that_are_an_argument(part: list[float], begins: list[float], found: list[tuple[int, int]]) -> None:
    got = find_arguments(np.array(part, np.float32), np.array(begins, np.float32))
    assert [(begin, end) for begin, end, _ in got] == found


def test_scores_become_probabilities() -> None:
    assert probabilities(np.array([[1.0, 1.0]], np.float32)).tolist() == [[0.5, 0.5]]


def test_the_words_around_an_event() -> None:
    around, inside = positions(2, 5)
    assert len(around) == REACH
    assert inside.sum() == 5
    assert around[BACK] == 2
    assert around.min() == 0
    assert around.max() == 4


def test_distances_tell_sides_and_sentences_apart() -> None:
    around = np.arange(BACK + AHEAD)
    told = distances(BACK, around, around >= BACK)
    assert told.min() >= 0
    assert told.max() < DISTANCES
    assert len({int(told[BACK - 1]), int(told[BACK]), int(told[BACK + 1])}) == 3
    assert (np.diff(told[BACK:]) >= 0).all()
