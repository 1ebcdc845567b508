"""What somebody believes, wants, plans or judges: private attributions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.cues import find_cues
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


def attitudes(parse: Parse, text: str) -> list[tuple[str, str, str]]:
    (tree,) = parse(text)
    return [
        (cue.chain[0].of(text), cue.words.of(text), cue.contents[0].of(text))
        for cue in find_cues(tree)
        if cue.kind == "private"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels plan to leave the valley.", ("The rebels", "plan", "to leave the valley")),
        ("The minister wants the army to stay.", ("The minister", "wants", "the army to stay")),
        ("The mayor condemned the raid on the market.", ("The mayor", "condemned", "the raid on the market")),
        ("The union called for a general strike.", ("The union", "called", "a general strike")),
        ("Paris supports the truce.", ("Paris", "supports", "the truce")),
        ("The truce was rejected by the rebels.", ("the rebels", "rejected", "The truce")),
        ("The rebels refused to hand over the town.", ("The rebels", "refused", "to hand over the town")),
    ],
)
def test_wishes_plans_and_judgements_are_private(parse: Parse, text: str, expected: tuple[str, str, str]) -> None:
    assert attitudes(parse, text) == [expected]


@pytest.mark.parametrize(
    "text", ["The rebels left the valley.", "Shells hit the market.", "The storm is about to end."]
)
def test_deeds_and_things_hold_no_attitude(parse: Parse, text: str) -> None:
    assert attitudes(parse, text) == []


def test_what_happened_meanwhile_is_no_part_of_it(parse: Parse) -> None:
    found = attitudes(parse, "The mayor condemned the raid after two shells hit the school.")
    assert found == [("The mayor", "condemned", "the raid")]
