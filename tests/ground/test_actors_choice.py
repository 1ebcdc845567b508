"""Names that several bodies share or that changed: the article and its day decide, and say why."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from dateline.ground.actors_choice import Evidence, choose
from dateline.lexicon.actors import readings
from tests.ground.test_actors import in_text

KOBANE = "Syria and Turkey traded blame. Fighters of the SDF entered a village in Syria on Monday."
TOKYO = "Japan sent help. Troops of the SDF reached the Japanese island."


@pytest.mark.parametrize(
    ("text", "words", "day", "expected"),
    [
        ("Syria is at war. The SDF took a village in Syria.", "SDF", "2018-05-01", ("Syrian Democratic Forces", "SYR")),
        ("Japan sent help. The SDF reached a Japanese island.", "SDF", "2018-05-01", ("Self-Defense Forces", "JPN")),
        ("Japan and Syria met. The SDF was on the list.", "SDF", "2018-05-01", ("SDF", None)),
        ("Syria is at war. The SDF took a village in Syria.", "SDF", "2011-05-01", ("SDF", None)),
        ("In Sudan, the RSF shelled a camp.", "RSF", "2024-05-01", ("Rapid Support Forces", "SDN")),
        ("In Sudan, the RSF protested.", "RSF", "2008-05-01", ("Reporters Without Borders", None)),
        (
            "Reporters Without Borders said so. In Sudan, the RSF spoke.",
            "RSF",
            None,
            ("Reporters Without Borders", None),
        ),
        ("Peru and Chile spoke of the KIA.", "KIA", None, ("Kachin Independence Army", "MMR")),
        ("Peru and Chile spoke of the GNA.", "GNA", None, ("GNA", None)),
        ("The Sudan Defence Fund (SDF) met. Later the SDF left.", "SDF", None, ("Sudan Defence Fund", "SDN")),
    ],
)
def test_a_shared_name_is_settled_by_the_article(
    text: str, words: str, day: str | None, expected: tuple[str, str | None]
) -> None:
    actor = in_text(text, words, published=day)
    assert (actor.name, actor.country) == expected


@pytest.mark.parametrize(("country", "code"), [("Syria", "SYR"), ("Iraq", "IRQ")])
def test_the_reason_names_the_country_that_the_article_speaks_of(country: str, code: str) -> None:
    actor = in_text(f"{country} is at war. The SDF took a village in {country}.", "SDF", published="2018-05-01")
    assert (actor.name, actor.reason) == ("Syrian Democratic Forces", f"the article speaks most of {code}")


def test_what_stays_open_says_what_it_could_be() -> None:
    actor = in_text("Japan and Syria met. The SDF was on the list.", "SDF", published="2018-05-01")
    assert actor.reason == "could be Syrian Democratic Forces or Self-Defense Forces"
    assert (actor.sector, actor.country) == (None, None)


def test_words_around_a_shared_name_follow_it() -> None:
    assert in_text(KOBANE, "Fighters of the SDF").country == "SYR"
    assert in_text(TOKYO, "Troops of the SDF").country == "JPN"


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("Nusra Front", "2015-03-01", "Jabhat al-Nusra"),
        ("Nusra Front", "2016-09-01", "Jabhat Fateh al-Sham"),
        ("Nusra Front", "2019-03-01", "Hayat Tahrir al-Sham"),
        ("Nusra Front", None, "Jabhat al-Nusra"),
        ("ISIS", "2013-09-01", "Islamic State of Iraq and the Levant"),
        ("ISIS", "2015-09-01", "Islamic State"),
        ("AMISOM", "2023-01-01", "ATMIS"),
        ("the OAU", "2003-01-01", "African Union"),
        ("the African Union", "1999-01-01", "OAU"),
    ],
)
def test_a_body_has_the_name_of_the_day(words: str, day: str | None, name: str) -> None:
    assert in_text(f"Observers spoke of {words}.", words, published=day).name == name


@pytest.mark.parametrize(
    ("words", "day", "sector"),
    [
        ("the Taliban", "2015-01-01", "REB"),
        ("the Taliban", "2022-01-01", "GOV"),
        ("the Rapid Support Forces", "2019-06-03", "MIL"),
        ("the Rapid Support Forces", "2023-06-03", "REB"),
    ],
)
def test_a_body_is_what_it_was_on_the_day(words: str, day: str, sector: str) -> None:
    assert in_text(f"They blamed {words}.", words, published=day).sector == sector


def test_nothing_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to choose"):
        choose("SDF", (), Evidence(frozenset(), Counter()))


def test_a_body_younger_than_the_article_is_not_meant() -> None:
    found = readings("Azov Battalion")
    assert choose("Azov Battalion", found, Evidence(frozenset(), Counter(), date(2010, 1, 1)))[0] is None
    assert choose("Azov Battalion", found, Evidence(frozenset(), Counter(), date(2020, 1, 1)))[0] == found[0]
