"""Other spellings of place names: data of our own, tried only where a name has no exact match."""

from __future__ import annotations

import pytest

from dateline.lexicon.countries import countries
from dateline.lexicon.load import load
from dateline.lexicon.place_spellings import former_name, other_spellings
from dateline.text.fold import fold_name


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("Tel Abyad", "tall abyad"),
        ("Ain al-Zuhur", "ayn al zuhur"),
        ("Deir Sahl", "dayr sahl"),
        ("Kafarsahl", "kafr sahl"),
        ("Alzuhur", "al zuhur"),
        ("Umm Alzuhur", "umm al zuhur"),
        ("Sahlivska", "sahliv"),
        ("Sahlovsky", "sahlov"),
        ("Sahletska", "sahletsk"),
        ("Ouadi Sahl", "wadi sahl"),
    ],
)
def test_a_name_is_tried_in_other_spellings(written: str, spelling: str) -> None:
    assert spelling in other_spellings(written)


@pytest.mark.parametrize("written", ["Oxford", "Sahl", "Tel", "Alma", "Sky", "", "ʿ"])
def test_other_names_have_no_other_spelling(written: str) -> None:
    assert other_spellings(written) == ()


@pytest.mark.parametrize("written", ["Tel Abyad", "Kafarsahl", "Umm Alzuhur al-Tahta"])
def test_there_are_few_and_each_is_another_one(written: str) -> None:
    found = other_spellings(written)
    assert len(set(found)) == len(found) < 20
    assert fold_name(written) not in found


def test_a_former_name_stands_for_one_place() -> None:
    found = former_name("ujung pandang")
    assert found is not None
    assert (found.name, found.country) == ("Makassar", "IDN")
    assert former_name("Makassar") is None


def test_the_data_keep_their_rules() -> None:
    raw = load("place_spellings")
    words = [word for group in raw["elements"] for word in group]
    assert len(words) == len(set(words))
    assert all(word == fold_name(word) for word in words)
    assert {country for _, country in raw["old"].values()} <= set(countries())
