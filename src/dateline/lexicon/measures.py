"""Which words give a number of people its measure. Data: ``measures.yaml``, whose head explains each part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from dateline.errors import InstallError
from dateline.lexicon.load import load
from dateline.model.codebook import MEASURES, MODES

WHO = frozenset({"object", "subject", "both", "life", "on"})
_WORDS = ("done_to", "undergone", "states", "nouns", "counted", "known", "nobody", "totals")
_LISTS = (
    "reaching",
    "parts",
    "mostly",
    "beasts",
    "held",
    "leaving",
    "being",
    "before",
    "behind",
    "listing",
    "bodies",
    "plain",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb with a second word: the measure that both give, and whether subject or object is counted."""

    measure: str
    second: frozenset[str]
    who: str
    as_object: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """The claim that a figure belongs to: its type, types that tell it as well, and whether it can be made from it."""

    event: str
    mode: str | None
    also: frozenset[str]
    alone: bool


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words of the file; each mapping goes from a lemma to its measures."""

    done_to: Mapping[str, tuple[str, ...]]
    undergone: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]
    counted: Mapping[str, tuple[str, ...]]
    known: Mapping[str, tuple[str, ...]]
    nobody: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    reaching: frozenset[str]
    parts: frozenset[str]
    mostly: frozenset[str]
    beasts: frozenset[str]
    held: frozenset[str]
    leaving: frozenset[str]
    being: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    listing: frozenset[str]
    bodies: frozenset[str]
    glue: tuple[str, ...]
    plain: frozenset[str]
    captive: frozenset[str]
    captive_signs: frozenset[str]
    forms: Mapping[str, tuple[str, str]]
    claims: Mapping[str, Telling]


@cache
def measure_words() -> MeasureWords:
    """The words, read once; raises InstallError for a measure, event or mode that does not exist."""
    raw = load("measures")
    tables: dict[str, Any] = {name: _inverted(name, raw[name]) for name in _WORDS}
    lists: dict[str, Any] = {name: frozenset(raw[name]) for name in _LISTS}
    phrases = _phrases(raw["phrases"])
    captive = frozenset(raw["captive"]["verbs"])
    return MeasureWords(
        **tables,
        **lists,
        phrases=phrases,
        captive=captive,
        captive_signs=frozenset(raw["captive"]["signs"]),
        glue=tuple(raw["glue"]),
        forms=_forms({*tables["done_to"], *tables["undergone"], *phrases, *captive}, raw["irregular"]),
        claims=_claims(raw["claims"]),
    )


def _inverted(name: str, groups: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    if unknown := {*groups} - {*MEASURES, ""}:
        raise InstallError(f"the list {name} of measures.yaml has unknown measures: {sorted(unknown)}")
    out: dict[str, tuple[str, ...]] = {}
    for measure, words in groups.items():
        for word in words:
            out[word] = (*out.get(word, ()), measure)
    return MappingProxyType(out)


def _phrases(rows: list[dict[str, Any]]) -> Mapping[str, tuple[Phrase, ...]]:
    out: dict[str, tuple[Phrase, ...]] = {}
    for row in rows:
        if row["measure"] not in MEASURES or row["who"] not in WHO:
            raise InstallError(f"a phrase of measures.yaml has an unknown measure or who: {row}")
        phrase = Phrase(row["measure"], frozenset(row["with"]), row["who"], row.get("as") == "object")
        for verb in row["verbs"]:
            out[verb] = (*out.get(verb, ()), phrase)
    return MappingProxyType(out)


def _claims(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Telling]:
    out: dict[str, Telling] = {}
    for measure, row in rows.items():
        event, mode, also = row["event"], row.get("mode"), frozenset(row.get("also", ()))
        if measure not in MEASURES or not {event, *also} <= set(MODES) or mode not in {None, *MODES[event]}:
            raise InstallError(f"a claim of measures.yaml has an unknown measure, event or mode: {measure} {row}")
        out[measure] = Telling(event, mode, also, row.get("alone", True))
    return MappingProxyType(out)


def _forms(verbs: set[str], irregular: Mapping[str, list[str]]) -> Mapping[str, tuple[str, str]]:
    """Each written form of a verb with its lemma and its kind: past, gerund or present."""
    out: dict[str, tuple[str, str]] = {}
    for verb in verbs:
        for form in (verb, *(irregular.get(verb) or _regular(verb))):
            out[form] = (verb, _kind(form, verb))
    return MappingProxyType(out)


def _kind(form: str, verb: str) -> str:
    if form.endswith("ing"):
        return "gerund"
    return "present" if form in {verb, verb + "s", verb + "es"} or form == verb[:-1] + "ies" else "past"


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing", verb + "s"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies"
    return verb + "ed", verb + "ing", verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")


def form_of(word: str) -> tuple[str, str] | None:
    """The lemma and kind of a written verb of the file, also where a blank beside it is lost; None for other words."""
    return measure_words().forms.get(unglued(word))


@lru_cache(maxsize=1 << 14)
def unglued(word: str) -> str:
    """The word in lower case, freed of what a lost blank ran into it: of "uprootednearly" "uprooted"."""
    lower, known = word.lower(), _known()
    if lower in known:
        return lower
    letters = _LETTERS.match(word)
    base = letters.group().lower() if letters else lower
    if base in known:
        return base
    for glue in measure_words().glue:
        if base.startswith(glue) and base[len(glue) :] in known:
            return base[len(glue) :]
        if base.endswith(glue) and base[: -len(glue)] in known:
            return base[: -len(glue)]
    return lower


# Letters up to a capital, a figure or a sign inside the word: "fledJuba", "people,37"
_LETTERS = re.compile(r"[A-Z]?[a-z]{3,}(?=[A-Z\d,;.(])|[A-Za-z]+")


@cache
def _known() -> frozenset[str]:
    words = measure_words()
    plural = {f"{noun}s" for table in (words.counted, words.known) for noun in table}
    return frozenset({*words.forms, *words.states, *words.counted, *words.known, *plural, *words.plain})
