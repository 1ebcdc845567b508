"""What stands behind an adjective of nation: a noun shared by a list ("Russian and Syrian jets"), a deed of forces."""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.countries import country_by_demonym
from dateline.lexicon.roles import deeds, modifier_sector, role_of
from dateline.model.span import Span

_WORDS: Final = re.compile(r"\s*(,|[^\W\d_][\w'’-]*)")
_LINKS: Final = frozenset({",", "and", "or", "as", "well"})
_FARTHEST: Final = 8  # words behind the adjective
_DEED: Final = 4  # words behind it that may hold a deed
_OF_STATE: Final = frozenset({"GOV", "MIL"})


def shared_noun(text: str, span: Span) -> str | None:
    """The noun phrase that an adjective of nation shares with the ones listed behind it, or None.

    "Russian" in "Russian and Syrian army jets" shares "army jets". Nothing is shared where no list follows.
    """
    if country_by_demonym(span.of(text)) is None or span.of(text).endswith("s"):
        return None
    nouns: list[str] = []
    at, listed = span.end, False
    for _ in range(_FARTHEST):
        match = _WORDS.match(text, at)
        if match is None:
            break
        word, at = match[1], match.end()
        if not nouns and (word.casefold() in _LINKS or word[0].isupper()):
            listed = listed or word.casefold() in _LINKS
        elif word.islower() and word not in _LINKS and listed:
            nouns.append(word)
            if role_of(word) is not None and not _goes_on(text, at):
                return " ".join(nouns)
        else:
            break
    return None


def does_force(text: str, span: Span) -> bool:
    """Whether an adjective of nation stands before a deed of its forces: "Russian air strikes", "Syrian army shelling".

    Not so where another party stands between them ("Syrian rebel shelling").
    """
    words: list[str] = []
    at = span.end
    while len(words) < _DEED and (match := _WORDS.match(text, at)) and match[1] != ",":
        words.append(match[1].casefold())
        at = match.end()
    for first in range(len(words)):
        if any(" ".join(words[first:end]) in deeds() for end in range(first + 1, first + 3)):
            return True
        if modifier_sector(words[first]) not in _OF_STATE:
            return False
    return False


def _goes_on(text: str, at: int) -> bool:
    """Whether the next word is a noun of the same compound ("army" in "army jets")."""
    match = _WORDS.match(text, at)
    return match is not None and match[1].islower() and role_of(match[1]) is not None
