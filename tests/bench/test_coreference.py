"""The measures of coreference, against values worked out by hand, and the assignment against trying all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench_scripts import bench_script

coreference = bench_script("coreference")
assignment = bench_script("assignment")

# Gold, found, then (recall, precision) of MUC, B-cubed, CEAF-e and LEA. The first is the example of Pradhan et al. 2014
# ("Scoring Coreference Partitions of Predicted Mentions"), where e is missed and h and i are too many.
CASES: list[tuple[list[str], list[str], *tuple[tuple[float, float], ...]]] = [
    (["abc", "defg"], ["ab", "cd", "fghi"], (2 / 5, 2 / 5), (35 / 84, 4 / 8), (1.3 / 2, 1.3 / 3), (5 / 21, 1 / 3)),
    (["abc", "de", "f"], ["abc", "de", "f"], (1, 1), (1, 1), (1, 1), (1, 1)),
    (["abc", "d"], ["a", "b", "c", "d"], (0, 0), (2 / 4, 1), (1.5 / 2, 1.5 / 4), (1 / 4, 1 / 4)),
    (["ab", "cd"], ["abcd"], (1, 2 / 3), (1, 2 / 4), ((2 / 3) / 2, 2 / 3), (1, 1 / 3)),
    (["a", "b"], ["ab"], (0, 0), (1, 1 / 2), ((2 / 3) / 2, 2 / 3), (0, 0)),
    (["ab", "c"], ["a", "bc"], (0, 0), (2 / 3, 2 / 3), (4 / 3 / 2, 4 / 3 / 2), (0, 0)),
]


@pytest.mark.parametrize(("gold", "found", "wanted"), [(one, other, values) for one, other, *values in CASES])
def test_measures_are_those_worked_out_by_hand(
    gold: list[str], found: list[str], wanted: list[tuple[float, float]]
) -> None:
    scores = coreference.scores(gold, found)
    assert {name: (one.recall, one.precision) for name, one in scores.items()} == {
        name: pytest.approx(pair) for name, pair in zip(("MUC", "B-cubed", "CEAF-e", "LEA"), wanted, strict=True)
    }


def test_conll_f1_is_the_mean_of_three() -> None:
    """In the published example .40, .46 (rounded) and .52."""
    scores = coreference.scores(["abc", "defg"], ["ab", "cd", "fghi"])
    assert coreference.conll(scores) == pytest.approx((0.40 + 5 / 11 + 0.52) / 3)


def test_labels_make_entities() -> None:
    assert set(coreference.entities({1: "x", 2: "y", 3: "x"})) == {frozenset({1, 3}), frozenset({2})}


def test_a_great_tangle_is_solved_in_no_time() -> None:
    """Five thousand mentions in two thousand entities that all hang together."""
    gold = [[n for n in range(5_000) if n * 7919 % 5_003 % 2_000 == label] for label in range(2_000)]
    found = [[n for n in range(5_000) if n * 104_729 % 4_999 % 1_900 == label] for label in range(1_900)]
    score = coreference.scores(gold, found)["CEAF-e"]
    assert 0 < score.precision <= 1
    assert score.recall * len(gold) == pytest.approx(score.precision * len(found))


def _tables() -> st.SearchStrategy[list[list[int]]]:
    return st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, 9), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )


def _all(table: list[list[int]]) -> Iterator[int]:
    """What every assignment of the smaller side comes to."""
    turned = table if len(table) <= len(table[0]) else [list(column) for column in zip(*table, strict=True)]
    for columns in permutations(range(len(turned[0])), len(turned)):
        yield sum(turned[row][column] for row, column in enumerate(columns))


@given(_tables())
def test_no_assignment_is_better(table: list[list[int]]) -> None:
    worth = {(i, j): float(value) for i, row in enumerate(table) for j, value in enumerate(row) if value}
    pairs = assignment.best_assignment(worth)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert sum(worth[pair] for pair in pairs) == max(_all(table))
