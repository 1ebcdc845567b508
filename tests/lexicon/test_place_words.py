"""Words of place."""

from __future__ import annotations

import pytest

from dateline.lexicon.countries import countries
from dateline.lexicon.place_words import kinds_of_place, place_words, region_by_name, regions


@pytest.mark.parametrize(
    ("words", "degrees"),
    [
        ("north", 0),
        ("northern", 0),
        ("north-east", 45),
        ("northeastern", 45),
        ("south west", 225),
        ("south-western", 225),
        ("westernmost", 270),
    ],
)
def test_compass_words_are_known_in_their_spellings(words: str, degrees: float) -> None:
    assert place_words().compass[words] == degrees


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("the Gaza Strip", "PSE"),
        ("Donbass", "UKR"),
        ("Eastern Ghouta", "SYR"),
        ("the Sahel", None),
        ("Mount Sinjar", "IRQ"),
        ("Mt. Sinjar", "IRQ"),
    ],
)
def test_regions_are_found_with_their_country(words: str, country: str | None) -> None:
    region = region_by_name(words)
    assert region is not None
    assert region.country == country


@pytest.mark.parametrize("words", ["gulf", "the gulf", "Nowhere Plains", ""])
def test_other_words_are_no_region(words: str) -> None:
    assert region_by_name(words) is None


def test_regions_lie_on_the_globe_in_known_countries() -> None:
    rows = set(regions().values())
    assert all(abs(r.lat) <= 90 and abs(r.lon) <= 180 and r.radius_km > 0 for r in rows)
    assert {r.country for r in rows if r.country} <= set(countries())


@pytest.mark.parametrize("word", ["hospital", "old city", "northern", "kurdish", "province", "suburb"])
def test_kinds_and_peoples_are_no_names(word: str) -> None:
    assert word in kinds_of_place()


def test_transliterated_countries_are_known() -> None:
    assert place_words().transliterated <= set(countries())
