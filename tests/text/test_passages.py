"""Passages that two texts share: where they stand, what is bridged, and that long texts take no long time."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.passages import Shared, align
from dateline.text.shingles import split

LEAD = "Shelling killed fourteen people in the market of Qarrah on Tuesday, the local council said."
QUOTE = "Nobody had warned the traders, who were setting up their stalls when the first shell came down."
END = "About two hundred families have left for Deir Sahl since the fighting began last month."
TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=60).map(" ".join)


def shared(a: str, b: str, fewest: int = 5) -> Shared:
    return align(split(a), split(b), fewest=fewest)


def quoted(a: str, b: str, fewest: int = 5) -> list[tuple[str, str]]:
    return [(each.a.of(a), each.b.of(b)) for each in shared(a, b, fewest).passages]


def test_a_text_stands_in_itself() -> None:
    (passage,) = shared(LEAD, LEAD.upper()).passages
    assert passage.a.of(LEAD) == LEAD.removesuffix(".")
    assert shared(LEAD, LEAD).share_a == 1


def test_texts_in_other_words_share_nothing() -> None:
    other = "Fourteen dead as guns hit a crowded square: officials in Qarrah speak of a massacre."
    assert quoted(LEAD, other) == []
    assert shared(LEAD, other).share_b == 0


def test_small_edits_are_bridged() -> None:
    text = f"{LEAD} {QUOTE}"
    edited = text.replace("on Tuesday, the local council", "late on Monday, a council")
    (passage,) = shared(text, edited).passages
    assert (passage.a.of(text), passage.b.of(edited)) == (text[:-1], edited[:-1])
    assert [a.of(text) for a, _ in passage.same] == [
        "Shelling killed fourteen people in the market of Qarrah", "on", f"council said. {QUOTE[:-1]}",
    ]  # fmt: skip


def test_what_stands_far_apart_is_two_passages() -> None:
    a = f"{LEAD} {QUOTE}"
    b = f"{LEAD} {END} {END.replace('families', 'others')} {QUOTE}"
    assert quoted(a, b) == [(LEAD[:-1], LEAD[:-1]), (QUOTE[:-1], QUOTE[:-1])]


def test_paragraphs_in_another_order_are_found() -> None:
    a, b = f"{LEAD} {QUOTE} {END}", f"{END} {QUOTE} {LEAD}"
    assert shared(a, b).share_a == shared(a, b).share_b == 1
    assert {x for x, _ in quoted(a, b)} == {LEAD[:-1], QUOTE[:-1], END[:-1]}


def test_shares_are_those_of_each_text() -> None:
    both = shared(f"{LEAD} {QUOTE}", QUOTE)
    assert both.share_b == 1
    assert both.share_a == pytest.approx(len(split(QUOTE)) / len(split(f"{LEAD} {QUOTE}")))


def test_short_passages_can_be_left_out() -> None:
    b = "Nobody doubts the words of the market of Qarrah on Tuesday, a trader said."
    assert quoted(LEAD, b) != []
    assert quoted(LEAD, b, fewest=10) == []


@given(TEXT, TEXT)
def test_passages_are_equal_words_used_once(a: str, b: str) -> None:
    found = shared(a, b)
    of_a: list[int] = []
    of_b: list[int] = []
    for passage in found.passages:
        assert passage.words == sum(len(split(x.of(a))) for x, _ in passage.same) >= 5
        for x, y in passage.same:
            assert passage.a.contains(x)
            assert passage.b.contains(y)
            assert split(x.of(a)).folded == split(y.of(b)).folded
            of_a += range(x.start, x.end)
            of_b += range(y.start, y.end)
    assert len(of_a) == len(set(of_a))
    assert len(of_b) == len(set(of_b))
    assert sum(passage.words for passage in found.passages) == len(found.a) == len(found.b)


@given(TEXT, TEXT)
def test_the_order_of_the_texts_makes_no_difference(a: str, b: str) -> None:
    there, back = shared(a, b), shared(b, a)
    assert (there.a, there.b) == (back.b, back.a)
    assert {(p.a, p.b, p.words) for p in there.passages} == {(p.b, p.a, p.words) for p in back.passages}


@given(TEXT, TEXT)
def test_a_text_put_into_another_is_found(a: str, b: str) -> None:
    run = "shells fell on the market of qarrah and four died"
    assert shared(f"{a} {run}", f"{run} {b}").passages


def _edited(words: list[str]) -> list[str]:
    rng = random.Random(2)  # noqa: S311 (the same in every run)
    return [f"x{n}" if rng.random() < 0.05 else word for n, word in enumerate(words)]


@pytest.mark.parametrize("vocabulary", [1, 2, 50, 5_000])
def test_long_texts_take_no_long_time(vocabulary: int) -> None:
    """All pairs of 40,000 words would be 1,600,000,000; repetitive texts are the hard ones."""
    rng = random.Random(1)  # noqa: S311 (the same in every run)
    words = [f"w{rng.randrange(vocabulary)}" for _ in range(40_000)]
    a, b = split(" ".join(words)), split(" ".join(_edited(words)))
    start = time.process_time()
    align(a, b)
    assert time.process_time() - start < 20
