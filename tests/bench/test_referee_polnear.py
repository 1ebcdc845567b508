"""The PolNeAR script counts as its referee's note says, and says so where the referee is absent."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "referee_polnear.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("referee_polnear", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TEXT = "The mayor said it rained. Huda added that it snowed."


def marks(script: ModuleType, source: str, cue: str, content: str) -> dict[str, frozenset[int]]:
    def found(words: str) -> frozenset[int]:
        at = TEXT.index(words)
        spans = [(at, at + len(words))] if words else []
        marked: frozenset[int] = script.marked(TEXT, spans)
        return marked

    return {"source": found(source), "cue": found(cue), "content": found(content)}


def rows(script: ModuleType, gold: Sequence[object], predicted: Sequence[object]) -> dict[str, list[float]]:
    tally = script.Tally()
    tally.add(gold, predicted, TEXT)
    return {name: figures for name, *figures in tally.rows()}


def test_the_same_attributions_are_all_right(script: ModuleType) -> None:
    told = [marks(script, "The mayor", "said", "it rained"), marks(script, "Huda", "added", "it snowed")]
    assert all(figures == [1.0, 1.0, 1.0] for figures in rows(script, told, told).values())


def test_what_has_no_partner_counts_against_precision(script: ModuleType) -> None:
    one = marks(script, "The mayor", "said", "it rained")
    counted = rows(script, [one], [one, marks(script, "Huda", "added", "it snowed")])
    assert counted["triples"][:2] == [0.5, 1.0]
    assert counted["content overlap"][:2] == [0.5, 1.0]


def test_a_wrong_source_costs_the_triple_and_no_content(script: ModuleType) -> None:
    counted = rows(
        script, [marks(script, "The mayor", "said", "it rained")], [marks(script, "", "said", "that it snowed")]
    )
    assert counted["triples"][2] == 0.0
    right = rows(script, [marks(script, "Huda", "added", "it snowed")], [marks(script, "", "added", "it snowed")])
    assert (right["triples"][2], right["content words"][2]) == (0.0, 1.0)


def test_white_space_is_no_character(script: ModuleType) -> None:
    assert len(marks(script, "The mayor", "said", "it rained")["source"]) == len("Themayor")


def test_an_absent_referee_is_told(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(tmp_path) == 2
    assert "no referee here" in capsys.readouterr().err
