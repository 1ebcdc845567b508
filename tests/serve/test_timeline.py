"""Where the bars of the timeline stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.timeline import timeline
from dateline.store.bars import bars_of

START = date(2021, 3, 1)


def counted(*incidents: int) -> dict[date, int]:
    return {START + timedelta(days=number): count for number, count in enumerate(incidents) if count}


def test_bars_share_the_width_and_reach_as_high_as_they_count() -> None:
    drawn = timeline(bars_of(counted(2, 0, 4, 1), None, most=120), since=None, until=None)
    assert drawn is not None
    assert [(bar.x, bar.width, bar.height) for bar in drawn.bars] == [(0, 25, 50), (50, 25, 100), (75, 25, 25)]
    assert (drawn.step, drawn.first, drawn.last) == ("day", START, START + timedelta(days=3))
    assert (drawn.peak.incidents, drawn.peak.days) == (4, "2021-03-03")


@pytest.mark.parametrize(("span", "step"), [(30, "day"), (300, "week"), (2000, "month"), (9000, "year")])
def test_the_step_is_told(span: int, step: str) -> None:
    drawn = timeline(bars_of({START: 1, START + timedelta(days=span): 1}, None, most=120), since=None, until=None)
    assert drawn is not None
    assert drawn.step == step
    assert (" to " in drawn.bars[0].days) == (step != "day")


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (None, None, [True, True, True]),
        (2, None, [False, True, True]),
        (None, 2, [True, True, False]),
        (2, 2, [False, True, False]),
        (9, None, [False, False, False]),
    ],
)
def test_bars_within_the_days_asked_for_are_chosen(since: int | None, until: int | None, chosen: list[bool]) -> None:
    days = [None if day is None else date(2021, 3, day) for day in (since, until)]
    drawn = timeline(bars_of(counted(1, 1, 1), "day", most=120), since=days[0], until=days[1])
    assert drawn is not None
    assert [bar.chosen for bar in drawn.bars] == chosen


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline([], since=None, until=None) is None


@given(st.dictionaries(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 10_000), min_size=1, max_size=40))
def test_every_bar_lies_within_the_drawing_and_none_is_lost(days: dict[date, int]) -> None:
    drawn = timeline(bars_of(days, None, most=120), since=None, until=None)
    assert drawn is not None
    assert sum(bar.incidents for bar in drawn.bars) == sum(days.values())
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= 100.01
        assert 0 < bar.height <= 100
    for one, other in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert one.x + one.width <= other.x + 0.01
