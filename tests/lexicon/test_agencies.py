"""Agencies: spellings of a credit, and that their names are those of the actors."""

from __future__ import annotations

import pytest

from dateline.lexicon.actors import named
from dateline.lexicon.agencies import UNNAMED, agencies, agency


@pytest.mark.parametrize(
    ("words", "name"),
    [("AP", "Associated Press"), ("REUTERS", "Reuters"),
     ("Agence France-Presse", "AFP"), ("dpa", "Deutsche Presse-Agentur"),
     ("Agencies", UNNAMED), (" AFP ", "AFP"), ("ap", None), ("The Post", None)],
)  # fmt: skip
def test_spellings(words: str, name: str | None) -> None:
    assert agency(words) == name


def test_an_agency_that_is_an_actor_has_the_actors_name() -> None:
    """One outlet may not be two origins because two lists call it by two names."""
    for name in set(agencies().names.values()) - {UNNAMED}:
        actor = named(name)
        assert actor is None or actor.name == name


def test_the_pattern_finds_whole_words_the_longest_first() -> None:
    assert [found[0] for found in agencies().pattern.finditer("APs, AFP; Xinhua News Agency, non-AP")] == [
        "AFP", "Xinhua News Agency",
    ]  # fmt: skip
