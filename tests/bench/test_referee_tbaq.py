"""How time expressions are matched with TimeBank's and counted."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Json = dict[str, Any]
SCRIPTS = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def tbaq() -> ModuleType:
    """The script, imported from its folder."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return importlib.import_module("referee_tbaq")
    finally:
        sys.path.remove(str(SCRIPTS))


def time(start: int, end: int, value: str | None = "2016-12-07", kind: str = "DATE", text: str = "") -> Json:
    return {"start": start, "end": end, "type": kind, "value": value, "text": text or "x" * (end - start)}


def test_the_longest_overlap_is_matched_first_and_only_once(tbaq: ModuleType) -> None:
    gold, found = [time(0, 10), time(10, 20)], [time(8, 20), time(0, 9)]
    assert tbaq.matched(gold, found) == [(gold[1], found[0]), (gold[0], found[1])]
    assert tbaq.matched([time(0, 10)], [time(10, 20)]) == []


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (time(3, 9), time(3, 9), (1, 1, 1, 1)),
        (time(3, 9), time(0, 9), (0, 1, 1, 1)),
        (time(3, 9), time(3, 9, "2016-12-08"), (1, 1, 1, 0)),
        (time(3, 9), time(3, 9, kind="TIME"), (1, 1, 0, 1)),
        (time(3, 9, "P3D"), time(3, 9, None), (1, 1, 1, 0)),
        (time(3, 9), time(9, 12), (0, 0, 0, 0)),
    ],
)
def test_a_hit_of_each_metric(tbaq: ModuleType, gold: Json, found: Json, right: tuple[int, ...]) -> None:
    counts = tbaq.tally([gold], [found])
    assert tuple(counts[name] for name in tbaq.METRICS) == tuple((hits, 1, 1) for hits in right)


def test_a_stretch_of_time_counts_as_its_two_ends(tbaq: ModuleType) -> None:
    one = time(5, 22, "1992/1994", text="from 1992 to 1994")
    first, last = tbaq.ends(one)
    assert (first["start"], first["end"], first["value"]) == (5, 14, "1992")
    assert (last["start"], last["end"], last["value"]) == (18, 22, "1994")
    for value, text in (("1992", "from 1992"), (None, "to 1994"), ("1992/1994", "the war years")):
        whole = time(0, len(text), value, text=text)
        assert tbaq.ends(whole) == [whole]


def test_counts_are_pooled_over_the_texts(tbaq: ModuleType) -> None:
    got = tbaq.score([(1, 2, 1), (3, 3, 5)])
    assert (got.precision, got.recall, got.f1) == (4 / 6, 4 / 5, 8 / 11)
    assert 2 / 3 <= got.low <= got.f1 <= got.high <= 6 / 8


def test_texts_without_times_score_nothing(tbaq: ModuleType) -> None:
    got = tbaq.score([(0, 0, 0)])
    assert (got.precision, got.recall, got.f1, got.low, got.high) == (0, 0, 0, 0, 0)


def test_every_third_text_was_read(tbaq: ModuleType) -> None:
    rows = [{"id": str(n), "timexes": [time(0, 4)]} for n in range(4)]
    found = {"0": [time(0, 4)], "1": [], "3": [time(0, 4)]}
    lines = [line.split() for line in tbaq.report(rows, found)]
    recall = {line[0]: (line[5], line[9]) for line in lines if line[1] == "relaxed"}
    assert recall == {"all": ("0.500", "4"), "read": ("1.000", "2"), "unread": ("0.000", "2")}


def test_a_missing_folder_is_told(tbaq: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tbaq.main(tmp_path) == 1
    assert "is not there" in capsys.readouterr().err
