"""Repetition: lines and paragraphs that an earlier one has already said word for word."""

from __future__ import annotations

from dateline.model.span import Span
from dateline.text.layout import blocks, word_spans, words

FEWEST_WORDS = 4  # a shorter line may well be said twice
FEWEST_LETTERS = 15  # so may a time of day
FEWEST_IN_HEADLINE = 6
_CREDIT = ("-", "–", "—", "―")  # begins who says the words above: that may well be the same twice
_LONGEST_CREDIT = 100
_SAMPLE = 100
_SLACK = 20  # characters of blanks and marks by which a copy may be longer


def repeats(text: str) -> list[tuple[Span, Span]]:
    """Pairs of (later copy, first occurrence) in text order, compared without case, blanks and punctuation.

    A copy is a paragraph or a line that equals an earlier one, or a line that is the end of the first line, as in a
    headline with its standfirst on one line and the standfirst below. The first occurrence always stays.
    """
    seen: dict[tuple[str, ...], Span] = {}
    headline: Span | None = None
    found: list[tuple[Span, Span]] = []
    for block in blocks(text):
        headline = headline or block[0]
        whole = Span(block[0].start, block[-1].end)
        if len(block) > 1 and (first := _seen_or_added(seen, text, whole)):
            found.append((whole, first))
            continue
        for line in block:
            if _is_credit(line.of(text)):
                continue
            if first := _end_of(text, headline, line) or _seen_or_added(seen, text, line):
                found.append((line, first))
    return found


def _is_credit(line: str) -> bool:
    return line.startswith(_CREDIT) and len(line) <= _LONGEST_CREDIT


def _seen_or_added(seen: dict[tuple[str, ...], Span], text: str, where: Span) -> Span | None:
    """Where the same was said first; None, and it is remembered, where it is new. Too few words are never a copy."""
    said = words(text, where.start, where.end)
    if len(said) < FEWEST_WORDS or sum(map(str.isalpha, where.of(text)[:_SAMPLE])) < FEWEST_LETTERS:
        return None
    first = seen.setdefault(tuple(said), where)
    return None if first == where else first


def _end_of(text: str, headline: Span, line: Span) -> Span | None:
    """The end of the headline that says the same as `line`, where there is more before it."""
    if line.end - line.start >= headline.end - headline.start + _SLACK or line.start < headline.end:
        return None
    said, above = words(text, line.start, line.end), words(text, headline.start, headline.end)
    if not FEWEST_IN_HEADLINE <= len(said) < len(above) or above[-len(said) :] != said:
        return None
    tail = word_spans(text, headline.start, headline.end)[-len(said) :]
    return Span(tail[0].start, tail[-1].end)
