"""Countries by name and demonym."""

from __future__ import annotations

import pycountry
import pytest

from dateline.lexicon.countries import countries, country, country_by_demonym, country_by_name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Syria", "SYR"),
        ("SYRIA", "SYR"),
        ("syria", None),
        ("US", "USA"),
        ("us", None),
        ("Us", None),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("the UK", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DRC", "COD"),
        ("DR Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("CAR", "CAF"),
        ("Car", None),
        ("Soviet Union", "RUS"),
        ("Kosovo", "XKX"),
        ("Türkiye", "TUR"),
        ("The Gambia", "GMB"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_names_and_abbreviations_give_a_code_as_written(words: str, expected: str | None) -> None:
    assert country_by_name(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Syrian", "SYR"),
        ("Syrians", "SYR"),
        ("Iraqi", "IRQ"),
        ("Filipino", "PHL"),
        ("Filipinos", "PHL"),
        ("Philippines", None),
        ("Germans", "DEU"),
        ("Frenchmen", "FRA"),
        ("Polish", "POL"),
        ("polish", None),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("North Korean", "PRK"),
        ("Kurdish", None),
    ],
)
def test_demonyms_give_the_code_of_their_country(words: str, expected: str | None) -> None:
    assert country_by_demonym(words) == expected


def test_every_iso_country_is_listed() -> None:
    assert {c.alpha_3 for c in pycountry.countries} <= set(countries())


def test_points_lie_on_the_globe_and_radii_are_positive() -> None:
    bad = [c.alpha3 for c in countries().values() if not (abs(c.lat) <= 90 and abs(c.lon) <= 180 and c.radius_km > 0)]
    assert bad == []


def test_no_name_or_demonym_belongs_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for entry in countries().values():
        for form in (*entry.names, *entry.demonyms):
            owners.setdefault(form, set()).add(entry.alpha3)
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


def test_a_country_has_its_point_and_capital() -> None:
    syria = country("SYR")
    assert (syria.lat, syria.lon, syria.capital, syria.names[0]) == (35.0, 38.5, "Damascus", "Syria")


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        country("XYZ")
