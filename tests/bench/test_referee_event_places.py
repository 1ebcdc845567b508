"""The referee of event places: words counted, and the split that training keeps to."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.model.span import Span

ROOT = Path(__file__).parents[2]
TEXT = "Shells hit Old Qarrah and Deir Sahl."


@pytest.fixture(scope="module")
def script() -> ModuleType:
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        return importlib.import_module("referee_event_places")
    finally:
        sys.path.remove(str(ROOT / "bench"))


def test_words_are_counted_not_characters(script: ModuleType) -> None:
    assert script.words(TEXT, [Span(11, 21)]) == {11, 15}


def test_half_of_two_places_is_half_right(script: ModuleType) -> None:
    score = script.Score()
    score.add(script.words(TEXT, [Span(11, 21)]), script.words(TEXT, [Span(11, 21), Span(26, 35)]))
    assert str(score).startswith("precision 1.000  recall 0.500  F1 0.667  items right 0.000")


def test_training_leaves_out_what_is_measured_on(script: ModuleType) -> None:
    rule = "zlib.crc32(text.encode()) % 5 == 0"
    assert rule in (ROOT / "training" / "data.py").read_text(encoding="utf-8")
    assert rule in (ROOT / "bench" / "referee_event_places.py").read_text(encoding="utf-8")
    assert 0 < sum(script.kept_back(f"sentence {n}") for n in range(100)) < 50
