"""How alike the words of two reports are. A function of the two alone, so that the order of arrival changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from dateline.text.fold import loose_key

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEAST: Final = 4


class Likeness(NamedTuple):
    """A weight from 0 on, and the shared words that it rests on."""

    weight: float
    reason: str


def content_words(text: str) -> Iterable[str]:
    """Names (marked with a leading "=") and other words of some length."""
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].isupper():
            key = loose_key(word)
            if len(key) > 2:
                yield "=" + key
        elif word[0].isdigit() or len(word) >= _LEAST:
            yield word.lower()


def likeness(one: Iterable[str], other: Iterable[str]) -> Likeness:
    """How much of the content words of the shorter of two texts stands in the other."""
    mine, theirs = set(one), set(other)
    shared = mine & theirs
    if not shared:
        return Likeness(0.0, "")
    size = min(_mass(mine), _mass(theirs))
    part = _mass(shared) / size if size else 0.0
    names = sorted(word[1:] for word in shared if word[0] == "=")
    return Likeness(round(3.0 * part - 0.5, 3), f"{len(shared)} words shared ({', '.join(names[:5])})")


def _mass(words: set[str]) -> float:
    return sum(1.5 if word[0] == "=" else 1.0 for word in words)
