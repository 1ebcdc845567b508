"""Dates that are printed above a text and tell when it appeared ("Published 4 May 2015", "04 May 2015 09:42 AM")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.model.span import Span

NEAR = 40  # characters before a date in which a word of publishing may stand

_FULL = frozenset({"day", "month", "year"})
_LINE_STARTS = re.compile(r"(?:^|\n)[ \t(]*$")
_LINE_ENDS = re.compile(r"[ \t)]*(?:$|\n)")
# "13 Sep 2014 Three people were sentenced": a text begins, not "4 May 2015: two men shot", a chronicle
_TEXT_FOLLOWS = re.compile(r"[ \t)]+(?=[A-Z\"“'‘])")
_PUBLISHING = re.compile(
    r"\b(?:published|posted|updated|modified|date of publication|last update|publication date|date)\b(?: on| at)?\W*$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:on|in|of|from|to|until|till|since|by|before|after|between|and|through)\s+$", re.IGNORECASE
)


def is_printed(text: str, span: Span, parts: Mapping[str, str]) -> bool:
    """Whether a date in full stands as a publication line: named as one, with a clock time, or on a line's edge."""
    if not parts.keys() >= _FULL:
        return False
    before = text[max(0, span.start - NEAR) : span.start]
    if _PUBLISHING.search(before):
        return True
    if _GOVERNED.search(before):
        return False
    starts, ends = _LINE_STARTS.search(before), _LINE_ENDS.match(text, span.end)
    alone = bool(starts and (ends or _TEXT_FOLLOWS.match(text, span.end)))
    return alone or "clock" in parts
