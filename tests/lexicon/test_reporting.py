"""Reporting words: which verbs and nouns report, and how far they vouch for what they report."""

from __future__ import annotations

import pytest

from dateline.lexicon.load import load
from dateline.lexicon.reporting import reporting
from dateline.model.codebook import HEDGES


@pytest.mark.parametrize("verb", ["say", "tell", "add", "claim", "warn", "deny", "accuse", "see", "confirm", "write"])
def test_verbs_that_report(verb: str) -> None:
    assert verb in reporting().verbs


@pytest.mark.parametrize("verb", ["kill", "shell", "flee", "meet", "walk", "refuse"])
def test_verbs_that_do_not(verb: str) -> None:
    assert verb not in reporting().verbs


@pytest.mark.parametrize(
    ("verb", "hedge"),
    [("claim", "alleged"), ("allege", "alleged"), ("accuse", "alleged"), ("confirm", "confirmed"),
     ("verify", "confirmed"), ("say", None), ("tell", None), ("announce", None)],
)  # fmt: skip
def test_how_far_a_verb_vouches_for_what_it_reports(verb: str, hedge: str | None) -> None:
    assert reporting().hedges.get(verb) == hedge


def test_hedges_are_the_codebooks_and_stand_on_reporting_verbs() -> None:
    assert set(reporting().hedges.values()) <= set(HEDGES)
    assert set(reporting().hedges) <= reporting().verbs


def test_whom_one_merely_speaks_to_is_no_outlet() -> None:
    """Reporters at a briefing relay nothing by themselves; a newspaper does."""
    assert {"reporter", "journalist", "parliament"} <= reporting().listener_only
    assert not {"newspaper", "radio", "television", "agency"} & reporting().listener_only


@pytest.mark.parametrize("name", [name for name, value in load("reporting").items() if isinstance(value, list)])
def test_each_word_is_written_once_and_in_lower_case(name: str) -> None:
    written = load("reporting")[name]
    assert len(set(written)) == len(written)
    assert all(isinstance(word, str) and word == word.lower() for word in written)


def test_a_verb_of_saying_is_no_act_of_its_own() -> None:
    assert not reporting().saying & reporting().act


@pytest.mark.parametrize(
    ("verb", "what"),
    [("say", True), ("condemn", True), ("plan", True), ("push", True), ("kill", False), ("walk", False)],
)
def test_verbs_that_attribute_anything(verb: str, *, what: bool) -> None:
    assert reporting().attributes(verb) == what


def test_what_is_only_thought_does_not_report() -> None:
    """A judgement or a plan makes nobody a source."""
    assert not {"condemn", "support", "plan", "refuse"} & reporting().verbs


def test_nouns_that_tell_are_of_one_kind() -> None:
    words = reporting()
    assert not words.private_nouns & (words.claim_nouns | words.nouns)
    assert words.cue_nouns == words.private_nouns | words.claim_nouns | words.nouns
