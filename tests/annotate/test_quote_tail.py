"""Speakers at the end of a sentence, also where a comma or the parse is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quote_tail import tail
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "speakers", "said"),
    [
        ("Nine people were killed, the mayor told reporters on Monday.", ["the mayor"], "Nine people were killed"),
        ("Rockets hit the northern town on Sunday a medical source said.", ["a medical source"],
         "Rockets hit the northern town on Sunday"),
        ("Rockets hit the town on Sunday activists in the area reported.", ["activists"],
         "Rockets hit the town on Sunday"),
        ("Nine people were killed, said the mayor.", ["the mayor"], "Nine people were killed"),
        ("Rockets hit the town, a monitor and a doctor said.", ["a monitor", "a doctor"], "Rockets hit the town"),
    ],
)  # fmt: skip
def test_the_last_words_name_the_speaker(parse: Parse, text: str, speakers: list[str], said: str) -> None:
    (tree,) = parse(text)
    found = tail(tree)
    assert found is not None
    assert ([name.of(text) for name in found.names], found.content.of(text)) == (speakers, said)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said nine people were killed.",
        "It was the first raid since the army announced a truce.",
        "Nobody believed a word that he said.",
        "The toll was not confirmed by the army.",
        "He said.",
    ],
)
def test_other_last_words_name_none(parse: Parse, text: str) -> None:
    (tree,) = parse(text)
    assert tail(tree) is None
