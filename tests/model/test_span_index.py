"""The span index finds what a look through all spans finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.span import Span
from dateline.model.span_index import BUCKET, SpanIndex

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 4 * BUCKET), st.integers(1, 3 * BUCKET))


@given(st.lists(spans, max_size=30), spans)
def test_it_finds_what_contains_a_span(kept: list[Span], asked: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(kept))
    assert index.around(asked) == [number for number, span in enumerate(kept) if span.contains(asked)]


@given(st.lists(spans, max_size=30), spans)
def test_it_finds_what_touches_a_span(kept: list[Span], asked: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(kept))
    assert index.touching(asked) == [number for number, span in enumerate(kept) if span.overlaps(asked)]
