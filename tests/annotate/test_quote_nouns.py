"""Sources told by nouns: whose claim, report or promise it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.cues import find_cues
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He rejected the army's claim that rebels had fired.", ("the army", "claim", "that rebels had fired", "said")),
        ("He rejected a statement by the ministry that the dam was safe.",
         ("the ministry", "statement", "that the dam was safe", "said")),
        ("Residents voiced fears that the dam would break.",
         ("Residents", "fears", "that the dam would break", "private")),
        ("The rebels broke their promise to leave the town.", ("their", "promise", "to leave the town", "private")),
        ("In the words of the mayor, the dam was safe.", ("the mayor", "In the words of", "the dam was safe", "said")),
    ],
)  # fmt: skip
def test_a_noun_tells_what_its_owner_says(parse: Parse, text: str, expected: tuple[str, ...]) -> None:
    (tree,) = parse(text)
    found = [
        (c.chain[0].of(text), c.words.of(text), c.contents[0].of(text), c.kind)
        for c in find_cues(tree)
        if c.verb.pos == "NOUN"
    ]
    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    ["All went according to plan.", "The claim is old.", "The idea that the dam may break is not new.", "Prices rose."],
)
def test_nouns_of_nobody_tell_nothing(parse: Parse, text: str) -> None:
    (tree,) = parse(text)
    assert find_cues(tree) == []
