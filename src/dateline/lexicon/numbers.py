"""Reads the words for numbers, vague numbers, qualifiers and units. All words are in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.load import load

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
    zero: tuple[str, ...]
    zero_nouns: tuple[str, ...]


@cache
def number_words() -> NumberWords:
    """The words, read once."""
    raw = load("numbers")
    return NumberWords(
        **{name: MappingProxyType(raw[name]) for name in ("units", "teens", "tens", "scales", "suffixes", "shares")},
        vague=_bounds(raw["vague"]),
        small=_bounds(raw["small"]),
        before=_inverted(raw["qualifiers"]["before"]),
        after=_inverted(raw["qualifiers"]["after"]),
        majority=tuple(raw["majority"]),
        ordinals=tuple(raw["ordinals"]),
        nouns=_inverted(raw["nouns"]),
        designators=frozenset(raw["designators"]),
        zero=tuple(raw["zero"]),
        zero_nouns=tuple(raw["zero_nouns"]),
    )


def _bounds(raw: Mapping[str, list[Any]]) -> Mapping[str, Bounds]:
    return MappingProxyType({word: (low, high) for word, (low, high) in raw.items()})


def _inverted(raw: Mapping[str, list[str]]) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in raw.items() for word in words})
