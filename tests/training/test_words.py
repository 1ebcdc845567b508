"""The rarity of words, as counted in our own articles."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from dateline.lexicon.common_words import rarity

TRAINING = Path(__file__).parents[2] / "training"
if not TRAINING.is_dir():
    pytest.skip("training/ is not here: it is part of the sources, not of the wheel", allow_module_level=True)
_SPEC = importlib.util.spec_from_file_location("counting", TRAINING / "words.py")
assert _SPEC is not None
assert _SPEC.loader is not None
counting: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(counting)


def test_words_of_few_texts_and_numbers_are_left_out() -> None:
    found = counting.steps(["The mayor spoke at 9.", "The mayor left at 9.", "The mayors slept at 9."])
    assert found == {0: ["at", "mayor", "the"]}


@pytest.mark.parametrize(("count", "value"), [(100, 0.0), (1, 1.0)])
def test_rarity_lies_between_a_word_of_all_and_a_word_of_one(count: int, value: float) -> None:
    assert counting.rarity(count, 100) == pytest.approx(value)
    assert 0 < counting.rarity(10, 100) < 1


def test_the_list_that_ships_is_the_one_that_our_articles_give() -> None:
    found = counting.steps(counting.own_texts(TRAINING / "articles"))
    assert sum(map(len, found.values())) > 1000
    assert {stem: step / counting.STEPS for step, stems in found.items() for stem in stems} == {
        stem: rarity(stem) for stems in found.values() for stem in stems
    }
