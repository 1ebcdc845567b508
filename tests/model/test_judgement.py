"""Judgements: what takes back what, and what an undoing of an undoing does."""

from __future__ import annotations

import pytest

from dateline.model.judgement import Judgement, Subject, Undone, in_force, undone_by

UNDOING = [
    ("nothing undone", [(1, None), (2, None)], {}),
    ("one undone", [(1, None), (2, 1)], {1: 2}),
    ("and put in force again", [(1, None), (2, 1), (3, 2)], {2: 3}),
    ("and undone once more", [(1, None), (2, 1), (3, 2), (4, 3)], {3: 4, 1: 2}),
    ("the undoing undone, then undone anew", [(1, None), (2, 1), (3, 2), (4, 1)], {2: 3, 1: 4}),
    ("two apart", [(1, None), (2, None), (3, 2), (4, 1)], {2: 3, 1: 4}),
]


@pytest.mark.parametrize(("_why", "rows", "wanted"), UNDOING)
def test_what_is_undone_by_what(_why: str, rows: list[tuple[int, int | None]], wanted: dict[int, int]) -> None:
    assert undone_by(rows) == wanted
    assert undone_by(rows[::-1]) == wanted


def _judgement(number: int, kind: str = "same", **rest: object) -> Judgement:
    subjects = (Subject("c1", "a1", "news", 3, 9, "ASSAULT"), Subject("c2", "a2", "more", 0, 4, "ASSAULT", 1))
    return Judgement(number, kind, subjects, "Ada", "2021-03-04T10:00:00+00:00", **rest)  # type: ignore[arg-type]


def test_only_what_nobody_took_back_is_in_force() -> None:
    undone = _judgement(2, undone=Undone(3, "Ada", "2021-03-05T10:00:00+00:00", None))
    assert in_force([_judgement(4), undone, _judgement(1), _judgement(5, "split")], "same") == [
        _judgement(1),
        _judgement(4),
    ]


def test_sides() -> None:
    assert (_judgement(1).side(0), _judgement(1).side(1)) == (frozenset({"c1"}), frozenset({"c2"}))


def test_json_has_what_its_kind_has() -> None:
    assert "field" not in _judgement(1).to_json()
    said = _judgement(1, "correct", field="killed", value={"low": 4.0, "high": None}, why="a slip").to_json()
    assert (said["field"], said["value"], said["why"]) == ("killed", {"low": 4.0, "high": None}, "a slip")
    assert _judgement(2, "undo", undoes=1).to_json()["undoes"] == 1
