"""Words of a text: what counts as one, its stem, and which are names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.words import stem_of, words

STEMS = [
    ("Kills", "kill"),
    ("killing", "kill"),
    ("killed", "kill"),
    ("stopped", "stop"),
    ("shelled", "shell"),
    ("bodies", "body"),
    ("hostages", "hostag"),
    ("raided", "raid"),
    ("Qarrah's", "qarra"),
    ("Qarrah’s", "qarra"),
    ("troops'", "troop"),
    ("São", "sao"),
    ("bus", "bus"),
    ("crisis", "crisis"),
    ("siege", "sieg"),
    ("red", "red"),
    ("string", "string"),
    ("7.62", "7.62"),
    ("1,200", "1,200"),
]


@pytest.mark.parametrize(("word", "stem"), STEMS)
def test_a_stem_is_without_case_marks_and_endings(word: str, stem: str) -> None:
    assert stem_of(word) == stem


def test_names_are_known_by_a_capital_inside_a_sentence() -> None:
    text = 'Shells hit Old Qarrah. "Nobody saw Omar," he said.\nTroops left.'
    assert [word.text for word in words(text) if word.name] == ["Old", "Qarrah", "Omar"]


def test_numbers_are_words() -> None:
    found = list(words("At 10:30 some 1,200 left, 3.5 km away."))
    assert [word.text for word in found if word.number] == ["10:30", "1,200", "3.5"]
    assert [word.stem for word in found][-1] == "away"


@given(st.text())
def test_words_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for word in words(text):
        at = text.index(word.text, at) + len(word.text)
        assert word.stem
