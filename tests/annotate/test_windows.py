"""Windows: every word is read in the core of one window, none is too long, and context is whole sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.windows import AFTER, BEFORE, LENGTH, Window, windows


def _article(lengths: list[list[int]]) -> tuple[list[int], list[tuple[int, int]]]:
    sizes = [size for sentence in lengths for size in sentence]
    ends = [sum(len(sentence) for sentence in lengths[: n + 1]) for n in range(len(lengths))]
    return sizes, list(zip([0, *ends], ends, strict=False))


SENTENCES = st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=120), max_size=12)


@given(SENTENCES, st.sampled_from([0, 50, 200]))
def test_each_word_is_in_one_core(lengths: list[list[int]], shift: int) -> None:
    sizes, sentences = _article(lengths)
    cores = [(one.begin, one.end) for one in windows(sizes, sentences, shift=shift)]
    assert [at for begin, end in cores for at in range(begin, end)] == list(range(len(sizes)))


@given(SENTENCES, st.sampled_from([0, 50, 200]))
def test_no_window_is_longer_than_the_encoder_reads(lengths: list[list[int]], shift: int) -> None:
    sizes, sentences = _article(lengths)
    for one in windows(sizes, sentences, shift=shift):
        assert one.first <= one.begin < one.end <= one.last
        assert sum(sizes[one.first : one.last]) <= LENGTH - 2
        assert sum(sizes[one.first : one.begin]) <= BEFORE
        assert sum(sizes[one.end : one.last]) <= AFTER


@given(SENTENCES)
def test_context_is_whole_sentences(lengths: list[list[int]]) -> None:
    sizes, sentences = _article(lengths)
    edges = {edge for sentence in sentences for edge in sentence}
    for one in windows(sizes, sentences):
        if one.first != one.begin or one.last != one.end:
            assert {one.first, one.begin, one.end, one.last} <= edges


def test_a_short_article_is_one_window() -> None:
    assert windows([1] * 30, [(0, 10), (10, 30)]) == [Window(0, 0, 30, 30)]


def test_a_sentence_longer_than_a_window_is_read_in_pieces() -> None:
    found = windows([1] * 1000, [(0, 1000)])
    assert len(found) == 4
    assert all(one.end == other.begin for one, other in pairwise(found))


@pytest.mark.parametrize("sizes", [[], [1]])
def test_an_article_without_sentences_has_no_window(sizes: list[int]) -> None:
    assert windows(sizes, []) == []
