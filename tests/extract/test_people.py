"""Counted people of a sentence without any trigger: what happened to them, by which word, and which claim tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.people import Fact, People, attach
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.span import Span
from tests.extract.wanted import Reader, counted
from tests.factories import span

Annotate = Callable[[str], Annotated]


def facts_of(annotate: Annotate, text: str) -> list[Fact]:
    scene = Scene(annotate(text))
    people = People(scene)
    return [fact for tree in scene.trees for fact in people.facts(tree)]


def told(facts: list[Fact]) -> list[str]:
    """Each fact as "killed 9 by died"."""
    return [f"{counted(fact.figure)} by {fact.governor.text}" for fact in facts]


OUTCOMES = [
    ("Nine villagers died in the fire.", ["killed 9 by died"]),
    ("A mine wounded two farmers.", ["injured 2 by wounded"]),
    ("Six sailors are still missing.", ["missing 6 by missing"]),
    ("Guards took 40 teachers into custody.", ["detained 40 by took"]),
    ("The pirates held eight cooks hostage.", ["abducted 8 by held"]),
    ("The dam burst made 700 people homeless.", ["displaced 700 by made"]),
    ("Floods forced 900 people to leave their homes.", ["displaced 900 by forced"]),
    ("Some 300 families sought shelter in a school.", ["displaced 270-330 by sought"]),
    ("Buses took 80 patients to a hospital.", ["evacuated 80 by took"]),
    ("About 50 nurses live under siege.", ["trapped 45-55 by live"]),
    ("Rescuers pulled two boys out of the rubble.", ["trapped 2 by pulled"]),
    ("About 3,000 people are in urgent need of food.", ["affected 2700-3300 by are"]),
    ("Around 600 nurses held a rally in Quito.", ["protesters 540-660 by held"]),
    ("A march by 300 farmers blocked the road.", ["protesters 300 by march"]),
    ("Kenya will send 300 soldiers to Haiti.", ["fighters 300 by send"]),
    ("Police killed or wounded 30 bandits.", ["killed -30 by killed", "injured -30 by wounded"]),
    ("A blast killed and wounded scores of people.", ["killed -99 by killed", "injured -99 by wounded"]),
    ("Four monks were hacked to death.", ["killed 4 by hacked"]),
    ("The army lost nine soldiers in the raid.", ["killed 9 by lost"]),
    ("The camp is full, with 130 people infected and four dead.", ["affected 130 by infected", "killed 4 by dead"]),
    ("Seven of the wounded later died.", ["killed 7 by died"]),
]
HEADLINES = [
    ("Twelve Slain in Market Blast", ["killed 12 by Slain"]),
    ("Dozens Killed, Wounded in Port Blast", ["killed -99 by Killed", "injured -99 by Wounded"]),
    ("Four guards wounded, two missing", ["injured 4 by wounded", "missing 2 by missing"]),
]
PARTS = [
    ("Nine villagers died, three of them children.", ["killed 9 by died", "killed 3 by died"]),
    ("Two medics were among the dead.", ["killed 2 by dead"]),
    ("The dead included nine women and six boys.", ["killed 9 by dead", "killed 6 by dead"]),
    ("The raid hurt 40 people, eight of them critically.", ["injured 40 by hurt", "injured 8 by hurt"]),
    ("Gunmen abducted three nurses and a driver.", ["abducted 3 by abducted", "abducted 1 by abducted"]),
    ("The blast killed a mother and her two children.", ["killed 1 by killed", "killed 2 by killed"]),
    ("A student and his father were killed.", ["killed 1 by killed", "killed 1 by killed"]),
    ("Of the 40 passengers, 12 died and 28 were injured.", ["killed 12 by died", "injured 28 by injured"]),
    ("One soldier was killed and another wounded.", ["killed 1 by killed", "injured 1 by wounded"]),
]
TOTALS = [
    ("That brings the number of people killed this week to 214.", ["killed 214 by number"]),
    ("The number of injured rose from 40 to 65.", ["injured 65 by number"]),
    ("The flood's death toll stands at 27.", ["killed 27 by toll"]),
]
NOBODY = [
    ("There were no casualties in the raid.", ["killed 0", "injured 0"]),
    ("The raid caused no deaths.", ["killed 0"]),
    ("The ministry said there were no injuries.", ["injured 0"]),
]
SHARES = [
    ("The rebels hold 70 percent of the province.", ["share 0.7 by hold"]),
    ("Half of the city is under rebel control.", ["share 0.5 by control"]),
    ("The raid killed 40 people, mostly women.", ["killed 40 by killed", "share 0.5- by killed"]),
    ("Two thirds of the population fled.", ["share 0.667 by fled"]),
]
NOTHING = [
    "He has three children.",
    "The company sold 200 cars to 40 customers.",
    "Rebels freed six hostages.",
    "The president met three ministers on Monday.",
    "The club won in front of 20,000 fans.",
    "The bomb killed Peter Haddad, a nurse.",
    "One of those killed was Peter Haddad.",
    "The army intends to hold three meetings.",
    "Most of the homes have electricity.",
]


@pytest.mark.parametrize(("text", "wanted"), [*OUTCOMES, *HEADLINES, *PARTS, *TOTALS, *SHARES])
def test_a_word_of_the_sentence_says_what_happened(annotate: Annotate, text: str, wanted: list[str]) -> None:
    assert told(facts_of(annotate, text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), NOBODY)
def test_that_nobody_was_hurt_is_a_figure(annotate: Annotate, text: str, wanted: list[str]) -> None:
    assert [counted(fact.figure) for fact in facts_of(annotate, text)] == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_people_to_whom_nothing_happened_are_no_figures(annotate: Annotate, text: str) -> None:
    assert told(facts_of(annotate, text)) == []


def test_a_boy_of_twelve_is_one_boy(annotate: Annotate) -> None:
    assert told(facts_of(annotate, "A boy of 12 was shot dead.")) == ["killed 1 by shot"]


def test_being_held_is_abduction_where_the_article_tells_of_hostages(annotate: Annotate) -> None:
    free = facts_of(annotate, "The militia holds nine nurses.")
    bound = facts_of(annotate, "The kidnappers want money. The militia holds nine nurses.")
    assert (told(free), told(bound)) == (["detained 9 by holds"], ["abducted 9 by holds"])


def test_who_is_counted_stands_beside_the_number(annotate: Annotate) -> None:
    text = "Nine villagers died, three of them children, and two members of a rescue team were hurt."
    assert [f.figure.who for f in facts_of(annotate, text)] == ["villagers", "children", "members of a rescue team"]


def test_a_lost_blank_hides_no_figure(annotate: Annotate) -> None:
    text = "Floods uprootednearly 700 people; at least900 fled."
    assert [counted(f.figure) for f in facts_of(annotate, text)] == ["displaced 700", "displaced 900-"]


TEXT = "Jets struck the town and nine people were killed, while 400 families fled."


def triggers(*pairs: tuple[str, str | None]) -> list[tuple[Span, str | None]]:
    return [(span(TEXT, words), event) for words, event in pairs]


ATTACHED = [
    ([("killed", "ASSAULT"), ("fled", "MOVE")], [0, 1]),
    ([("struck", "ASSAULT"), ("fled", "MOVE")], [0, 1]),
    ([("struck", "ASSAULT")], [0, None]),
    ([("killed", None), ("fled", None)], [0, 1]),
    ([("town", "CONSULT")], [None, None]),
    ([("town", "CONSULT"), ("killed", "CONDITION")], [1, None]),
    ([], [None, None]),
]


@pytest.mark.parametrize(("claims", "wanted"), ATTACHED)
def test_the_claim_that_governs_a_figure_or_fits_it_tells_it(
    annotate: Annotate, claims: list[tuple[str, str | None]], wanted: list[int | None]
) -> None:
    facts = facts_of(annotate, TEXT)
    assert told(facts) == ["killed 9 by killed", "displaced 400 by fled"]
    assert attach(facts, triggers(*claims)) == wanted


LONE = [
    ("Some 300 families sought shelter in a school.", "MOVE flee", "sought", ["displaced 270-330"]),
    ("About 3,000 people are in urgent need of food.", "CONDITION", "are", ["affected 2700-3300"]),
    ("Guards took 40 teachers into custody.", "COERCE arrest", "took", ["detained 40"]),
]


@pytest.mark.parametrize(("text", "event", "trigger", "figures"), LONE)
def test_a_figure_that_no_trigger_tells_makes_a_claim(
    read: Reader, text: str, event: str, trigger: str, figures: list[str]
) -> None:
    found = [(claim["event"], claim["trigger"], claim["figures"]) for claim in read(text) if claim["figures"]]
    assert found == [(event, trigger, figures)]


def test_every_figure_lies_in_its_sentence_and_quotes_it(annotate: Annotate) -> None:
    text = "Shells killed nine men in Homs. Some 300 families fled. No one was hurt in Hama."
    annotated = annotate(text)
    scene = Scene(annotated)
    people = People(scene)
    for tree in scene.trees:
        facts = people.facts(tree)
        assert facts
        assert all(tree.sentence.span.contains(fact.figure.span) for fact in facts)
