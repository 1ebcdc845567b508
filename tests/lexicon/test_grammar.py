"""Closed word classes: sets of lemmas in lower case."""

from __future__ import annotations

import pytest

from dateline.lexicon.grammar import word_class
from dateline.lexicon.load import load

NAMES = sorted(load("grammar"))


@pytest.mark.parametrize("name", NAMES)
def test_a_class_is_a_set_of_words_in_lower_case_each_written_once(name: str) -> None:
    written = load("grammar")[name]
    assert word_class(name) == set(written)
    assert len(word_class(name)) == len(written) > 0
    assert all(isinstance(word, str) and word == word.lower().strip() for word in written)


def test_an_unknown_class_is_an_error_and_no_empty_set() -> None:
    with pytest.raises(KeyError):
        word_class("adverbs_of_manner")


@pytest.mark.parametrize(
    ("name", "members", "others"),
    [
        ("media_nouns", {"newspaper", "radio", "agency"}, {"army", "hospital"}),
        ("contrasts", {"but", "while"}, {"and", "because"}),
        ("speaker_pronouns", {"he", "she", "they"}, {"haddad"}),
        ("locating", {"in", "near", "from"}, {"with", "by"}),
        ("located", {"province", "town", "district"}, {"army", "river bank"}),
    ],
)
def test_the_classes_that_reading_rests_on(name: str, members: set[str], others: set[str]) -> None:
    assert members <= word_class(name)
    assert not others & word_class(name)


def test_a_name_that_looks_like_a_person_needs_at_least_as_much_to_be_a_place() -> None:
    assert word_class("locating_strictly") < word_class("locating")
