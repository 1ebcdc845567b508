"""Agreement: positions of origins, the best estimate, the bounds, and where origins disagree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.report import Origin, Statement
from dateline.reconcile.agreement import FigureRange, Told, ranges
from dateline.reconcile.history import history
from dateline.reconcile.statements import meet

Bounds = tuple[float | None, float | None]


def told(origin: str, bounds: Bounds, *, article: str = "a", day: int = 2, part: bool = False) -> Told:
    low, high = bounds
    statement = Statement(Origin(origin, origin, "speaker"), "killed", low, high, None, "words", "c", part)
    return Told(statement, article, None, date(2021, 3, day))


def _range(*given_: Told) -> FigureRange:
    (figure,) = ranges(given_)
    return figure


def test_an_origin_counts_once_however_many_articles_carry_it() -> None:
    figure = _range(told("council", (14, 14), article="a"), told("council", (14, 14), article="b"))
    (position,) = figure.positions
    assert position.articles == ("a", "b")
    assert not figure.disagree


def test_the_position_of_an_origin_is_its_largest_toll() -> None:
    figure = _range(told("council", (14, 14), day=2), told("council", (20, 20), article="b", day=3))
    assert [(one.low, one.high) for one in figure.positions] == [(20, 20)]
    assert (figure.low, figure.high) == (20, 20)
    assert len(figure.told) == 2


DISAGREE: list[tuple[str, list[Bounds], bool]] = [
    ("the same", [(14, 14), (14, 14)], False),
    ("at least is met by more", [(22, None), (48, 48)], False),
    ("two exact numbers", [(44, 44), (48, 48)], True),
    ("at least above the other", [(50, None), (48, 48)], True),
    ("ranges that touch", [(24, 99), (99, 120)], False),
    ("up to", [(None, 10), (12, 12)], True),
]


@pytest.mark.parametrize(("_why", "bounds", "expected"), DISAGREE)
def test_disagree(_why: str, bounds: list[Bounds], expected: bool) -> None:  # noqa: FBT001 (a case's outcome)
    figure = _range(*(told(f"origin {n}", each) for n, each in enumerate(bounds)))
    assert figure.disagree is expected


BEST: list[tuple[str, list[Bounds], Bounds]] = [
    ("what most can agree on", [(14, 14), (14, 14), (20, 20)], (14, 14)),
    ("an exact number before a range", [(10, 40), (30, 30)], (30, 30)),
    ("at least three agrees with few", [(3, None), (40, 44), (41, 41)], (41, 41)),
    ("of equals the lowest", [(30, 30), (14, 14)], (14, 14)),
]


@pytest.mark.parametrize(("_why", "bounds", "best"), BEST)
def test_best(_why: str, bounds: list[Bounds], best: Bounds) -> None:
    figure = _range(*(told(f"origin {n}", each) for n, each in enumerate(bounds)))
    assert (figure.best_low, figure.best_high) == best


def test_one_man_among_many_is_no_toll_but_alone_he_is() -> None:
    alone = told("police", (1, None), part=True)
    assert _range(alone).low == 1
    assert [one.origin.name for one in _range(alone, told("council", (14, 14))).positions] == ["council"]


def test_a_part_bounds_nothing_but_what_it_counts() -> None:
    figure = _range(told("council", (61, 61)), told("medic", (14, None), part=True))
    assert (figure.best_low, figure.low, figure.high, figure.open_above) == (61, 61, 61, False)
    assert not figure.disagree
    assert len(figure.positions) == 2


def test_history_tells_what_was_known_when() -> None:
    known = history(
        [
            told("council", (14, 14), day=2),
            told("council", (20, 20), article="b", day=4),
            told("army", (9, 9), article="c", day=5),
        ]
    )
    assert [(each.day.day, each.low, each.origins, each.disagree) for each in known] == [
        (2, 14, 1, False),
        (4, 20, 1, False),
        (5, 9, 2, True),
    ]


_LOW = st.integers(0, 100)
_BOUNDS = st.tuples(_LOW, st.one_of(st.none(), _LOW)).map(lambda b: (b[0], None if b[1] is None else b[0] + b[1]))


@given(st.lists(st.tuples(st.sampled_from("xyz"), _BOUNDS), min_size=1, max_size=6), st.randoms())
def test_whatever_the_order_the_best_lies_within_the_bounds(given_: list[tuple[str, Bounds]], random: object) -> None:
    every = [told(origin, bounds, article=f"a{n}") for n, (origin, bounds) in enumerate(given_)]
    figure = _range(*every)
    random.shuffle(every)  # type: ignore[attr-defined]
    assert _range(*every) == figure
    assert figure.best_low is not None
    assert figure.low <= figure.best_low <= figure.high


@given(_BOUNDS, _BOUNDS)
def test_meeting_is_mutual_and_true_of_itself(one: Bounds, other: Bounds) -> None:
    assert meet(*one, *one)
    assert meet(*one, *other) == meet(*other, *one)
