"""Titles and holders of public office."""

from __future__ import annotations

import pytest

from dateline.lexicon.countries import countries
from dateline.lexicon.load import load
from dateline.lexicon.persons import assumed_country, holder, is_courtesy, title_at


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Putin", "Vladimir Putin", "RUS"),
        ("Vladimir  Putin", "Vladimir Putin", "RUS"),
        ("al-Assad", "Bashar al-Assad", "SYR"),
        ("Guterres", "Antonio Guterres", None),
        ("Castro", "Castro", "CUB"),
    ],
)
def test_an_office_holder_is_known_by_short_and_full_name(words: str, name: str, country: str | None) -> None:
    found = holder(words)
    assert found is not None
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize("words", ["putin", "Smith", "", "Putin said"])
def test_other_words_are_no_office_holder(words: str) -> None:
    assert holder(words) is None


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("Lt. Gen. Ada Berg", 0, ("MIL", 2)),
        ("Gen. Ada Berg", 0, ("MIL", 1)),
        ("the Foreign Minister Ada Berg", 1, ("GOV", 2)),
        ("Ada Berg", 0, None),
    ],
)
def test_the_longest_title_at_a_place_is_found(words: str, at: int, expected: tuple[str, int] | None) -> None:
    assert title_at(words.split(), at) == expected


def test_courtesies_are_no_titles() -> None:
    assert is_courtesy("Mr.")
    assert not is_courtesy("General")


def test_an_office_of_one_state_is_assumed_to_be_its_own() -> None:
    assert assumed_country("Foreign Secretary Ada Berg") == "GBR"
    assert assumed_country("the minister") is None


def test_a_name_means_one_person_and_countries_exist() -> None:
    holders = load("persons")["holders"]
    forms = [form for key, row in holders.items() for form in {key, *row.get("full", ())}]
    assert len(forms) == len(set(forms))
    assert all(row.get("country") is None or row["country"] in countries() for row in holders.values())
