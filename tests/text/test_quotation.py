"""Quotation marks: which passages of a paragraph stand between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.quotation import CLOSING, OPENING, quoted_passages


def passages(text: str) -> list[str]:
    return [span.of(text) for span in quoted_passages(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody said a word.", []),
        ("“The road is mined,” he said.", ["The road is mined,"]),
        ('"The road is mined," he said.', ["The road is mined,"]),
        ("«The road is mined», he said.", ["The road is mined"]),
        ("“The road,” he said, “is mined.”", ["The road,", "is mined."]),
        ('"The road," he said, "is mined."', ["The road,", "is mined."]),
        ("“We don’t know who fired,” she said.", ["We don’t know who fired,"]),
        ("“He shouted ‘run’ and fell,” she said.", ["He shouted ‘run’ and fell,"]),
        ("'The road is mined,' he said.", []),
        ("''The road is mined,'' he said.", ["The road is mined,"]),
        ("``The road is mined,'' he said.", ["The road is mined,"]),
        ('He said "The road is mined. "We will clear it," he added.', ["The road is mined. ", "We will clear it,"]),
        ("He said: “The road is mined.", ["The road is mined."]),
        ("” The road is mined.", []),
        ("An empty “” pair says nothing.", []),
        ('“The road is mined," he said.', ["The road is mined,"]),
    ],
)
def test_passages_stand_between_double_marks(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


def test_only_the_given_paragraph_is_searched() -> None:
    text = "“One.”\n\n“Two.”\n\n“Three.”"
    start = text.index("“Two")
    found = quoted_passages(text, start, start + len("“Two.”"))
    assert [span.of(text) for span in found] == ["Two."]


@given(st.text(alphabet="ab .“”\"«»„'", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_passages_are_ordered_apart_and_inside_the_paragraph(text: str, one: int, other: int) -> None:
    """Passages never overlap, never leave the paragraph and never hold the mark that would have closed them."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = quoted_passages(text, start, end)
    assert all(start < span.start and span.end <= end for span in found)
    assert all(first.end < second.start for first, second in pairwise(found))
    assert not any(mark in span.of(text) for span in found for mark in CLOSING)
    assert all(text[span.start - 1] in {*OPENING, '"', "'"} for span in found)
