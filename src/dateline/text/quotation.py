"""Quotation marks: the passages of a text that stand in double quotation marks."""

from __future__ import annotations

import re

from dateline.model.span import Span

OPENING = "“«„"
CLOSING = "”»"
STRAIGHT = '"'
MARKS = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")


def quoted_passages(text: str, start: int, end: int) -> list[Span]:
    """Spans between double quotation marks within ``text[start:end]`` (one paragraph), marks left out.

    A passage that is not closed before the paragraph ends reaches to its end, as newspapers print a quotation that
    runs over several paragraphs. Straight marks open and close in turn.
    """
    found: list[Span] = []
    opened = -1
    for found_mark in MARKS.finditer(text, start, end):
        at, mark = found_mark.start(), found_mark[0]
        opens = mark in OPENING or (mark == STRAIGHT and opened < 0)
        closes = mark in CLOSING or (mark == STRAIGHT and opened >= 0)
        if closes and opened >= 0:
            if at > opened:
                found.append(Span(opened, at))
            opened = -1
        elif opens and opened < 0:
            opened = at + 1
    if 0 <= opened < end:
        found.append(Span(opened, end))
    return found
