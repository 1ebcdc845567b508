"""Common nouns for people and bodies."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.load import load
from dateline.lexicon.roles import Role, anaphor_sectors, join_sectors, modifier_sector, plural_of, role_of

SECTORS = set(
    "GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL IGO NGO ELI LEG AGR HLH LAB REL REF SET UAF UNK".split()  # noqa: SIM905
)


@pytest.mark.parametrize(
    ("words", "noun", "sector", "plural"),
    [
        ("soldier", "soldier", "MIL", False),
        ("Soldiers", "soldier", "MIL", True),
        ("two police officers", "police officer", "COP", True),
        ("aid workers", "aid worker", "NGO", True),
        ("factory workers", "factory worker", "LAB", True),
        ("the gunmen", "gunman", "UNK", True),
        ("policewomen", "policewoman", "COP", True),
        ("the army's", "army", "MIL", False),
        ("families", "family", "CVL", True),
        ("heads of state", "head of state", "GOV", True),
        ("women and children", "child", "CVL", True),
        ("news agencies", "news agency", "MED", True),
        ("Syrian opposition", "opposition", "OPP", False),
        ("people", "people", None, True),
    ],
)
def test_a_phrase_has_the_role_of_its_longest_known_ending(
    words: str, noun: str, sector: str | None, *, plural: bool
) -> None:
    role = role_of(words)
    assert role is not None
    assert (role.noun, role.sector, role.plural) == (noun, sector, plural)


@pytest.mark.parametrize("words", ["", "bread", "quickly", "  ", "…", "ceasefire"])
def test_other_words_have_no_role(words: str) -> None:
    assert role_of(words) is None


def test_roles_tell_people_from_bodies_victims_media_and_documents() -> None:
    def traits(word: str) -> tuple[bool, bool, bool, bool, bool]:
        role = role_of(word) or Role("")
        return role.person, role.collective, role.civ, role.media, role.source

    assert traits("villagers") == (True, False, True, False, False)
    assert traits("battalion") == (False, True, False, False, False)
    assert traits("newspaper") == (False, True, False, True, False)
    assert traits("statement") == (False, False, False, False, True)
    assert traits("crowd") == (True, True, True, False, False)


@pytest.mark.parametrize(
    ("modifier", "noun", "sector"),
    [
        ("rebel", "commander", "REB"),
        ("government", "forces", "MIL"),
        ("opposition", "fighters", "REB"),
        ("army", "spokesman", "MIL"),
        ("civilian", "leader", "CVL"),
        ("government", "villagers", "CVL"),
        (None, "spokesman", "GOV"),
    ],
)
def test_a_word_before_a_weak_noun_decides_its_sector(modifier: str | None, noun: str, sector: str) -> None:
    role = role_of(noun)
    assert role is not None
    assert join_sectors(modifier_sector(modifier) if modifier else None, role) == sector


def test_groups_point_back_to_bodies_and_people_do_not() -> None:
    assert "REB" in anaphor_sectors("group")
    assert anaphor_sectors("villager") == frozenset()


@pytest.mark.parametrize(
    ("noun", "plural"), [("army", "armies"), ("coach", "coaches"), ("boy", "boys"), ("aid worker", "aid workers")]
)
def test_plurals_are_made_by_spelling(noun: str, plural: str) -> None:
    assert plural_of(noun, {}) == plural


def test_the_list_names_each_noun_once_and_only_known_sectors() -> None:
    groups = load("roles")["groups"]
    counts = Counter(noun for group in groups for noun in group["nouns"])
    assert [noun for noun, count in counts.items() if count > 1] == []
    assert {group["sector"] for group in groups if "sector" in group} <= SECTORS
    assert all(noun == noun.casefold().strip() for noun in counts)


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    role = role_of(text)
    assert role is None or role.noun
