"""Named bodies by any of their names."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.actors import by_name, find_named, is_media, named
from dateline.lexicon.countries import countries
from dateline.lexicon.load import load


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Kremlin", "Kremlin"),
        ("U.N.", "United Nations"),
        ("the UN's", "United Nations"),
        ("Daesh", "Islamic State"),
        ("the so-called Islamic State", "Islamic State"),
        ("“Islamic State”", "Islamic State"),
        ("Islamic State (IS)", "Islamic State"),
        ("al Qaeda", "al-Qaeda"),
        ("Al-Qaida", "al-Qaeda"),
        ("ISLAMIC STATE", "Islamic State"),
        ("International Committee of the Red Cross (ICRC)", "International Committee of the Red Cross"),
        ("U.S.-led coalition", "US-led coalition"),
        ("CPI (Maoist)", "CPI (Maoist)"),
        ("WHO", "World Health Organization"),
        ("who", None),
        ("is", None),
        ("Isis fighters", None),
        ("shining path", None),
        ("Wednesday", None),
        ("", None),
    ],
)
def test_a_whole_phrase_is_looked_up(words: str, name: str | None) -> None:
    actor = named(words)
    assert (actor.name if actor else None) == name


def test_country_and_sector_come_with_the_name() -> None:
    assert (by_name("Hamas").sector, by_name("Hamas").country) == ("REB", "PSE")
    assert (by_name("Reuters").sector, by_name("Reuters").country) == ("MED", None)
    assert by_name("Syrian Observatory for Human Rights").short == ("Observatory", "SOHR")
    with pytest.raises(KeyError):
        by_name("no such body")


def test_bodies_inside_a_phrase_keep_their_place_and_the_longest_wins() -> None:
    phrase = "UN Security Council members met a Hamas leader"
    found = find_named(phrase)
    assert [phrase[f.start : f.end] for f in found] == ["UN Security Council", "Hamas"]
    assert [f.actor.name for f in found] == ["UN Security Council", "Hamas"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Reuters", True),
        ("an AFP photographer", True),
        ("state television", True),
        ("the Interfax news agency", True),
        ("the Red Cross", False),
        ("a White House spokesman", False),
        ("villagers", False),
    ],
)
def test_outlets_and_their_staff_are_media(words: str, *, expected: bool) -> None:
    assert is_media(words) is expected


def test_each_alias_names_one_body_and_each_country_exists() -> None:
    rows = load("actors")
    names = [n for name, row in rows.items() for n in {name, *row.get("aliases", ()), *row.get("also", ())}]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert all(row.get("country") is None or row["country"] in countries() for row in rows.values())
    assert len(rows) > 300


@given(st.text(max_size=80))
def test_found_spans_lie_inside_the_phrase_in_order(phrase: str) -> None:
    found = find_named(phrase)
    assert all(0 <= f.start < f.end <= len(phrase) for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
