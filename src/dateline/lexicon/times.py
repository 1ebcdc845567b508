"""Reads the words of time expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dateline.lexicon.load import load

Classes = tuple[tuple[str, str], ...]


@cache
def time_words() -> Mapping[str, Classes]:
    """Each spelling that matters to times, with its classes as (class, value) pairs, in the order of the file.

    Spellings are exact: "may" is absent where "May" and "MAY" are there.
    """
    found: dict[str, dict[str, str]] = {}
    for spelling, name, value in _entries():
        found.setdefault(spelling, {})[name] = value
    return MappingProxyType({spelling: tuple(classes.items()) for spelling, classes in found.items()})


def _entries() -> Iterator[tuple[str, str, str]]:
    for case, classes in load("times").items():
        for name, words in classes.items():
            for word, value in words.items():
                for spelling in _spellings(word, any_case=case == "any_case"):
                    yield spelling, name, str(value)


def _spellings(word: str, *, any_case: bool) -> set[str]:
    shown = {word, word.upper()}
    return shown | {word.capitalize()} if any_case else shown
