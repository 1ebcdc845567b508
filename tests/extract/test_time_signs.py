"""What speaks for and against a time: how an event is told, and how near the time stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.scene import Scene
from dateline.extract.time_signs import telling, time_signs
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim
from tests.factories import span

Annotate = Callable[[str], Annotated]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Gunmen shot two men.", "shot", "past"),
        ("Two men were shot.", "shot", "past"),
        ("Two men have been shot.", "shot", "perfect"),
        ("Two men had been shot.", "shot", "had"),
        ("He kills them.", "kills", "present"),
        ("They want to shoot men.", "shoot", "infinitive"),
        ("They were seen shooting men.", "shooting", "ing"),
        ("The attack was short.", "attack", "the noun"),
        ("It was an attack on them.", "attack", "a noun"),
    ],
)
def test_how_an_event_is_told(annotate: Annotate, text: str, words: str, told: str) -> None:
    (tree,) = Scene(annotate(text)).trees
    trigger = tree.head_of(span(text, words))
    assert trigger is not None
    assert telling(tree, trigger) == told


def signs(annotate: Annotate, text: str, trigger: str, time: str) -> set[str]:
    """The names of the signs that are there."""
    annotated = annotate(text)
    claim = Claim("ASSAULT", span(text, trigger), span(text, text))
    found = next(one for one in annotated.times if one.span.of(text) == time)
    return {name for name, value in time_signs(Scene(annotated), claim, found).items() if value}


def test_a_time_in_the_clause_is_near(annotate: Annotate) -> None:
    assert signs(annotate, "Gunmen shot two men on Monday.", "shot", "Monday") == {
        "of ASSAULT",
        "level 0",
        "told past",
        "sort day",
    }


def test_a_time_of_saying_and_a_nearer_one_speak_against(annotate: Annotate) -> None:
    text = "Police said on Monday that gunmen shot two men on Sunday."
    assert {"dates saying", "another nearer", "before"} <= signs(annotate, text, "shot", "Monday")
    assert not {"dates saying", "another nearer"} & signs(annotate, text, "shot", "Sunday")
