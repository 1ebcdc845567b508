"""Trigger rules: which words name which events. Data: ``triggers.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.errors import InstallError
from dateline.lexicon.load import load
from dateline.model.codebook import AUX, MEASURES, MODES

KINDS = ("verbs", "nouns", "adjectives")
CONDITIONS = frozenset({
    "object", "subject", "with", "particle", "prep", "modifier", "of", "prepof", "topic", "objectmodifier",
    "purpose", "under", "tags", "without", "head", "except"
})  # fmt: skip
FLAGS = ("clause", "passive", "numbered", "agentless", "finite")
FIELDS = ("event", "mode", "measure", "frame", "recipients", "actors", "aux", *FLAGS)
FRAMES = frozenset({
    "act", "undergo", "mutual", "place", "fall", "go", "carry", "visit", "deploy", "instrument", "affect"
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the event it gives, how the word's arguments map to roles, and its conditions by name."""

    event: str
    mode: str | None
    measure: str | None
    frame: str
    recipients: tuple[str, ...]
    actors: tuple[str, ...]
    conditions: Mapping[str, frozenset[str]]
    aux: str | None
    clause: bool
    passive: bool
    numbered: bool
    agentless: bool
    finite: bool
    number: int


Table = Mapping[tuple[str, str], tuple[Rule, ...]]


@cache
def trigger_rules() -> Table:
    """Rules by (kind, lemma), kinds as in `KINDS`, in the order in which they are to be tried.

    A noun of two words stands under both words with a space between. Raises InstallError for a rule that names an
    event, mode, measure, frame or condition that does not exist.
    """
    table: dict[tuple[str, str], list[Rule]] = {}
    for number, raw in enumerate(load("triggers")["rules"]):
        rule = _rule(number, raw)
        for kind in KINDS:
            for word in raw.get(kind, ()):
                table.setdefault((kind, word), []).append(rule)
    return MappingProxyType({key: tuple(rules) for key, rules in table.items()})


def _rule(number: int, raw: Mapping[str, Any]) -> Rule:
    event, mode, measure = raw.get("event", ""), raw.get("mode"), raw.get("measure")
    if raw.get("aux") not in {None, *AUX}:
        raise InstallError(f"trigger rule {number} has an unknown aux: {raw['aux']}")
    frame = raw.get("frame", "act")
    if mode is not None and mode not in MODES.get(event, ()):
        raise InstallError(f"trigger rule {number} has no such event or mode: {event} {mode}")
    if frame not in FRAMES or (measure is not None and measure not in MEASURES) or event not in MODES:
        raise InstallError(f"trigger rule {number} has an unknown event, frame or measure: {event} {frame} {measure}")
    if unknown := set(raw) - {*FIELDS, *KINDS, *CONDITIONS}:
        raise InstallError(f"trigger rule {number} has unknown keys: {sorted(unknown)}")
    conditions = {name: frozenset(raw[name]) for name in CONDITIONS if raw.get(name)}
    return Rule(
        event,
        mode,
        measure,
        frame,
        tuple(raw.get("recipients", ())),
        tuple(raw.get("actors", ())),
        MappingProxyType(conditions),
        raw.get("aux"),
        bool(raw.get("clause")),
        bool(raw.get("passive")),
        bool(raw.get("numbered")),
        bool(raw.get("agentless")),
        bool(raw.get("finite")),
        number,
    )


@dataclass(frozen=True, slots=True)
class Things:
    """Nouns that tell what an object is: weapons and verbs with their mode, areas, facilities, vehicles, topics."""

    weapons: Mapping[str, str]
    compounds: Mapping[tuple[str, str], str]
    verbs: Mapping[str, str]
    areas: frozenset[str]
    facilities: frozenset[str]
    vehicles: frozenset[str]
    topics: Mapping[str, frozenset[str]]


@cache
def things() -> Things:
    """The word lists of ``things.yaml``."""
    raw = load("things")
    return Things(
        _inverted(raw["weapons"]),
        {(first, last): mode for phrase, mode in _inverted(raw["compounds"]).items() for first, last in [_two(phrase)]},
        _inverted(raw["verbs"]),
        frozenset(raw["areas"]),
        frozenset(raw["facilities"]),
        frozenset(raw["vehicles"]),
        {topic: frozenset(words) for topic, words in raw["topics"].items()},
    )


def _inverted(groups: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: mode for mode, words in groups.items() for word in words}


def _two(phrase: str) -> tuple[str, str]:
    first, last = phrase.split()
    return first, last
