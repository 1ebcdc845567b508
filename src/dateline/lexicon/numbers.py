"""Reads the words for numbers, vague numbers, qualifiers and units: in lower case, but for capital designators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.load import load

_TABLES = ("units", "teens", "tens", "scales", "suffixes", "shares")
_LISTS = ("majority", "ordinals", "zero", "zero_nouns", "zero_adjectives", "nearly_all", "most_nouns", "changing")
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of the file ``numbers.yaml``, whose head explains each part.

    `before` and `after` map a qualifier to what it does to a number (at_least, more_than, up_to, less_than, about,
    exact); `nouns` maps a noun to the unit that it measures.
    """

    units: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    vague: Mapping[str, Bounds]
    small: Mapping[str, Bounds]
    before: Mapping[str, str]
    after: Mapping[str, str]
    shares: Mapping[str, float]
    majority: tuple[str, ...]
    ordinals: tuple[str, ...]
    nouns: Mapping[str, str]
    designators: frozenset[str]
    capital_designators: frozenset[str]
    zero: tuple[str, ...]
    zero_nouns: tuple[str, ...]
    zero_adjectives: tuple[str, ...]
    nearly_all: tuple[str, ...]
    most_nouns: tuple[str, ...]
    changing: tuple[str, ...]


@cache
def number_words() -> NumberWords:
    """The words, read once."""
    raw = load("numbers")
    parts: dict[str, Any] = {name: MappingProxyType(raw[name]) for name in _TABLES}
    parts |= {name: tuple(raw[name]) for name in _LISTS}
    parts |= {name: frozenset(raw[name]) for name in ("designators", "capital_designators")}
    parts |= {name: _bounds(raw[name]) for name in ("vague", "small")}
    parts |= {side: _inverted(raw["qualifiers"][side]) for side in ("before", "after")}
    return NumberWords(**parts, nouns=_inverted(raw["nouns"]))


def _bounds(raw: Mapping[str, list[Any]]) -> Mapping[str, Bounds]:
    return MappingProxyType({word: (low, high) for word, (low, high) in raw.items()})


def _inverted(raw: Mapping[str, list[str]]) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in raw.items() for word in words})
