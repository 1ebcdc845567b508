"""Words that survive a reprint, and fingerprints by which reprints meet without comparing every pair of texts.

A text is cut into words without case, diacritics, quotation marks, dashes and commas; every run of `SHINGLE` words
has a number; of every `WINDOW` numbers in a row the smallest is kept (winnowing: Schleimer, Wilkerson and Aiken 2003).
So two texts with `SHINGLE + WINDOW - 1` words in a row in common always share a fingerprint, and about two in
`WINDOW + 1` numbers are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from dateline.model.span import Span

SHINGLE = 5  # words: shorter runs are phrases that any two reports have in common
WINDOW = 8  # shingles
_PRIME = (1 << 61) - 1  # a number below it fits the signed integers of every database
_BASE = 0x1F3D5B79A1C3E5F7 % _PRIME
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"  # combining marks, and the stroke that lengthens an Arabic word
_INVISIBLE = "\u00ad\u200b-\u200d\u2060"
_APOSTROPHES = "'’‘`´ʼʻʿʾ′\ufffd"  # the last is what a lost character leaves behind
# Letters and digits, joined by what a source may have lost inside a word: "U.S.", "5,000", "army's".
_WORD = re.compile(
    rf"[^\W_]+(?:(?:[{_MARKS}]+|[{_INVISIBLE}{_APOSTROPHES}](?=[^\W_])|(?<=\d)[,.](?=\d)"
    r"|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b))[^\W_]*)*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as `folded` forms; word n is ``text[starts[n]:ends[n]]`` in code points."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, end: int) -> Span:
        """From the start of word `first` to the end of the last word before `end`; needs ``first < end``."""
        return Span(self.starts[first], self.ends[end - 1])


def split(text: str, *, without: Iterable[Span] = ()) -> Words:
    """The words of `text`; those that touch a span of `without` (page furniture, say) are left out."""
    found = _outside(_WORD.finditer(text), sorted(without))
    return Words(
        tuple(_fold(match[0]) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def shingles(words: Words, *, size: int = SHINGLE) -> list[int]:
    """A number below 2**61 for each run of `size` words, in order; the same in every process. Fewer words: none."""
    if len(words) < size:
        return []
    numbers = [_number(word) for word in words.folded]
    highest = pow(_BASE, size, _PRIME)
    rolling, out = 0, []
    for at, number in enumerate(numbers):
        rolling = (rolling * _BASE + number) % _PRIME
        if at >= size:
            rolling = (rolling - numbers[at - size] * highest) % _PRIME
        if at >= size - 1:
            out.append(rolling)
    return out


def winnow(numbers: list[int], *, window: int = WINDOW) -> frozenset[int]:
    """The smallest number of every `window` in a row; of fewer numbers the smallest of all, of none nothing."""
    kept: set[int] = set()
    waiting: list[int] = []  # positions whose numbers rise: the first is the smallest in the window
    first = 0
    for at, number in enumerate(numbers):
        while len(waiting) > first and numbers[waiting[-1]] >= number:
            waiting.pop()
        waiting.append(at)
        if waiting[first] <= at - window:
            first += 1
        if at >= window - 1 or at == len(numbers) - 1:
            kept.add(numbers[waiting[first]])
    return frozenset(kept)


def _outside(found: Iterable[re.Match[str]], without: list[Span]) -> list[re.Match[str]]:
    if not without:
        return list(found)
    kept, at = [], 0
    for match in found:
        while at < len(without) and without[at].end <= match.start():
            at += 1
        if at == len(without) or without[at].start >= match.end():
            kept.append(match)
    return kept


@lru_cache(maxsize=131_072)
def _fold(word: str) -> str:
    decomposed = word.lower() if word.isascii() else unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalnum, decomposed)) or word


@lru_cache(maxsize=131_072)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()) % _PRIME
