"""Who a mention names, alone and in its article."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ground.actors import ActorResolver
from dateline.ground.actors_phrase import country_in
from dateline.model.grounded import Actor
from dateline.model.span import Span

Who = tuple[str, str | None, str | None]
ARTICLE = (
    "KHARTOUM - Sudan's army said on Monday that it had lost a base in Darfur. Residents of the Sudanese town fled, "
    "the Sudan Relief Monitor (SRM) said. Gen. Idris Bakri blamed foreign fighters. “We will return,” Bakri said. "
    "Lena Hartwig, the UN envoy for Sudan, urged the army to let aid in. Hartwig met the Egyptian ambassador. "
    "The SRM counted 12 dead. The Syrian Observatory for Human Rights made no comment; the Observatory watches Syria. "
    "Boko Haram was not involved. The group had denied it."
)


def span(words: str, *, last: bool = False) -> Span:
    at = ARTICLE.rindex(words) if last else ARTICLE.index(words)
    return Span(at, at + len(words))


def resolve(words: str, *, last: bool = False, antecedent: Span | None = None) -> Actor:
    where = span(words, last=last)
    return ActorResolver().resolve_article(ARTICLE, [(where, antecedent)])[where]


def said(actor: Actor) -> Who:
    return (actor.name, actor.country, actor.sector)


def in_text(text: str, words: str, *, published: str | None = None, publisher: str | None = None) -> Actor:
    """The actor of the last standing of `words` in a text."""
    where = Span(text.rindex(words), text.rindex(words) + len(words))
    day = date.fromisoformat(published) if published else None
    return ActorResolver().resolve_article(text, [(where, None)], published=day, publisher=publisher)[where]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Russia", ("Russia", "RUS", "GOV")),
        ("the U.S.", ("United States", "USA", "GOV")),
        ("Beijing", ("China", "CHN", "GOV")),
        ("the Syrian rebels", ("Syrian rebels", "SYR", "REB")),
        ("Iraqi government forces", ("Iraqi government forces", "IRQ", "MIL")),
        ("US Secretary of State Ada Berg", ("Ada Berg", "USA", "GOV")),
        ("the Iraqi envoy for Syria, Ada Berg", ("Ada Berg", "IRQ", "GOV")),
        ("Gen. Ada Berg, the French commander", ("Ada Berg", "FRA", "MIL")),
        ("President Vladimir Putin", ("Vladimir Putin", "RUS", "GOV")),
        ("Assad's forces", ("Assad's forces", "SYR", "MIL")),
        ("the so-called Islamic State (IS)", ("Islamic State", None, "REB")),
        ("a UN spokesman in Geneva", ("UN spokesman in Geneva", None, "IGO")),
        ("an AFP photographer", ("AFP photographer", None, "MED")),
        (
            "head of the Syrian Observatory for Human Rights",
            ("head of the Syrian Observatory for Human Rights", "GBR", "NGO"),
        ),
        ("members of the Free Syrian Army", ("members of the Free Syrian Army", "SYR", "REB")),
        ("Boko Haram militants", ("Boko Haram", "NGA", "REB")),
        ("the country’s rival China", ("China", "CHN", "GOV")),
        ("the UK's", ("United Kingdom", "GBR", "GOV")),
        ("Dagestan's leader", ("Dagestan's leader", None, None)),
        ("the French leader", ("French leader", "FRA", "GOV")),
        ("20 people", ("people", None, "CVL")),
        ("the Syrian people", ("Syrian people", "SYR", "CVL")),
        ("a spokesman for the rebels", ("spokesman for the rebels", None, "REB")),
        ("hundreds of villagers", ("hundreds of villagers", None, "CVL")),
        ("the Turkey-backed rebels", ("Turkey-backed rebels", None, "REB")),
        ("troops loyal to the president", ("troops loyal to the president", None, "MIL")),
        ("gunmen", ("gunmen", None, "UNK")),
        ("a truck", ("truck", None, None)),
    ],
)
def test_the_words_alone_tell_name_country_and_sector(words: str, expected: Who) -> None:
    whole = Span(0, len(words))
    assert said(ActorResolver(use_dominant=False).resolve_article(words, [(whole, None)])[whole]) == expected


def test_actors_without_a_country_take_the_articles_own() -> None:
    assert said(resolve("Residents of the Sudanese town")) == ("Residents of the Sudanese town", "SDN", "CVL")
    assert resolve("the army").country == "SDN"


def test_bodies_of_no_state_and_foreign_fighters_take_none() -> None:
    assert said(resolve("foreign fighters")) == ("foreign fighters", None, "REB")
    assert said(resolve("the Observatory")) == ("Syrian Observatory for Human Rights", "GBR", "NGO")


def test_a_surname_is_the_person_introduced_elsewhere() -> None:
    assert said(resolve("Bakri", last=True)) == ("Idris Bakri", None, "MIL")
    assert said(resolve("Hartwig", last=True)) == ("Lena Hartwig", None, "IGO")


def test_an_acronym_in_brackets_stands_for_the_long_name() -> None:
    assert said(resolve("SRM", last=True)) == ("Sudan Relief Monitor", "SDN", "NGO")


def test_the_group_is_the_last_armed_group_named_before_it() -> None:
    assert said(resolve("The group")) == ("Boko Haram", "NGA", "REB")


def test_a_pronoun_is_its_antecedent_or_nobody() -> None:
    assert said(resolve("We", antecedent=span("Gen. Idris Bakri"))) == ("Idris Bakri", None, "MIL")
    assert said(resolve("We")) == ("We", None, None)


def test_places_of_the_article_weigh_in() -> None:
    text = "The army shelled Aleppo and Homs, a Turkish paper reported."
    army = Span(0, 8)
    resolver = ActorResolver()
    assert (
        resolver.resolve_article(text, [(army, None)], places=[(Span(17, 23), "SYR"), (Span(28, 32), "SYR")])[
            army
        ].country
        == "SYR"
    )
    assert ActorResolver(use_dominant=False).resolve_article(text, [(army, None)])[army].country is None


def test_a_span_past_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="reaches past"):
        ActorResolver().resolve_article("short", [(Span(0, 50), None)])


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Syrias army", "SYR"),
        ("the Iran-backed militia", None),
        ("the army of Chad", "TCD"),
        ("us", None),
        ("US jets", "USA"),
    ],
)
def test_countries_are_found_in_words(words: str, country: str | None) -> None:
    assert country_in(words) == country


@given(st.text(max_size=120), st.integers(0, 100), st.integers(1, 20))
def test_any_span_of_any_text_gives_an_actor_with_a_name(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    where = Span(start, start + length)
    assert isinstance(ActorResolver().resolve_article(text, [(where, None)])[where].name, str)
