"""Words that give a number of people its measure."""

from __future__ import annotations

import pytest

from dateline.lexicon.measures import form_of, measure_words, unglued
from dateline.model.codebook import MEASURES, MODES

FORMS = [
    ("killed", ("kill", "past")),
    ("Kills", ("kill", "present")),
    ("slain", ("slay", "past")),
    ("fled", ("flee", "past")),
    ("dying", ("die", "gerund")),
    ("trapping", ("trap", "gerund")),
    ("evacuates", ("evacuate", "present")),
    ("uprootednearly", ("uproot", "past")),
    ("fledJuba", ("flee", "past")),
    ("sang", None),
    ("", None),
]
GLUED = [
    ("peoplesince", "people"),
    ("familieswere", "families"),
    ("people,37", "people"),
    ("hadabducted", "abducted"),
    ("People", "people"),
    ("information", "information"),
    ("", ""),
]


@pytest.mark.parametrize(("word", "wanted"), FORMS)
def test_a_written_verb_has_its_lemma_and_kind(word: str, wanted: tuple[str, str] | None) -> None:
    assert form_of(word) == wanted


@pytest.mark.parametrize(("word", "wanted"), GLUED)
def test_a_word_is_freed_of_what_a_lost_blank_ran_into_it(word: str, wanted: str) -> None:
    assert unglued(word) == wanted


def test_every_measure_says_which_claim_tells_it() -> None:
    claims = measure_words().claims
    assert set(claims) == set(MEASURES)
    assert all(telling.mode in {None, *MODES[telling.event]} for telling in claims.values())


def test_a_figure_of_fighters_makes_no_claim_of_its_own() -> None:
    claims = measure_words().claims
    assert [measure for measure, telling in claims.items() if not telling.alone] == ["fighters", "share"]


def test_no_casualties_says_that_nobody_was_killed_and_nobody_injured() -> None:
    assert measure_words().nobody["casualty"] == ("killed", "injured")
    assert measure_words().nobody["death"] == ("killed",)
