"""Named bodies by any of their names."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.actors import by_name, existed, find_named, is_media, is_unsure, named, on_day, readings
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


def rows() -> dict[str, dict[str, Any]]:
    return {**load("actors"), **load("actors_armed")}


def test_each_alias_names_one_body_unless_it_is_said_to_be_shared() -> None:
    own = Counter(
        form
        for name, row in rows().items()
        for form in {name, *row.get("aliases", ()), *row.get("also", ()), *row.get("unsure", ())}
    )
    assert [form for form, count in own.items() if count > 1] == []
    for name, row in rows().items():
        for form in row.get("shared", ()):
            assert len(readings(form)) > 1, f"{name} shares {form} with nobody"


def test_each_row_holds_what_the_rules_allow() -> None:
    keys = {"sector", "country", "areas", "aliases", "short", "also", "unsure", "shared", "since", "until", "then"}
    for name, row in rows().items():
        assert row.keys() <= keys | {"earlier", "wikidata"}, name
        assert {code for code in (row.get("country"), *row.get("areas", ())) if code} <= countries().keys(), name
        assert re.fullmatch(r"[A-Z]{3}", row["sector"]), name
        assert re.fullmatch(r"Q[1-9]\d*", row.get("wikidata", "Q1")), name
        assert "then" not in row or by_name(row["then"]).since == row["until"], name
    assert len(rows()) > 1000


@pytest.mark.parametrize(
    "word", ["the Atlantic", "Economist", "Independence", "Sentry", "Model", "fact", "Morena", "raw"]
)
def test_common_words_name_nobody(word: str) -> None:
    assert named(word) is None


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("FARDC", "COD"),
        ("UPDF", "UGA"),
        ("the Syrian army", "SYR"),
        ("Israeli military", "ISR"),
        ("the Malian army", "MLI"),
        ("JNIM", "MLI"),
        ("Kamwina Nsapu", "COD"),
        ("the White Army", "SSD"),
        ("Wagner mercenaries", "RUS"),
        ("Gulf Clan", "COL"),
        ("Arakan Army", "MMR"),
        ("Hizb-ul-Mujahideen", "IND"),
        ("Radio Tamazuj", "SSD"),
        ("UNMISS", None),
        ("Airwars", "GBR"),
        ("Médecins Sans Frontières", None),
    ],
)
def test_bodies_all_over_the_world_are_known(words: str, country: str | None) -> None:
    actor = named(words)
    assert actor is not None
    assert actor.country == country


def test_a_shared_name_gives_all_its_bodies() -> None:
    assert {a.name for a in readings("the SLA")} >= {"South Lebanon Army", "Sri Lanka Army"}
    assert is_unsure("the SDF", by_name("Syrian Democratic Forces"))
    assert not is_unsure("Syrian Democratic Forces", by_name("Syrian Democratic Forces"))
    assert readings("nobody at all") == ()


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("SPLA", "2018-10-01", "SPLA"),
        ("SPLA", "2018-10-02", "SSPDF"),
        ("Islamic State", "2007-01-01", "Islamic State of Iraq"),
        ("Al-Qaeda in Iraq", "2020-01-01", "Islamic State"),
        ("Hamas", "2020-01-01", "Hamas"),
        ("SPLA", None, "SPLA"),
    ],
)
def test_names_follow_the_day(name: str, day: str | None, expected: str) -> None:
    assert on_day(by_name(name), date.fromisoformat(day) if day else None).name == expected


def test_a_body_is_there_from_its_founding_or_that_of_its_forerunner() -> None:
    assert existed(by_name("Hayat Tahrir al-Sham"), date(2014, 1, 1))
    assert not existed(by_name("Hayat Tahrir al-Sham"), date(2010, 1, 1))
    assert existed(by_name("Hayat Tahrir al-Sham"), None)


@given(st.text(max_size=80))
def test_found_spans_lie_inside_the_phrase_in_order(phrase: str) -> None:
    found = find_named(phrase)
    assert all(0 <= f.start < f.end <= len(phrase) for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
