"""Cuts a phrase of place into typed tokens: names, compass words, kinds of place, distances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.lexicon.admin1 import admin1
from dateline.lexicon.countries import countries, country_by_demonym, country_by_name
from dateline.lexicon.place_words import kinds_of_place, place_words, regions
from dateline.model.grounded import Place
from dateline.text.fold import fold_name

NO_TYPES: frozenset[str] = frozenset()
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[\w&]+(?:[.'’/-]+[\w&]+)*\.?|[,()]|\S")
_POSSESSIVE = re.compile("['’]s?$")
_LONGEST = 3
_JOINING = frozenset({"of", "al", "the", "de", "du", "la", "el", "bin"})


@dataclass(frozen=True, slots=True)
class Held:
    """A name inside a phrase with the place it was resolved to; `place` is None where it could not be located.

    `adjective` is True for demonyms and names in the possessive: they say whose, not first of all where.
    """

    name: str
    place: Place | None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One word, kind or name: `word` in lower case, `types` what the lists say of it, `name` the index of a name."""

    word: str
    types: frozenset[str] = NO_TYPES
    name: int | None = None
    plural: bool = False


def tokens_of(words: str, toponyms: Sequence[tuple[str, Place]]) -> tuple[tuple[Token, ...], tuple[Held, ...]]:
    """The tokens of a phrase and the names it holds: those given, and other capitalised ones (without a place)."""
    raw = [part for match in _TOKEN.finditer(words) for part in _sides(match[0])]
    names = ((_words(name), name, place) for name, place in toponyms if name.casefold() not in kinds_of_place())
    given = sorted(names, key=lambda item: -len(item[0]))
    held: list[Held] = []
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        size = _area_at(raw, at, given, held) or _given_at(raw, at, given, held)
        token, typed = _typed_at(raw, at)
        if not size and typed == 1:
            size = _unknown_at(raw, at, held)
        if size:
            tokens.append(Token(held[-1].name.lower(), frozenset({"name"}), len(held) - 1))
            at += size
            continue
        tokens.append(token)
        at += typed
    return tuple(tokens), tuple(held)


def _sides(word: str) -> list[str]:
    """The two countries of "Syria-Turkey" and "Syrian-Turkish" apart; other words as they are."""
    sides = word.split("-")
    both = len(sides) > 1 and all(country_by_name(side) or country_by_demonym(side) for side in sides)
    return [part for side in sides for part in (side, "-")][:-1] if both else [word]


def _words(name: str) -> list[str]:
    words = [_POSSESSIVE.sub("", match[0]) for match in _TOKEN.finditer(name)]
    if words and words[0].lower() == "the":
        words = words[1:]
    return words


def _area_at(raw: list[str], at: int, given: list[tuple[list[str], str, Place]], held: list[Held]) -> int:
    """A region, country or division of several words ("Jammu and Kashmir") before its single words are looked at."""
    if raw[at].lower() == "the" or not raw[at][:1].isupper():
        return 0
    for size in range(min(_LONGEST + 1, len(raw) - at), 1, -1):
        name = _POSSESSIVE.sub("", " ".join(raw[at : at + size]))
        if fold_name(name) in _areas():
            same = (place for _, other, place in given if fold_name(other) == fold_name(name) and place.lat is not None)
            held.append(Held(name, next(same, None)))
            return size
    return 0


@cache
def _areas() -> frozenset[str]:
    states = [name for entry in countries().values() for name in entry.names]
    divisions = [name for rows in admin1().values() for row in rows for name in row.names]
    folded = (*regions(), *map(fold_name, states), *map(fold_name, divisions))
    return frozenset(name for name in folded if " " in name)


def _given_at(raw: list[str], at: int, given: list[tuple[list[str], str, Place]], held: list[Held]) -> int:
    for words, name, place in given:
        size = len(words)
        if size and [_POSSESSIVE.sub("", word) for word in raw[at : at + size]] == words:
            located = place.lat is not None
            if not located and size > 1 and (_types(words[-1].lower()) or _types(words[0].lower())):
                return 0  # a kind within the name: read it word by word
            held.append(Held(name, place if located else None, _is_adjective(raw[at + size - 1], name)))
            return size
    return 0


def _unknown_at(raw: list[str], at: int, held: list[Held]) -> int:
    """A run of capitalised words that are no kinds of place; the first word of a phrase may be an article."""
    size, end = 0, at
    while end < len(raw) and (_is_name(raw, end) or (size and _joins(raw, end))):
        end += 1
        size = end - at if _is_name(raw, end - 1) else size
    if size:
        name = " ".join(_POSSESSIVE.sub("", word) for word in raw[at : at + size])
        held.append(Held(name, None, _is_adjective(raw[at + size - 1], name)))
    return size


def _is_adjective(last: str, name: str) -> bool:
    return _POSSESSIVE.search(last) is not None or country_by_demonym(name) is not None


def _is_name(raw: list[str], at: int) -> bool:
    word = raw[at]
    plain = _POSSESSIVE.sub("", word).lower()
    if not (word[:1].isupper() or re.match("(?:al|el|ad|an|ar|as|ash|at|az)[-'’][A-Z]", word)):
        return False
    held = plain.rpartition("-")[2] in place_words().holding  # "ISIL-held" says whose, not where
    return plain not in ("the", "a", "an") and not held and not _types(plain)


def _joins(raw: list[str], at: int) -> bool:
    return raw[at].lower() in _JOINING and raw[at].lower() != "of" and at + 1 < len(raw) and _is_name(raw, at + 1)


def _typed_at(raw: list[str], at: int) -> tuple[Token, int]:
    for size in range(min(_LONGEST, len(raw) - at), 0, -1):
        word = " ".join(raw[at : at + size]).lower()
        bare = _POSSESSIVE.sub("", word)
        for form in (word, bare):
            if _types(form):
                return Token(form, _types(form)), size
            single = _singular(form)
            if single and _types(single):
                return Token(single, _types(single), plural=True), size
    return Token(raw[at].lower()), 1


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else ""


def _types(word: str) -> frozenset[str]:
    return _table().get(word, NO_TYPES)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind, words in _lists():
        for word in words:
            table.setdefault(word, set()).add(kind)
    return MappingProxyType({word: frozenset(kinds) for word, kinds in table.items()})


def _lists() -> Iterator[tuple[str, Sequence[str]]]:
    lists = place_words()
    yield "compass", tuple(lists.compass)
    yield "part", tuple(lists.parts)
    yield "quarter", tuple(lists.quarters)
    yield "settlement", tuple(lists.settlements)
    yield "admin1", tuple(lists.admin1)
    yield "admin2", tuple(lists.admin2)
    yield "countryside", tuple(lists.countryside)
    yield "facility", tuple(lists.facilities)
    yield "back", tuple(lists.back)
    yield "near", lists.near
    yield "unit", tuple(lists.units)
    yield "people", tuple(lists.peoples)
    yield "border", tuple(lists.borders)
