"""The quality gate: what was once reached on the development gold is held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.pipeline import Pipeline
from tests.quality.gate import FLOORS, build_gold, digest, gold_folder, measured

LEAST = {"overall": 0.42, "figures": 0.72}  # what the first version has to reach
SLACK = 0.008  # another processor rounds otherwise: a claim or two at their thresholds may fall on the other side


@pytest.fixture(scope="module")
def gold() -> str:
    if not (gold_folder() / "build.py").exists():
        pytest.skip(f"the gold is not here: {gold_folder()} (set DATELINE_SHARED to the folder that holds gold/)")
    return build_gold(gold_folder())


@pytest.fixture(scope="module")
def reached(gold: str, pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return measured(gold, tmp_path_factory.mktemp("gold"), pipeline)


def pinned() -> dict[str, float]:
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    return floors


def test_the_floors_belong_to_this_gold(gold: str) -> None:
    """Floors measured on other gold say nothing: they have to be measured anew."""
    assert json.loads(FLOORS.read_text(encoding="utf-8"))["gold"] == digest(gold)


@pytest.mark.parametrize("part", sorted(pinned()))
def test_a_floor_holds(reached: dict[str, float], part: str) -> None:
    """No part falls below what was reached before; a change that gains elsewhere has to keep it or say so."""
    assert reached[part] >= pinned()[part] - SLACK


@pytest.mark.parametrize(("part", "least"), LEAST.items())
def test_a_floor_is_never_lowered_below_what_was_asked(part: str, least: float) -> None:
    """Whoever edits the floors cannot go below what the first version had to reach."""
    assert pinned()[part] >= least


def test_every_part_has_a_floor(reached: dict[str, float]) -> None:
    """A part without a floor could fall unseen."""
    assert set(reached) == set(pinned())


def test_the_floors_lie_beside_the_gate() -> None:
    """They are data of this repository, not of the machine that measured them."""
    assert Path(__file__).parent / "floors.json" == FLOORS
