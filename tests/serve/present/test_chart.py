"""The chart of who says how many: words and geometry."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.present.chart import chart, meets

Bound = float | None


def figure(*told: tuple[Bound, Bound], best: tuple[Bound, Bound], measure: str = "killed") -> dict[str, Any]:
    bounds = [bound for pair in told for bound in pair if bound is not None]
    positions = [
        {"origin": f"Origin {n}", "kind": "outlet", "low": low, "high": high, "articles": ["a"], "last": "2021-03-03"}
        for n, (low, high) in enumerate(told)
    ]
    return {
        "measure": measure,
        "best": {"low": best[0], "high": best[1]},
        "low": min(bounds),
        "high": None if any(high is None for _, high in told) else max(bounds),
        "disagree": False,
        "positions": positions,
        "told": [],
    }


def test_numbers_stand_on_one_scale_from_nought() -> None:
    found = chart(figure((50, 50), (10, 20), (25, None), (None, 100), best=(50, 50)))
    assert (found.best, found.span) == ("50", "10+")
    exact, between, at_least, at_most = found.bars
    assert (exact.said, exact.x, exact.width) == ("50", 47.0, 0.8)
    assert (between.said, between.x, between.width) == ("10–20", 9.4, 9.4)
    assert (at_least.said, at_least.x, at_least.open_above) == ("25+", 23.5, True)
    assert (at_most.said, at_most.x, at_most.width, at_most.open_below) == ("up to 100", 0.0, 94.0, True)
    assert [bar.apart for bar in found.bars] == [False, True, False, False]
    assert found.band == (47.0, 0.8)
    assert [(tick.x, tick.label) for tick in found.ticks] == [(0, "0"), (47.0, "50"), (94.0, "100")]


def test_shares_are_told_in_percent() -> None:
    found = chart(figure((0.25, 0.5), best=(0.25, 0.5), measure="share"))
    assert (found.best, found.ticks[-1].label) == ("25%–50%", "40%")


_BOUND = st.one_of(st.none(), st.floats(0, 1e9, allow_nan=False).map(lambda value: round(value, 2)))
_PAIR = st.tuples(_BOUND, _BOUND).filter(any).map(lambda p: (min(p), max(p)) if None not in p else p)  # type: ignore[type-var]


@given(st.lists(_PAIR, min_size=1, max_size=6))
def test_bars_stay_inside_and_there_are_few_ticks(told: list[tuple[Bound, Bound]]) -> None:
    found = chart(figure(*told, best=told[0]))
    for bar in found.bars:
        assert bar.x >= 0
        assert 0 < bar.width <= 100 - bar.x + 1e-9
    assert 1 <= len(found.ticks) <= 6


MEET = [
    ((1, 3), (3, 5), True),
    ((1, 2), (3, 5), False),
    ((5, None), (3, 4), False),
    ((None, 4), (4, None), True),
    ((None, None), (4, 4), True),
]


@pytest.mark.parametrize(("one", "other", "wanted"), MEET)
def test_intervals_meet(one: tuple[Bound, Bound], other: tuple[Bound, Bound], *, wanted: bool) -> None:
    told = [{"low": low, "high": high} for low, high in (one, other)]
    assert meets(*told) is wanted
    assert meets(*told[::-1]) is wanted
