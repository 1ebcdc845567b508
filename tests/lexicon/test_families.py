"""Families of claims: which can tell of one thing, which ways of doing go together, which attack is another one."""

from __future__ import annotations

import pytest

from dateline.lexicon.families import family_of, modes_agree, stands_alone, tells_of_another
from dateline.lexicon.load import load
from dateline.model.codebook import EVENTS, MODES

FAMILIES = [
    ("ASSAULT", "aerial", "struck", "attack"),
    ("CONDITION", "damaged", "damaged", "attack"),
    ("CONDITION", "shortage", "lack", "CONDITION"),
    ("ASSAULT", None, "fighting", "fighting"),
    ("COERCE", "arrest", "arrested", "detention"),
    ("PROTEST", "demo", "marched", "PROTEST"),
]


@pytest.mark.parametrize(("event", "mode", "trigger", "family"), FAMILIES)
def test_family(event: str, mode: str | None, trigger: str, family: str) -> None:
    assert family_of(event, mode, trigger) == family


AGREE = [
    ("aerial", "aerial", True),
    ("aerial", "drone", True),
    ("aerial", "abduct", False),
    ("firearms", "heavy-weapons", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREE)
def test_modes(one: str, other: str, expected: bool) -> None:  # noqa: FBT001 (a case's outcome)
    assert modes_agree(one, other) is expected
    assert modes_agree(other, one) is expected


def test_the_lists_name_what_the_codebook_has() -> None:
    data = load("families")
    modes = {mode for of_type in MODES.values() for mode in of_type}
    assert {mode for line in data["modes"] for mode in line} <= modes
    for members in data["families"].values():
        for member in members:
            event, _, mode = member.partition(" ")
            assert event in EVENTS
            assert not mode or mode in MODES[event]


def test_statements_stand_alone() -> None:
    assert stands_alone("STATEMENT")
    assert not stands_alone("attack")


ANOTHER = [
    ("A second air strike hit the school", True),
    ("A separate raid killed six", True),
    ("One strike hit the school", False),
    ("The second day of those strikes", False),
    ("Another 30 people were wounded", False),
]


@pytest.mark.parametrize(("words", "expected"), ANOTHER)
def test_words_of_another_attack(words: str, expected: bool) -> None:  # noqa: FBT001 (a case's outcome)
    assert tells_of_another(words) is expected
