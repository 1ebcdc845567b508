"""Spans: half-open intervals of Unicode code points in an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of `Article.text`, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """The words of this span; raises ValueError where the span reaches past the text."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}:{self.end} reaches past a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: Span) -> int:
        """Characters between the two spans; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def shift(self, by: int) -> Span:
        """The same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)


def cover(spans: list[Span]) -> Span:
    """The smallest span that holds all of `spans`, which must not be empty."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
