"""Signs for and against words as a party, with what the encoder says written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.extract.candidates import Candidate, find_candidates
from dateline.extract.party_features import Offer, link, party_features
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.signal import Arc, Signal
from dateline.model.tree import Tree
from tests.factories import span

Annotate = Callable[[str], Annotated]
TEXT = "The army said that Rebels and Gunmen, not soldiers, killed nine nurses in Idlib."
LINKS = [
    ("Rebels killed nine nurses.", "killed", "Rebels", "does"),
    ("Rebels and gunmen killed nine nurses.", "killed", "gunmen", "does"),
    ("Nine nurses were killed by rebels.", "killed", "nurses", "undergoes"),
    ("The talks between Chad and Libya failed.", "talks", "Libya", "side"),
    ("The killing of nine nurses shocked Chad.", "killing", "nurses", "of"),
    ("The killing of nine nurses shocked Chad.", "killing", "Chad", None),
]


@pytest.mark.parametrize(("text", "trigger", "noun", "wanted"), LINKS)
def test_links(annotate: Annotate, text: str, trigger: str, noun: str, wanted: str | None) -> None:
    tree = Tree(annotate(text).sentences[0])
    by_word = {token.text: token for token in tree.tokens}
    assert link(tree, by_word[trigger], by_word[noun]) == wanted


@pytest.fixture
def scene(annotate: Annotate) -> Scene:
    """The text with a signal on its event."""
    arcs = (Arc("actor", span(TEXT, "Rebels"), 0.9), Arc("recipient", span(TEXT, "Gunmen"), 0.6))
    signal = Signal(span(TEXT, "killed"), "ASSAULT", 0.9, arcs=arcs)
    return Scene(replace(annotate(TEXT), signals=(signal,)))


def killing(scene: Scene) -> Candidate:
    """The candidate of the text."""
    return next(one for one in find_candidates(scene, "") if one.claim.event == "ASSAULT")


def test_what_else_is_offered_counts(scene: Scene) -> None:
    first, second = (Offer("actor", span(TEXT, word), by_rule=word == "Rebels") for word in ("Rebels", "Gunmen"))
    features = party_features(scene, killing(scene), second, [first, second])
    assert features["rule beside"] == 1.0
    assert features["joined"] == features["rival"] > 0  # listed with what the encoder is sure of
    assert features["opposite"] > 0
    alone = party_features(scene, killing(scene), first, [first])
    assert (alone["rule beside"], alone["joined"], alone["opposite"]) == (0.0, 0.0, 0.0)


def test_farther_words_have_the_greater_distance(scene: Scene) -> None:
    far, near = (Offer("actor", span(TEXT, word), by_rule=False) for word in ("The army", "soldiers"))
    found = [party_features(scene, killing(scene), one, [far, near]) for one in (far, near)]
    assert found[0]["distance"] > found[1]["distance"]


def test_each_event_has_its_own_sign(scene: Scene) -> None:
    offer = Offer("actor", span(TEXT, "Rebels"), by_rule=True)
    assert party_features(scene, killing(scene), offer, [offer])["of ASSAULT"] == 1.0
