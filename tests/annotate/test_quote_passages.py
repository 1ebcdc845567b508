"""Quoted passages over the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quote_passages import find_passages, is_speech
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road is mined,” he said.", ["The road is mined,"]),
        ('"The road is mined. | "We will clear it," he said.', ["The road is mined.", "We will clear it,"]),
        (
            '"The road is mined. | We will clear it," he said. "Soon."',
            ["The road is mined.", "We will clear it,", "Soon."],
        ),
        (
            '"The road is mined. | It was mined in May. | We will clear it, " he said.',
            ["The road is mined.", "It was mined in May.", "We will clear it, "],
        ),
        ('"We will clear it, "Haddad said.', ["We will clear it, "]),
        ('"We will clear it, he said. "Soon."', ["We will clear it, he said. ", "Soon."]),
        ('He spoke. | The road was mined," he said.', []),
        ('"The road is mined. | He left. She came.', ["The road is mined."]),
    ],
)
def test_a_paragraph_goes_on_where_the_one_before_was_left_open(parse: Parse, text: str, expected: list[str]) -> None:
    """Only if it closes what it did not open."""
    whole = text.replace(" | ", "\n\n")
    found = find_passages(whole, [tree.sentence for tree in parse(whole)])
    assert [span.of(whole) for span in found] == expected


@pytest.mark.parametrize(
    ("text", "speech"),
    [("“safe zone”", False), ("“We will never leave this town”", True), ("“Talks are continuing.”", True)],
)
def test_speech_has_more_than_a_few_words(parse: Parse, text: str, *, speech: bool) -> None:
    (passage,) = find_passages(text, [tree.sentence for tree in parse(text)])
    assert is_speech(text, passage) == speech
