"""Finds what lies at a place of a long text without looking through all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from dateline.model.span import Span

T = TypeVar("T")
BUCKET = 512  # characters; a span is kept under every bucket that it touches


class SpanIndex(Generic[T]):
    """Items by their spans, in the order in which they were given; an item may have several spans."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._buckets: dict[int, list[tuple[int, Span, T]]] = {}
        for number, (span, item) in enumerate(items):
            for bucket in _touched(span):
                self._buckets.setdefault(bucket, []).append((number, span, item))

    def around(self, span: Span) -> list[T]:
        """The items that contain `span`."""
        return [item for _, found, item in self._buckets.get(span.start // BUCKET, ()) if found.contains(span)]

    def touching(self, span: Span) -> list[T]:
        """The items that share at least one character with `span`, each span's item once."""
        found = {
            number: item
            for bucket in _touched(span)
            for number, at, item in self._buckets.get(bucket, ())
            if at.overlaps(span)
        }
        return [found[number] for number in sorted(found)]


def _touched(span: Span) -> range:
    return range(span.start // BUCKET, (span.end - 1) // BUCKET + 1)
