"""Speakers set off by a colon or a dash alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quote_colon import marked
from dateline.annotate.quotes import find_quotes
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The mayor: “We hold the road.”", "The mayor", "We hold the road"),
        ("Bridge was mined by rebels: police", "police", "Bridge was mined by rebels"),
        ("Bridge was mined by rebels - Reuters", "Reuters", "Bridge was mined by rebels"),
        ("Police: rebels mined the bridge", "Police", "rebels mined the bridge"),
    ],
)
def test_a_mark_parts_speaker_and_speech(parse: Parse, text: str, speaker: str, said: str) -> None:
    (tree,) = parse(text)
    found = marked(tree)
    assert found is not None
    assert (found.name.of(text), found.content.of(text)) == (speaker, said)


@pytest.mark.parametrize(
    "text",
    ["The toll: nine dead.", "They had one wish: to leave.", "Two well-known men left.", "It was over at 10:30."],
)
def test_other_marks_part_no_speaker(parse: Parse, text: str) -> None:
    (tree,) = parse(text)
    assert marked(tree) is None


def test_a_name_in_capitals_speaks_if_it_speaks_again(parse: Parse) -> None:
    """Else it is the place that a dispatch comes from."""
    talk = "ADLER: Who fired at it?\n\nBERG: The army fired twice.\n\nADLER: Why did they?\n\nBERG: Nobody knows it."
    sources = [quote.sources[0].of(talk) for quote in find_quotes(talk, parse(talk)) if quote.sources]
    assert sources[:2] == ["ADLER", "BERG"]
    dispatch = "QARRAH: Rebels mined the bridge on Monday."
    assert find_quotes(dispatch, parse(dispatch)) == ()
