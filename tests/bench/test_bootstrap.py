"""Intervals hold the score, are narrow where articles agree, and are the same on every run."""

from __future__ import annotations

import copy

from dateline.bench.bootstrap import intervals
from dateline.bench.score import PARTS, score
from tests.factories import claim, reading

ONE = reading(claim(mode="heavy-weapons", killed=14, sources=["The local council"])).to_json()
GOLD = [ONE | {"id": str(number)} for number in range(20)]
HALF = [copy.deepcopy(one) for one in GOLD[:10]]


def test_all_right_is_all_right_in_every_draw() -> None:
    found = intervals(GOLD, GOLD)
    assert found["claims"] == found["figures"] == found["mode"] == (1.0, 1.0)
    assert found["places"] == (0.0, 0.0)


def test_the_interval_holds_the_score_and_is_wide_for_few_articles() -> None:
    found, result = intervals(GOLD, HALF), score(GOLD, HALF)
    for name in PARTS:
        low, high = found[name]
        assert low <= result.parts[name].f1 <= high
    low, high = found["overall"]
    assert low < result.overall < high
    assert 0.2 < found["claims"][1] - found["claims"][0] < 0.6


def test_more_articles_make_it_narrower() -> None:
    many = [one | {"id": f"{one['id']}-{copies}"} for one in GOLD for copies in range(10)]
    found = [one for one in many if int(one["id"].split("-")[0]) < 10]
    wide, narrow = intervals(GOLD, HALF)["claims"], intervals(many, found)["claims"]
    assert narrow[1] - narrow[0] < (wide[1] - wide[0]) / 2


def test_the_same_on_every_run() -> None:
    assert intervals(GOLD, HALF) == intervals(GOLD, HALF)


def test_what_is_never_asked_has_no_interval() -> None:
    assert {"mode", "aux", "hedge"}.isdisjoint(intervals(GOLD, []))
    assert intervals([], []) == {}
