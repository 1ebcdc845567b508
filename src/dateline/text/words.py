"""Words of a text with their stems, for comparing texts by the words they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.text.fold import fold_name

_WORD: Final = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
_OWNER: Final = re.compile(r"['’]s?$")
_CLOSED: Final = re.compile(r"[.!?\n][\"”’')\]]*\s*[\"“‘'(\[]*$")  # between the last word of a sentence and the next
_VOWEL: Final = re.compile(r"[aeiouy]")
_ENDINGS: Final = ("ing", "ed")
_SHORTEST: Final = 3  # letters that an ending leaves


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and its stem; `name` where a capital inside a sentence says that it is one."""

    text: str
    stem: str
    number: bool
    name: bool


def words(text: str) -> Iterator[Word]:
    """The words and numbers of `text` in order. The first word of a sentence is no name: its capital tells nothing."""
    end = 0
    for match in _WORD.finditer(text):
        written = match.group()
        opens = end == 0 or _CLOSED.search(text, end, match.start()) is not None
        if stem := stem_of(written):
            yield Word(written, stem, written[0].isdigit(), written[0].isupper() and not opens)
        end = match.end()


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """The word without case, marks and the endings of number, person and time; the same for "kills" and "killing".

    A rough key, not a word: "raided" gives "raid", "bodies" "body", "hostages" "hostag". A number stays as it is.
    """
    stem = fold_name(_OWNER.sub("", word)) if not word[0].isdigit() else word
    if not stem or stem[0].isdigit():
        return stem
    stem = _singular(stem)
    ending = next((one for one in _ENDINGS if stem.endswith(one)), "")
    root = stem.removesuffix(ending)
    if ending and len(root) >= _SHORTEST and _VOWEL.search(root):
        doubled = len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in "lsz"
        stem = root[:-1] if doubled else root
    return stem[:-1] if len(stem) > _SHORTEST + 1 and stem.endswith("e") else stem


def _singular(word: str) -> str:
    if len(word) > _SHORTEST + 1 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and word[-2] not in "sui" else word
