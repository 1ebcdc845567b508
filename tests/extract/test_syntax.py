"""Logical subjects and objects by the parse alone: passives, relatives, participles, control, coordination."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract import syntax
from dateline.model.annotation import Annotated, Token
from dateline.model.tree import Tree

Annotate = Callable[[str], Annotated]

ROLES = [
    ("Rebels captured the town.", "captured", "Rebels", "town"),
    ("The town was captured by rebels.", "captured", "rebels", "town"),
    ("The town was captured.", "captured", None, "town"),
    ("The town captured by rebels is quiet.", "captured", "rebels", "town"),
    ("The rebels who captured the town left.", "captured", "rebels", "town"),
    ("The town that the rebels captured is quiet.", "captured", "rebels", "town"),
    ("The town the rebels captured is quiet.", "captured", "rebels", "town"),
    ("The rebels want to capture the town.", "capture", "rebels", "town"),
    ("The rebels promised to try to capture the town.", "capture", "rebels", "town"),
    ("The general told the rebels to capture the town.", "capture", "rebels", "town"),
    ("The rebels were told to capture the town.", "capture", "rebels", "town"),
    ("The rebels attacked at dawn, capturing the town.", "capturing", "rebels", "town"),
    ("After capturing the town, the rebels left.", "capturing", "rebels", "town"),
    ("The rebels shelled and captured the town.", "shelled", "rebels", "town"),
    ("The rebels shelled the town and captured the port.", "captured", "rebels", "port"),
    ("The rebels' plan to capture the town failed.", "capture", "rebels", "town"),
    ("The rebels have a plan to capture the town.", "capture", "rebels", "town"),
    ("He accused the rebels of capturing the town.", "capturing", "rebels", "town"),
    ("The rebels are close to capturing the town.", "capturing", "rebels", "town"),
    ("The rebels are ready to capture the town.", "capture", "rebels", "town"),
    ("On the day when rebels retreated, it rained.", "retreated", "rebels", None),
    ("Two soldiers wounded, one missing", "wounded", None, "soldiers"),
    ("Reports that rebels have captured the town are false.", "captured", "rebels", "town"),
]
PASSIVES = [
    ("Two men were killed.", "killed", True),
    ("Two men got killed.", "killed", True),
    ("Two men killed a guard.", "killed", False),
    ("Two men have killed a guard.", "killed", False),
    ("The men killed in the raid were farmers.", "killed", True),
    ("Two men were beaten and robbed.", "robbed", True),
    ("Thousands of people have demonstrated.", "demonstrated", False),
]
COUNTED = [
    ("Dozens of villagers fled.", "villagers", "Dozens", "villagers"),
    ("Half of the city burned.", "Half", "Half", "city"),
    ("The mayor of the city fled.", "mayor", "mayor", "mayor"),
]


def find(tree: Tree, words: str) -> Token:
    return next(token for token in tree.tokens if token.text == words)


def text_of(token: Token | None) -> str | None:
    return token.text if token is not None else None


@pytest.mark.parametrize(("text", "verb", "who", "whom"), ROLES)
def test_who_does_what_to_whom(annotate: Annotate, text: str, verb: str, who: str | None, whom: str | None) -> None:
    tree = Tree(annotate(text).sentences[0])
    token = find(tree, verb)
    assert (text_of(syntax.doer(tree, token)), text_of(syntax.done_to(tree, token))) == (who, whom)


@pytest.mark.parametrize(("text", "verb", "passive"), PASSIVES)
def test_a_passive_subject_is_what_it_is_done_to(annotate: Annotate, text: str, verb: str, *, passive: bool) -> None:
    tree = Tree(annotate(text).sentences[0])
    assert syntax.is_passive(tree, find(tree, verb)) is passive


@pytest.mark.parametrize(("text", "noun", "top", "counted"), COUNTED)
def test_number_words_count_what_follows_of(annotate: Annotate, text: str, noun: str, top: str, counted: str) -> None:
    tree = Tree(annotate(text).sentences[0])
    assert syntax.counted_top(tree, find(tree, noun)).text == top
    assert syntax.counted_noun(tree, find(tree, noun)).text == counted


def test_a_preposition_leads_to_all_its_nouns(annotate: Annotate) -> None:
    tree = Tree(annotate("Soldiers fired at farmers and herders.").sentences[0])
    assert [n.text for n in syntax.prepositional(tree, find(tree, "fired"), "at")] == ["farmers", "herders"]


def test_a_day_after_by_is_no_agent(annotate: Annotate) -> None:
    tree = Tree(annotate("The hostages must be released by Friday.").sentences[0])
    assert syntax.agent(tree, find(tree, "released")) is None


def test_the_verb_above_a_noun_is_its_clause(annotate: Annotate) -> None:
    tree = Tree(annotate("Police said the raid killed a man.").sentences[0])
    assert text_of(syntax.clause_verb(tree, find(tree, "raid"))) == "killed"
