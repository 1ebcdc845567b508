"""Reporting verbs and nouns."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    documents: frozenset[str]
    showing: frozenset[str]
    passing_on: frozenset[str]
    agencies: frozenset[str]
    outlet_words: frozenset[str]
    mind: frozenset[str]
    stance: frozenset[str]
    hearsay_sources: frozenset[str]
    claim_nouns: frozenset[str]
    private_nouns: frozenset[str]
    about: dict[str, frozenset[str]]
    hedges: dict[str, str]
    verbs: frozenset[str] = field(init=False)  # every verb that can report
    cue_nouns: frozenset[str] = field(init=False)  # every noun that can

    def __post_init__(self) -> None:
        verbs = self.saying | self.act | self.perceive | self.blaming | self.showing
        object.__setattr__(self, "verbs", verbs)
        object.__setattr__(self, "cue_nouns", self.nouns | self.claim_nouns | self.private_nouns)

    def attributes(self, verb: str) -> bool:
        """Whether a verb says, thinks or judges anything at all."""
        return verb in self.verbs or verb in self.mind or verb in self.stance or verb in self.about


@cache
def reporting() -> Reporting:
    """The reporting words."""
    data = load("reporting")
    words = {name: frozenset(listed) for name, listed in data.items() if isinstance(listed, list)}
    about = {verb: frozenset(prepositions) for verb, prepositions in data["about"].items()}
    return Reporting(**words, about=about, hedges=data["hedges"])
