"""Small closed word classes that decide how a sentence is read. Data: ``grammar.yaml``."""

from __future__ import annotations

from functools import cache

from dateline.lexicon.load import load


@cache
def word_class(name: str) -> frozenset[str]:
    """The list called `name` as a set of lemmas; raises KeyError for a name that is not there."""
    return frozenset(load("grammar")[name])
