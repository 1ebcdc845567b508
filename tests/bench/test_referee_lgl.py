"""Measuring places: what is near, what the gazetteer holds, which spans are right."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_build import build
from dateline.ground.gazetteer_schema import SourcePlace

Json = dict[str, Any]
SCRIPTS = Path(__file__).parents[2] / "bench"
PLACES = [
    SourcePlace(1, "Paris", "FRA", "11", 48.85, 2.35, 2_100_000),
    SourcePlace(2, "Paris", "USA", "TX", 33.66, -95.56, 25_000),
    SourcePlace(3, "Dallas", "USA", "TX", 32.78, -96.8, 1_300_000),
    SourcePlace(4, "Houston", "USA", "TX", 29.76, -95.36, 2_300_000),
]
TEXT = "Police in Paris, near Dallas and Houston, closed roads to Nowhere."


@pytest.fixture(scope="module")
def lgl() -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    try:
        return importlib.import_module("referee_lgl")
    finally:
        sys.path.remove(str(SCRIPTS))


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    file = tmp_path_factory.mktemp("places") / "tiny.sqlite"
    build(file, PLACES, meta={"schema": "1"})
    opened = Gazetteer.open(file)
    yield opened
    opened.close()


def toponym(words: str, lat: float | None = None, lon: float | None = None, number: int | None = None) -> Json:
    start = TEXT.index(words)
    where = {"lat": lat, "lon": lon, "geonames_id": number}
    return {"text": words, "start": start, "end": start + len(words)} | where


GOLD = [
    toponym("Paris", 33.66, -95.56, 2),
    toponym("Dallas", 32.78, -96.8, 3),
    toponym("Houston", 29.76, -95.36, 77),
    toponym("Nowhere", 10.0, 10.0, 99),
]


@pytest.mark.parametrize(
    ("system", "near"),
    [("most populous", [False, True, True, False]), ("without the publisher", [True, True, True, False])],
)
def test_the_baseline_does_not_look_at_the_article(
    lgl: ModuleType, gazetteer: Gazetteer, system: str, near: list[bool]
) -> None:
    row = {"text": TEXT, "toponyms": [*GOLD, toponym("roads")], "publisher": None}
    answers = lgl.resolved(gazetteer, row, by=system)
    assert [one.error <= lgl.NEAR_KM for one in answers] == near
    assert [one.held for one in answers] == [True, True, True, False]
    assert [one.same_id for one in answers] == [near[0], True, False, False]


def test_no_answer_is_as_far_off_as_can_be(lgl: ModuleType, gazetteer: Gazetteer) -> None:
    (one,) = lgl.resolved(gazetteer, {"text": TEXT, "toponyms": [GOLD[3]], "publisher": None}, by="most populous")
    assert one.error == lgl.FARTHEST_KM
    assert lgl.resolution([one]).startswith("all 0.000  held 0.000  median 20039.0 km  AUC 1.000")


def test_spans_are_right_exactly_by_overlap_and_with_their_place(lgl: ModuleType) -> None:
    given = [
        toponym("Paris", 48.85, 2.35),
        toponym("near Dallas", 32.9, -96.7),
        toponym("Police", 1.0, 1.0),
        toponym("Houston"),
    ]
    found = {name: (one.right, one.gold, one.given) for name, one in lgl.recognised(GOLD, given).items()}
    assert found == {"exact": (2, 4, 4), "overlap": (3, 4, 4), "end to end": (1, 4, 4)}


def test_two_spans_of_ours_do_not_count_for_one_of_gold(lgl: ModuleType) -> None:
    twice = [toponym("Dallas and"), toponym("Dallas")]
    assert lgl.recognised([GOLD[1]], twice)["overlap"].right == 1


def test_a_missing_folder_is_told(lgl: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lgl.main([str(tmp_path)]) == 1
    assert "is not there" in capsys.readouterr().err


def test_the_whole_prints_three_tables(lgl: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "a", "text": TEXT, "title": None, "published": "2009-03-01", "publisher": None, "toponyms": GOLD[:3]}
    lines = [json.dumps(row | {"id": str(number)}, ensure_ascii=False) for number in range(2)]
    (tmp_path / "lgl.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert lgl.main([str(tmp_path), "--parts", "0"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0].strip() for line in printed] == [*lgl.SYSTEMS, "exact", "overlap", "end to end"]
    assert "of 3)" in printed[0]
