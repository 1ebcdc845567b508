"""Reporting verbs and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.load import load


@dataclass(frozen=True, slots=True)
class Reporting:
    """The word lists of ``reporting.yaml`` as sets of lemmas; `hedges` maps a verb to the codebook's hedge."""

    saying: frozenset[str]
    act: frozenset[str]
    perceive: frozenset[str]
    quoting: frozenset[str]
    blaming: frozenset[str]
    listener_only: frozenset[str]
    nouns: frozenset[str]
    hedges: dict[str, str]

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that can report."""
        return self.saying | self.act | self.perceive | self.blaming


@cache
def reporting() -> Reporting:
    """The reporting words."""
    data = load("reporting")
    return Reporting(
        saying=frozenset(data["saying"]),
        act=frozenset(data["act"]),
        perceive=frozenset(data["perceive"]),
        quoting=frozenset(data["quoting"]),
        blaming=frozenset(data["blaming"]),
        listener_only=frozenset(data["listener_only"]),
        nouns=frozenset(data["nouns"]),
        hedges=data["hedges"],
    )
