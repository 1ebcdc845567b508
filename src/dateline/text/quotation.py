"""Quotation marks: the passages of a text that stand in double quotation marks."""

from __future__ import annotations

import re

from dateline.model.span import Span

OPENING = "“«„"
CLOSING = "”»"
STRAIGHT = '"'
TYPED = "''"  # two apostrophes stand for a straight mark where a system knows no better
MARKS = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]|{TYPED}(?!')|``")


def quoted_passages(text: str, start: int, end: int) -> list[Span]:
    """Spans between double quotation marks within ``text[start:end]`` (one paragraph), marks left out.

    A passage that is not closed before the paragraph ends reaches to its end, as newspapers print a quotation that
    runs over several paragraphs. Straight marks open and close in turn, but one that stands before a word and after a
    space opens anew if another is left to close it: the mark that should have closed before it was lost.
    """
    found: list[Span] = []
    opened = -1
    marks = list(MARKS.finditer(text, start, end))
    for number, found_mark in enumerate(marks):
        at, mark = found_mark.start(), found_mark[0]
        either = mark in {STRAIGHT, TYPED}
        opens = mark[0] in OPENING + "`" or (either and opened < 0 and not _after_word(text, found_mark))
        paired = (len(marks) - number) % 2 == 0  # with those that follow: “..., "he said. "...” is a slip of the space
        anew = either and paired and opened >= 0 and _before_word(text, found_mark)
        if anew and at > opened + 1:
            found.append(Span(opened, at))
            opened = found_mark.end()
        elif (either or mark in CLOSING) and opened >= 0:
            if at > opened:
                found.append(Span(opened, at))
            opened = -1
        elif opens and opened < 0:
            opened = found_mark.end()
    if 0 <= opened < end:
        found.append(Span(opened, end))
    return found


def _before_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands after a space and right before a word."""
    at = mark.start()
    return at > 0 and text[at - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()


def _after_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands right after a word and before none: it closes, and what opened was lost."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return (before.isalnum() or before in {",", ".", "!", "?"}) and before != "" and not after.isalnum()
