"""Lines, blocks and words as spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.layout import blocks, lines, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\r\n\r\n three \rfour", [["one", "two"], ["three", "four"]]),
        ("one\n \t\ntwo", [["one"], ["two"]]),
        ("\n\n\ufeff one \u00a0\n", [["one"]]),
        ("one\u2028two\x0cthree", [["one", "two", "three"]]),
        (" \r\n\t", []),
    ],
)
def test_blocks(text: str, expected: list[list[str]]) -> None:
    assert [[line.of(text) for line in block] for block in blocks(text)] == expected


def test_words_have_one_case_and_their_places() -> None:
    text = "«Qarrah», İt's 5"
    assert words(text) == ["qarrah", "i̇t", "s", "5"]
    assert [span.of(text) for span in word_spans(text)] == ["Qarrah", "İt", "s", "5"]


@given(st.text(st.sampled_from("ab \t\r\n\u2028\u200b.")))
def test_lines_are_in_order_and_hold_all_but_blanks(text: str) -> None:
    found = lines(text)
    assert all(a.end < b.start for a, b in pairwise(found))
    inside = {at for line in found for at in range(line.start, line.end)}
    assert all(at in inside for at, c in enumerate(text) if c in "ab.")
