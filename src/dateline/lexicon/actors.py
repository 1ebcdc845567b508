"""Named actors: bodies, forces and outlets by any of their names. Data: `actors.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from dateline.lexicon.load import load
from dateline.lexicon.roles import role_of

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w.&/()'’-]*[\w)])?")
_LEADING: Final = re.compile(r"^(?:the|a|an|so-called|self-styled|self-proclaimed|outlawed|banned)\s+", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_QUOTES: Final = "\"'“”‘’«»"
_LONGEST: Final = 10  # words in the longest alias


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A body with its canonical name, PLOVER sector and alpha-3 country (None: of no one state).

    `short` holds forms that mean it only in an article that also uses one of its full names.
    """

    name: str
    sector: str
    country: str | None = None
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A named actor inside a phrase: characters `start` to `end` of the phrase."""

    start: int
    end: int
    actor: NamedActor


@functools.lru_cache(maxsize=1 << 16)  # news repeats its names
def named(words: str) -> NamedActor | None:
    """The actor that the whole phrase names, or None.

    A leading "the" or "so-called", quotation marks, a possessive ending and an acronym in brackets do not matter.
    Acronyms match as written only ("WHO", not "who").
    """
    phrase = words.strip().strip(_QUOTES)
    found = _lookup(phrase)
    if found is None and (bare := _BRACKET.sub("", phrase)) != phrase:
        found = _lookup(bare)
    while found is None and (bare := _LEADING.sub("", phrase)) != phrase:
        phrase = bare
        found = _lookup(phrase) or _lookup(_BRACKET.sub("", phrase))
    return found


def find_named(phrase: str) -> list[NamedSpan]:
    """Named actors inside a phrase, in order, the longest at each place ("the UNHCR spokesman" holds UNHCR)."""
    tokens = [m.span() for m in _TOKEN.finditer(phrase)]
    found: list[NamedSpan] = []
    at = 0
    starts = _first_words()
    while at < len(tokens):
        if _normal(phrase[tokens[at][0] : tokens[at][1]]).partition(" ")[0].casefold() not in starts:
            at += 1
            continue
        match = next(_matches(phrase, tokens, at), None)
        if match is None:
            at += 1
            continue
        count, actor = match
        found.append(NamedSpan(tokens[at][0], tokens[at + count - 1][1], actor))
        at += count
    return found


def is_media(words: str) -> bool:
    """Whether the words denote an outlet or its staff: "Reuters", "an AFP photographer", "state television"."""
    actor = named(words)
    if actor is not None:
        return actor.sector == "MED"
    role = role_of(words)
    if role is not None:
        return role.media
    return any(found.actor.sector == "MED" for found in find_named(words)[-1:])


def by_name(name: str) -> NamedActor:
    """The actor with this canonical name; raises KeyError where there is none."""
    return _entries()[name]


def _matches(phrase: str, tokens: list[tuple[int, int]], at: int) -> Iterator[tuple[int, NamedActor]]:
    for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
        start, end = tokens[at][0], tokens[at + count - 1][1]
        if _LEADING.match(phrase[start:end]):
            continue
        actor = _lookup(phrase[start:end])
        if actor is not None:
            yield count, actor


@functools.lru_cache(maxsize=1 << 16)  # news repeats its names
def _lookup(words: str) -> NamedActor | None:
    form = _normal(words)
    exact, folded = _aliases()
    found = exact.get(form)
    if found is None and form:
        entry = folded.get(form.casefold())
        if entry is not None and (form[0].isupper() or entry[1]):
            found = entry[0]
    return found


@functools.lru_cache(maxsize=1 << 16)  # news repeats its names
def _normal(words: str) -> str:
    """One spelling: straight apostrophes, spaces for hyphens, no possessive ending, no dots in acronyms."""
    text = " ".join(words.replace("’", "'").replace("-", " ").split())
    text = re.sub(r"'s?$", "", text)
    return re.sub(r"\b(?:[A-Za-z]\.)+(?:[A-Za-z]\b\.?)?", lambda m: m[0].replace(".", ""), text)


def _is_exact(alias: str) -> bool:
    """One word with two capitals, or up to three letters: only as written."""
    return " " not in alias and "-" not in alias and (sum(c.isupper() for c in alias) > 1 or len(alias) < 4)


@functools.cache
def _entries() -> Mapping[str, NamedActor]:
    entries: dict[str, NamedActor] = {}
    for name, row in _rows().items():
        for each in (name, *row.get("also", ())):
            short = tuple(row.get("short", ())) if each == name else ()
            entries[each] = NamedActor(each, row["sector"], row.get("country"), short)
    return MappingProxyType(entries)


@functools.cache
def _aliases() -> tuple[Mapping[str, NamedActor], Mapping[str, tuple[NamedActor, bool]]]:
    """Aliases matched as written, and casefolded ones with whether a small first letter will do."""
    exact: dict[str, NamedActor] = {}
    folded: dict[str, tuple[NamedActor, bool]] = {}
    for name, actor in _entries().items():
        for alias in (name, *_rows().get(name, {}).get("aliases", ())):
            form = _normal(re.sub(r"^[Tt]he ", "", alias))
            if _is_exact(alias):
                exact[form] = actor
            else:
                folded[form.casefold()] = (actor, alias[0].islower())
    return MappingProxyType(exact), MappingProxyType(folded)


@functools.cache
def _first_words() -> frozenset[str]:
    """The first word of every alias: most words of a text begin none."""
    return frozenset(form.partition(" ")[0].casefold() for table in _aliases() for form in table)


@functools.cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(load("actors"))
