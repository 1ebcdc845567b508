"""One actor in one article has one name, whatever the words."""

from __future__ import annotations

import re

import pytest

from dateline.ground.actors import ActorResolver
from dateline.model.span import Span
from tests.ground.test_actors import in_text

SYRIA = (
    "DAMASCUS - President Bashar al-Assad spoke on Monday in Syria. The Syrian president promised elections. "
    "The army shelled Douma, Syrian activists said. The Syrian Relief Watch (SRW) counted the dead."
)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Bashar al-Assad", "Bashar al-Assad", "person"),
        ("The Syrian president", "Bashar al-Assad", "person"),
        ("The army", "Syrian Arab Army", "body"),
        ("DAMASCUS", "Syria", "state"),
        ("Syria", "Syria", "state"),
        ("Syrian activists", "Syrian activists", "group"),
        ("SRW", "Syrian Relief Watch", "body"),
        ("Syrian Relief Watch", "Syrian Relief Watch", "body"),
    ],
)
def test_titles_nouns_and_acronyms_lead_to_one_name(words: str, name: str, kind: str | None) -> None:
    actor = in_text(SYRIA if words != "Syria" else SYRIA[:61], words)
    assert (actor.name, actor.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Foreign Minister Ada Berg of Chad spoke. The foreign minister left.", "The foreign minister", "Ada Berg"),
        ("Minister Ada Berg and Minister Jan Lund met in Chad. The minister left.", "The minister", "minister"),
        ("Chad's regime fell in Chad. The government fled.", "The government", "Chadian government"),
        ("Iraq spoke. The Iraqi regime said no.", "The Iraqi regime", "Iraqi government"),
        ("Nigeria: Boko Haram attacked. The militant group left.", "The militant group", "Boko Haram"),
        ("Nigeria: Boko Haram gunmen attacked.", "Boko Haram gunmen", "Boko Haram"),
        ("Moscow and Kyiv talked.", "Kyiv", "Ukraine"),
    ],
)
def test_the_same_actor_has_the_same_name(text: str, words: str, name: str) -> None:
    assert in_text(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Russian and Syrian jets bombed Aleppo.", "Russian", "MIL"),
        ("Russian, Kurdish and Syrian army jets bombed Aleppo.", "Russian", "MIL"),
        ("Russian was spoken in the town.", "Russian", None),
    ],
)
def test_adjectives_share_the_noun_of_their_list(text: str, words: str, sector: str | None) -> None:
    actor = in_text(text, words)
    assert (actor.country, actor.sector) == ("RUS", sector)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Syrian air strikes hit Idlib.", "Syrian Arab Army", "MIL"),
        ("Syrian regime air strikes hit Idlib.", "Syrian Arab Army", "MIL"),
        ("Syrian rebel bombardment hit Idlib.", "Syrian", None),
        ("Syrian bread, air strikes and fear.", "Syrian", None),
    ],
)
def test_an_adjective_before_a_deed_of_forces_means_them(text: str, name: str, sector: str | None) -> None:
    actor = in_text(text, "Syrian")
    assert (actor.name, actor.country, actor.sector) == (name, "SYR", sector)


def test_an_office_in_a_states_own_release_is_its_own() -> None:
    text = "The Minister met envoys of Chad, Mali and Togo."
    assert in_text(text, "The Minister", publisher="UK Government").country == "GBR"
    assert in_text(text, "The Minister", publisher="Daily Planet").country is None


def test_places_in_and_around_the_words_give_the_country() -> None:
    text = "Chad, Mali and Chad spoke, so did Chad.\n\nResidents of Ghazna fled. Police came to Ghazna."
    ghazna = text.index("Ghazna")
    places = [(Span(at, at + 6), "SYR") for at in (ghazna, text.rindex("Ghazna"))]
    residents, police = Span(ghazna - 13, ghazna + 6), Span(text.index("Police"), text.index("Police") + 6)
    found = ActorResolver().resolve_article(text, [(residents, None), (police, None)], places=places)
    assert [actor.country for actor in found.values()] == ["SYR", "SYR"]
    assert found[residents].reason == "the country of the place that is named"


