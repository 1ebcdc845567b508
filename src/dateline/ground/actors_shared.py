"""The noun that stands once behind several adjectives: "Russian and Syrian jets"."""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.countries import country_by_demonym
from dateline.lexicon.roles import role_of
from dateline.model.span import Span

_WORDS: Final = re.compile(r"\s*(,|[^\W\d_][\w'’-]*)")
_LINKS: Final = frozenset({",", "and", "or", "as", "well"})
_FARTHEST: Final = 8  # words behind the adjective


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


def _goes_on(text: str, at: int) -> bool:
    """Whether the next word is a noun of the same compound ("army" in "army jets")."""
    match = _WORDS.match(text, at)
    return match is not None and match[1].islower() and role_of(match[1]) is not None
