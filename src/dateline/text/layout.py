"""Layout: the lines and blocks of a text as spans, and the words of a line without its dress."""

from __future__ import annotations

import re

from dateline.model.span import Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_WORD = re.compile(r"\w+")


def lines(text: str) -> list[Span]:
    """The lines that hold more than blanks, without the blanks around them."""
    return [span for match in _LINE.finditer(text) if (span := _stripped(text, match.start(), match.end()))]


def blocks(text: str) -> list[list[Span]]:
    """The lines in groups that a blank line parts: paragraphs, where a text sets them apart that way."""
    grouped: list[list[Span]] = []
    for line in lines(text):
        if grouped and len(_BREAK.findall(text, grouped[-1][-1].end, line.start)) < 2:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped


def words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of ``text[start:end]`` in one case, without punctuation."""
    return [word.casefold() for word in _WORD.findall(text, start, len(text) if end is None else end)]


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where the words that `words` gives stand in `text`."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Span(match.start(), match.end()) for match in matches]


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE
