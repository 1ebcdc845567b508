"""Titles of persons, and holders of public office whose bare name stands for a state. Data: `persons.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from dateline.lexicon.load import load

_LONGEST: Final = 5  # words in the longest title


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of public office: the fullest name, PLOVER sector, alpha-3 country (None for international office)."""

    name: str
    sector: str
    country: str | None = None


def holder(words: str) -> Holder | None:
    """The office holder whom exactly these words name ("Putin", "Vladimir Putin"), else None. Case counts."""
    return _holders().get(" ".join(words.replace("’", "'").split()))


def title_at(words: list[str], at: int) -> tuple[str, int] | None:
    """The longest title that begins at `words[at]`: its sector and how many words it takes, else None."""
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        sector = _titles().get(" ".join(words[at : at + count]).casefold().rstrip("."))
        if sector is not None:
            return sector, count
    return None


def is_courtesy(word: str) -> bool:
    """Whether a word before a name is a courtesy or a qualifier rather than part of the name ("Mr", "former")."""
    return word.casefold().rstrip(".") in _courtesy()


def assumed_country(words: str) -> str | None:
    """The state that an office without one named most often belongs to ("Foreign Secretary": GBR), else None."""
    text = " ".join(words.casefold().split())
    return next((country for title, country in _assumed().items() if title in text), None)


@functools.cache
def _data() -> Mapping[str, Any]:
    return MappingProxyType(load("persons"))


@functools.cache
def _titles() -> Mapping[str, str]:
    return MappingProxyType({title: sector for sector, titles in _data()["titles"].items() for title in titles})


@functools.cache
def _courtesy() -> frozenset[str]:
    return frozenset(_data()["courtesy"])


@functools.cache
def _assumed() -> Mapping[str, str]:
    return MappingProxyType(dict(_data()["assumed"]))


@functools.cache
def _holders() -> Mapping[str, Holder]:
    table: dict[str, Holder] = {}
    for key, row in _data()["holders"].items():
        full = row.get("full", [])
        name = full[0] if full and " " not in key else key
        for form in (key, *full):
            table[form] = Holder(name, row["sector"], row.get("country"))
    return MappingProxyType(table)
