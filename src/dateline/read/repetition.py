"""Repetition: lines and paragraphs that an earlier one has already said word for word."""

from __future__ import annotations

from dateline.model.span import Span
from dateline.text.layout import blocks, words

FEWEST_WORDS = 4  # a shorter line may well be said twice
FEWEST_LETTERS = 15  # so may a time of day
FEWEST_IN_HEADLINE = 6
_CREDIT = ("-", "–", "—", "―")  # begins who says the words above: that may well be the same twice
_LONGEST_CREDIT = 100
_Words = list[tuple[str, Span]]


def repeats(text: str) -> list[tuple[Span, Span]]:
    """Pairs of (later copy, first occurrence) in text order, compared without case, blanks and punctuation.

    A copy is a paragraph or a line that equals an earlier one, or a line that is the end of the first line, as in a
    headline with its standfirst on one line and the standfirst below. The first occurrence always stays.
    """
    seen: dict[tuple[str, ...], Span] = {}
    headline: _Words | None = None
    found: list[tuple[Span, Span]] = []
    for block in blocks(text):
        parts = [words(text, line.start, line.end) for line in block]
        pieces = list(zip(block, parts, strict=True))
        if len(block) > 1:
            whole = Span(block[0].start, block[-1].end)
            if first := _seen_or_added(seen, [word for part in parts for word in part], whole):
                found.append((whole, first))
                continue
        for line, said in pieces:
            if _is_credit(line.of(text)):
                continue
            headline_end = _end_of(headline, said) if headline else None
            headline = said if headline is None else headline
            if first := headline_end or _seen_or_added(seen, said, line):
                found.append((line, first))
    return found


def _is_credit(line: str) -> bool:
    return line.startswith(_CREDIT) and len(line) <= _LONGEST_CREDIT


def _seen_or_added(seen: dict[tuple[str, ...], Span], said: _Words, where: Span) -> Span | None:
    """Where `said` stood first; None, and it is remembered, where it is new. Too few words are never a copy."""
    if len(said) < FEWEST_WORDS or sum(c.isalpha() for word, _ in said for c in word) < FEWEST_LETTERS:
        return None
    key = tuple(word for word, _ in said)
    first = seen.setdefault(key, where)
    return None if first == where else first


def _end_of(headline: _Words, said: _Words) -> Span | None:
    """The end of the headline that says the same as `said`, where there is more before it."""
    count = len(said)
    if not FEWEST_IN_HEADLINE <= count < len(headline):
        return None
    tail = headline[-count:]
    if [word for word, _ in tail] != [word for word, _ in said]:
        return None
    return Span(tail[0][1].start, tail[-1][1].end)
