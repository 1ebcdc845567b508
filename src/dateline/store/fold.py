"""Folding of case and diacritics, so that "Düzce" is found by "duzce", and the way back to the words as written."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_AROUND = 80  # characters of context on each side of a hit


def fold(text: str) -> str:
    """`text` without case and diacritics, e.g. "Sabratha's Düzce" → "sabratha's duzce"."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def word_list(text: str) -> list[str]:
    """The folded words of `text`, in order; punctuation gives none."""
    return _WORD.findall(fold(text))


def snippet(text: str, words: list[str], *, around: int = _AROUND) -> str:
    """The passage of `text` around the first of `words` (folded), as written, with an ellipsis where it was cut."""
    at, end = _first(text, set(words)) or (0, 0)
    start, stop = max(0, at - around), min(len(text), end + around)
    while start and not text[start - 1].isspace() and at - start < around + 20:
        start -= 1
    while stop < len(text) and not text[stop].isspace() and stop - end < around + 20:
        stop += 1
    cut = " ".join(text[start:stop].split())
    return ("…" if start else "") + cut + ("…" if stop < len(text) else "")


def _first(text: str, wanted: set[str]) -> tuple[int, int] | None:
    marked = re.compile(r"[^\W_][\w\u0300-\u036f]*")  # a word with combining marks left in place
    for match in marked.finditer(text):
        if wanted.intersection(word_list(match.group())):
            return match.span()
    return None
