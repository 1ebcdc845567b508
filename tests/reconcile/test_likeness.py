"""How alike two texts are by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.likeness import Wording, likeness, marked_words, score

BASE = "Shells hit the bakery of Deir Sahl on Monday, killing 17 people."
# The first of each pair is more like BASE than the second.
CLOSER = [
    ("Seventeen were killed when the bakery in Deir Sahl was hit by shelling.", "Shells hit a school, killing people."),
    ("Shelling in Deir Sahl", "Shelling on Monday"),
    ("Deir Sahl mourned 17 people.", "Deir Sahl mourned 40 people."),
    ("The dead of Deir Sahl", "The dead people of Monday"),
]


def _like(one: str, other: str) -> float:
    return score(Wording.of(one), Wording.of(other))


@pytest.mark.parametrize(("closer", "farther"), CLOSER)
def test_names_numbers_and_rare_words_count_more(closer: str, farther: str) -> None:
    assert _like(BASE, closer) > _like(BASE, farther)


def test_forms_of_a_word_meet() -> None:
    assert _like("gunmen abducted nurses", "gunmen abduct a nurse") == pytest.approx(1)


def test_a_name_weighs_more_than_the_same_word_without_its_capital() -> None:
    assert _like("the town of Qarrah", "they reached Qarrah") > _like("the town of qarrah", "they reached qarrah")


@pytest.mark.parametrize("text", ["", "the and of", "…"])
def test_a_text_without_telling_words_is_like_nothing(text: str) -> None:
    assert _like(text, BASE) == 0
    assert likeness(Wording.of(text), Wording.of(text)).shared == ()


def test_it_says_which_telling_words_are_shared() -> None:
    found = likeness(Wording.of(BASE), Wording.of("In Deir Sahl 17 people died on Monday at the bakery."))
    assert found.shared == ("bakery", "Deir", "Sahl", "17")


@given(st.text(), st.text())
def test_it_is_the_same_both_ways_and_between_0_and_1(one: str, other: str) -> None:
    assert _like(one, other) == _like(other, one)
    assert 0 <= _like(one, other) <= 1 + 1e-9
    assert likeness(Wording.of(one), Wording.of(other)).score == _like(one, other)


@given(st.text(alphabet="abcdefgh XYZ."), st.integers(2, 3))
def test_a_text_is_most_like_itself_however_often_it_is_said(text: str, times: int) -> None:
    alike = _like(text, " ".join([text] * times))
    assert alike == 0 or alike > 0.8


def test_kept_words_mark_names_and_leave_out_what_weighs_nothing() -> None:
    assert list(marked_words("the bakery of Deir Sahl")) == ["bakery", "=Deir", "=Sahl"]


@given(st.text())
def test_kept_words_stand_for_their_text(text: str) -> None:
    assert Wording.of_marked(marked_words(text)) == Wording.of(text)