@pytest.mark.parametrize(
    ("second", "expected"),
    [("The army was in Ghazna.", "TCD"), ("The army of Chad was in Ghazna and Ghazna.", "TCD")],
)
def test_a_chance_place_or_one_beside_the_main_country_changes_nothing(second: str, expected: str) -> None:
    text = f"Chad spoke, Chad acted, Chad paid, Chad won, and Chad slept.\n\n{second}"
    places = [(Span(m.start(), m.end()), "SYR") for m in re.finditer("Ghazna", text)]
    army = Span(text.index("The army"), text.index("The army") + 8)
    assert ActorResolver().resolve_article(text, [(army, None)], places=places)[army].country == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chad and Mali: a Turkey-backed militia came.", "a Turkey-backed militia", None),
        ("Chad and Mali: a Britain-based monitor spoke.", "a Britain-based monitor", "GBR"),
        ("The Afghan commander Ada Masir fled to Mali. Masir's forces left Chad.", "Masir's forces", "AFG"),
    ],
)
def test_hyphens_and_owners_tell_the_country(text: str, words: str, expected: str | None) -> None:
    names = {"Turkey": "TUR", "Britain": "GBR", "Chad": "TCD", "Mali": "MLI"}
    places = [(Span(m.start(), m.end()), code) for name, code in names.items() for m in re.finditer(name, text)]
    where = Span(text.rindex(words), text.rindex(words) + len(words))
    assert ActorResolver().resolve_article(text, [(where, None)], places=places)[where].country == expected


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Fighters of the Islamic State of Iraq and the Levant left.",
            "the Levant",
            "Islamic State of Iraq and the Levant",
        ),
        ("The militant group Boko Haram left.", "The militant group Boko Haram", "Boko Haram"),
        ("The London-based monitor Airwars spoke.", "The London-based monitor Airwars", "London-based monitor Airwars"),
        ("The London-based Airwars spoke.", "The London-based Airwars", "Airwars"),
        ("The AFP photographer spoke.", "The AFP photographer", "AFP photographer"),
        ("The Resolution of the UN spoke.", "The Resolution", "Resolution"),
    ],
)
def test_words_around_a_known_name_do_not_change_it(text: str, words: str, name: str) -> None:
    assert in_text(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chad is at war in Chad. Turkey and its army left.", "its army", None),
        ("Chad is at war in Chad. Western diplomats left.", "Western diplomats", None),
        ("Chad is at war in Chad. Diplomats left.", "Diplomats", "TCD"),
    ],
)
def test_what_is_anothers_is_not_taken_for_the_articles_own(text: str, words: str, country: str | None) -> None:
    assert in_text(text, words).country == country


def test_a_place_is_no_person_and_outweighs_the_states_that_comment() -> None:
    text = "Russia spoke. Bombs fell on Ghazna. Residents fled."
    places = [(Span(28, 34), "SYR")]
    ghazna, residents = Span(28, 34), Span(36, 45)
    found = ActorResolver().resolve_article(text, [(ghazna, None), (residents, None)], places=places)
    assert (found[ghazna].country, found[ghazna].kind) == ("SYR", None)
    assert found[residents].country == "SYR"


def test_only_what_our_data_has_gets_an_id() -> None:
    assert in_text("They blamed Hamas.", "Hamas").id == "wikidata:Q38799"
    assert in_text("They blamed Jund al-Aqsa.", "Jund al-Aqsa").id is None


@pytest.mark.parametrize("words", [" ", "()", "’s", "-", "الجيش", "叛军", "ВСУ", "the the the", "(SDF)", "of"])
def test_odd_names_give_an_actor(words: str) -> None:
    whole = Span(0, len(words))
    assert isinstance(ActorResolver().resolve_article(words, [(whole, None)])[whole].name, str)


def test_very_long_lists_are_read() -> None:
    names = [f"General Name{n:05d}" for n in range(2000)]
    text = ", ".join(names)
    mentions = [(Span(at, at + 17), None) for at in range(0, 19 * len(names), 19)]
    found = ActorResolver().resolve_article(text, mentions)
    assert len({actor.name for actor in found.values()}) == len(names)
