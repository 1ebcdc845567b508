"""Mentions: names, with places that the tagger takes for people or groups set right by the gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from dateline.annotate.mentions import find_mentions
from dateline.model.annotation import Token
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]
Kinds = Callable[[str], list[tuple[str, str]]]
Relabelled = Callable[[str, str, str], list[tuple[str, str]]]

GAZETTEER = {
    "Qarrah",
    "Deir Sahl",
    "Bab al-Nour",
    "Tal Rifa",
    "Houla",
    "Homs",
    "Mosul",
    "Idlib",
    "IS",
    "SDF",
    "Hassan",
    "QARRAH",
}


@pytest.fixture
def mentions(parse: Parse) -> Kinds:
    """A text to its mentions with their kinds, by a gazetteer of a few names."""

    def found(text: str) -> list[tuple[str, str]]:
        sentences = [tree.sentence for tree in parse(text)]
        return [(each.span.of(text), each.kind) for each in find_mentions(sentences, GAZETTEER.__contains__)]

    return found


@pytest.fixture
def relabelled(parse: Parse) -> Relabelled:
    """Text, a name and the label that the tagger gives it in the last sentence, to the mentions."""

    def found(text: str, name: str, label: str) -> list[tuple[str, str]]:
        def told(token: Token) -> Token:
            return replace(token, ent=label if token.text == name else token.ent)

        read = [tree.sentence for tree in parse(text)]
        sentences = [*read[:-1], replace(read[-1], tokens=tuple(map(told, read[-1].tokens)))]
        return [(each.span.of(text), each.kind) for each in find_mentions(sentences, GAZETTEER.__contains__)]

    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell in Qarrah on Monday.", "Qarrah"),
        ("Shells fell near Qarrah on Monday.", "Qarrah"),
        ("Clashes broke out in Bab al-Nour.", "Bab al-Nour"),
        ("The town of Tal Rifa fell.", "Tal Rifa"),
        ("Tal Rifa district was shelled.", "Tal Rifa"),
        ("Troops pushed into Deir Sahl.", "Deir Sahl"),
        ("Families fled from the Deir Sahl area.", "Deir Sahl"),
        ("The Qarrah countryside was quiet.", "Qarrah"),
    ],
)
def test_a_name_that_stands_as_a_place_and_is_known_is_one(mentions: Kinds, text: str, name: str) -> None:
    assert (name, "GPE") in mentions(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Omar Haddad spoke in Zurmatan.", "Omar Haddad"),  # no gazetteer has the place
        ("Hassan said troops had left.", "Hassan"),  # a town too, but nothing says so here
        ("Soldiers killed Hassan at dawn.", "Hassan"),
    ],
)
def test_a_person_stays_one(mentions: Kinds, text: str, name: str) -> None:
    assert (name, "PERSON") in mentions(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Fighters from IS left the village.", "IS"), ("Aid came from the SDF on Monday.", "SDF")],
)
def test_an_armed_group_is_no_town_of_the_same_name(mentions: Kinds, text: str, name: str) -> None:
    """Acronyms of groups are names of places somewhere too."""
    assert (name, "GPE") not in mentions(text)


@pytest.mark.parametrize(
    "text", ["The Taliban entered Kabul.", "Hezbollah fighters left Kabul.", "The PKK left Kabul."]
)
def test_an_armed_group_is_no_place_whatever_the_tagger_says(mentions: Kinds, text: str) -> None:
    group = text.removeprefix("The ").split()[0]
    assert {kind for name, kind in mentions(text) if name == group} <= {"ORG", "NORP"}
    assert ("Kabul", "GPE") in mentions(text)


def test_a_name_has_one_sense_in_an_article(mentions: Kinds) -> None:
    """Where most mentions of a name are places, the others are too, tagged or not."""
    text = "Shells fell in Qarrah. Aid is short in Qarrah. The army said Qarrah was calm. Qarrah has no doctor."
    kinds = [kind for name, kind in mentions(text) if name == "Qarrah"]
    assert kinds == ["GPE"] * 4


def test_the_sense_of_one_article_does_not_reach_another(mentions: Kinds) -> None:
    text = "Hassan said troops had left."
    before = mentions(text)
    mentions("Shells fell in Hassan. Hassan is quiet. Troops left Hassan.")
    assert mentions(text) == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United Nations said the road to Baghdad was shut.", {("United Nations", "ORG"), ("Baghdad", "GPE")}),
        ("Iraq's army left Mosul.", {("Iraq", "GPE"), ("Mosul", "GPE")}),
    ],
)
def test_articles_and_possessive_endings_are_no_part_of_a_name(
    mentions: Kinds, text: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= set(mentions(text))


def test_mentions_come_in_text_order_and_do_not_overlap(parse: Parse) -> None:
    text = "Shells fell in Qarrah and near Bab al-Nour. The United Nations said Iraq's army had left Mosul."
    spans = [each.span for each in find_mentions([t.sentence for t in parse(text)], GAZETTEER.__contains__)]
    assert len(spans) >= 5
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_without_a_gazetteer_the_taggers_word_stands(parse: Parse) -> None:
    text = "Iraqi troops entered Baghdad."
    found = find_mentions([t.sentence for t in parse(text)], lambda _: False)
    assert ("Baghdad", "GPE") in [(each.span.of(text), each.kind) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of people fled Qarrah.",
        "Rebels captured Qarrah on Monday.",
        "The army bombarded Qarrah.",
        "Troops withdrew from Qarrah.",
        "A column marched to Qarrah.",
        "The road east of Qarrah was cut.",
        "Fighting broke out around Qarrah.",
        "Smoke rose over the heart of Qarrah.",
        "They left Qarrah at night.",
    ],
)
@pytest.mark.parametrize("label", ["PERSON", "ORG", ""])
def test_a_name_that_stands_where_a_place_stands_is_one_whatever_the_tagger_says(
    relabelled: Relabelled, text: str, label: str
) -> None:
    assert ("Qarrah", "GPE") in relabelled(text, "Qarrah", label)


@pytest.mark.parametrize(
    "text",
    [
        "Omar Hassan spoke. Rebels captured Hassan on Monday.",
        "Omar Hassan spoke. Officers gathered around Hassan.",
        "The court wrote to Hassan.",
        "A letter came from Hassan.",
        "Rebels killed Hassan.",
    ],
)
def test_a_person_s_name_is_no_place_where_a_person_can_stand(relabelled: Relabelled, text: str) -> None:
    assert ("Hassan", "GPE") not in relabelled(text, "Hassan", "PERSON")


def test_the_last_name_of_a_person_is_no_place(
    relabelled: Relabelled,
) -> None:
    """The tagger takes an odd surname for a town; the full name says that it is none."""
    text = "Anna Zurmatan was tried. Zurmatan said nothing."
    kinds = dict(relabelled(text, "Zurmatan", "GPE"))
    assert kinds["Zurmatan"] == "PERSON"


@pytest.mark.parametrize("opening", ["QARRAH -- ", "QARRAH — ", "QARRAH - "])
def test_the_capitals_that_open_a_dispatch_are_its_place(mentions: Kinds, opening: str) -> None:
    assert ("QARRAH", "GPE") in mentions(opening + "The army said on Monday that it had taken two villages near Homs.")


def test_words_without_a_capital_are_no_name(
    relabelled: Relabelled,
) -> None:
    assert relabelled("They found swan eggs.", "swan", "GPE") == []


def test_one_sure_place_outweighs_what_the_tagger_makes_of_the_rest(mentions: Kinds) -> None:
    text = "The Houla massacre killed dozens. In Houla, residents buried the dead. Houla is in Homs province."
    assert [kind for found, kind in mentions(text) if found == "Houla"] == ["GPE"] * 3


@pytest.mark.xfail(strict=True, reason="`on` is no word after which a name is likely a place")
def test_what_is_not_read_rightly_yet(mentions: Kinds) -> None:
    assert ("Homs", "GPE") in mentions("In April shells fell on Homs.")


def test_a_name_of_the_users_own_is_a_place_wherever_it_stands(parse: Parse) -> None:
    text = "Omar Bridge woke to an air strike."
    sentences = [t.sentence for t in parse(text)]
    plain = find_mentions(sentences, lambda _: False)
    own = find_mentions(sentences, lambda _: False, own_place="Omar Bridge".__eq__)
    assert "GPE" not in {each.kind for each in plain}
    assert [(each.span.of(text), each.kind) for each in own] == [("Omar Bridge", "GPE")]


def test_a_name_with_the_arabic_article_is_one_name(parse: Parse) -> None:
    text = "Jets bombed an airfield in Ash Shaddadi."
    found = find_mentions([t.sentence for t in parse(text)], {"ash", "ash shaddadi"}.__contains__)
    assert [each.span.of(text) for each in found if each.kind == "GPE"] == ["Ash Shaddadi"]
