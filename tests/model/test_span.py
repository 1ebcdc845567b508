"""Spans: half-open intervals of code points that can always be cut from their text, or fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.span import Span, cover

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (5, 2), (-1, 2), (-3, -1)])
def test_a_span_holds_at_least_one_character_and_does_not_begin_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}:{end}"):
        Span(start, end)


@given(st.text(min_size=1, max_size=40), st.data())
def test_words_are_the_characters_from_start_to_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]


@given(st.text(max_size=20), st.integers(1, 30))
def test_a_span_past_the_end_of_the_text_fails_instead_of_being_cut(text: str, beyond: int) -> None:
    with pytest.raises(ValueError, match="reaches past"):
        Span(0, len(text) + beyond).of(text)


def test_characters_outside_the_basic_plane_count_as_one() -> None:
    assert Span(2, 7).of("😀 Homs?!") == "Homs?"


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains", "distance"),
    [
        (Span(0, 4), Span(4, 8), False, False, 0),
        (Span(0, 4), Span(3, 8), True, False, 0),
        (Span(0, 8), Span(2, 5), True, True, 0),
        (Span(0, 8), Span(0, 8), True, True, 0),
        (Span(0, 8), Span(2, 9), True, False, 0),
        (Span(0, 2), Span(7, 9), False, False, 5),
        (Span(7, 9), Span(0, 2), False, False, 5),
    ],
)
def test_how_two_spans_lie_to_each_other(
    *, one: Span, other: Span, overlaps: bool, contains: bool, distance: int
) -> None:
    assert (one.overlaps(other), one.contains(other), one.distance(other)) == (overlaps, contains, distance)


@given(SPANS, SPANS)
def test_two_spans_overlap_exactly_where_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared) == other.overlaps(one)
    assert one.distance(other) == other.distance(one)
    assert not (shared and one.distance(other))


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_the_cover_of_spans_is_the_smallest_span_that_holds_them(spans: list[Span]) -> None:
    whole = cover(spans)
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}


def test_a_shifted_span_keeps_its_length() -> None:
    assert Span(3, 9).shift(4) == Span(7, 13)
    with pytest.raises(ValueError, match="0 <= start"):
        Span(3, 9).shift(-4)


def test_spans_sort_in_text_order() -> None:
    assert sorted([Span(5, 9), Span(0, 9), Span(0, 4)]) == [Span(0, 4), Span(0, 9), Span(5, 9)]
