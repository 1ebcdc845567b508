"""Named actors: bodies, forces and outlets by any of their names. Data: `actors.yaml`, `actors_armed.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from dateline.lexicon.load import load
from dateline.lexicon.roles import role_of

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w.&/()'’-]*[\w)])?")
_LEADING: Final = re.compile(r"^(?:the|a|an|so-called|self-styled|self-proclaimed|outlawed|banned)\s+", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ARTICLE: Final = re.compile(r"(?:al|el|an|ar|as|ash|at|ad) [A-Z]")  # Arabic; its case says nothing
_QUOTES: Final = "\"'“”‘’«»"
_LONGEST: Final = 10  # words in the longest alias


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A body with its canonical name, PLOVER sector and alpha-3 country (None: of no one state).

    `short` holds forms that mean it only in an article that also uses one of its full names. `areas` are alpha-3 codes
    of other countries that it is at home in. It exists from `since`; from the day `until` on it bears the name `then`.
    Up to the day `earlier[0]` its sector was `earlier[1]`. `unsure` holds acronyms that others in the world bear as
    well: they mean it only where the article speaks of its country. `id` is ``wikidata:Q...`` where the data has it.
    """

    name: str
    sector: str
    country: str | None = None
    short: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    then: str | None = None
    earlier: tuple[date, str] | None = None
    unsure: tuple[str, ...] = ()
    id: str | None = None


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
    Acronyms match as written only ("WHO", not "who"). Of several bodies with that name it is the one meant most often;
    `readings` gives all.
    """
    return next(iter(readings(words)), None)


@functools.lru_cache(maxsize=1 << 16)
def readings(words: str) -> tuple[NamedActor, ...]:
    """All actors that the whole phrase may name, the most usual first."""
    phrase = words.strip().strip(_QUOTES)
    found = _lookup(phrase)
    if not found and (bare := _BRACKET.sub("", phrase)) != phrase:
        found = _lookup(bare)
    while not found and (bare := _LEADING.sub("", phrase)) != phrase:
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


def is_acronym(words: str) -> bool:
    """Whether a name is so short that other bodies may bear it as well: one word of two to four capitals."""
    bare = words.replace(".", "").removesuffix("'s").removesuffix("’s")
    return bare.isalpha() and bare.isupper() and 1 < len(bare) < 5


def is_unsure(words: str, actor: NamedActor) -> bool:
    """Whether the name is an acronym that others in the world bear as well."""
    return bool(actor.unsure) and _normal(_LEADING.sub("", words)) in actor.unsure


def on_day(actor: NamedActor, day: date | None) -> NamedActor:
    """The actor as it was called, and what it was, on a day; as its row has it where no day is known."""
    if day is None:
        return actor
    while actor.then is not None and actor.until is not None and day >= actor.until:
        actor = by_name(actor.then)
    while actor.since is not None and day < actor.since and actor.name in _before():
        actor = _before()[actor.name]
    if actor.earlier is not None and day <= actor.earlier[0]:
        return replace(actor, sector=actor.earlier[1])
    return actor


def existed(actor: NamedActor, day: date | None) -> bool:
    """Whether the actor was there on a day under this name or an older one; true where that is not known."""
    since = on_day(actor, day).since
    return day is None or since is None or since <= day


@functools.cache
def _before() -> Mapping[str, NamedActor]:
    """Actors by the name that they took later."""
    return MappingProxyType({a.then: a for a in _entries().values() if a.then is not None})


def _matches(phrase: str, tokens: list[tuple[int, int]], at: int) -> Iterator[tuple[int, NamedActor]]:
    for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
        start, end = tokens[at][0], tokens[at + count - 1][1]
        if _LEADING.match(phrase[start:end]):
            continue
        found = _lookup(phrase[start:end])
        if found:
            yield count, found[0]


@functools.lru_cache(maxsize=1 << 16)  # news repeats its names
def _lookup(words: str) -> tuple[NamedActor, ...]:
    form = _normal(words)
    exact, folded = _aliases()
    found = exact.get(form, ())
    if not found and form:
        entry, small = folded.get(form.casefold(), ((), False))
        if form[0].isupper() or small or _ARTICLE.match(form):
            found = entry
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
        entries[name] = _actor(name, row)
        plain = NamedActor(name, row["sector"], row.get("country"))
        entries |= {each: replace(plain, name=each) for each in row.get("also", ())}
    return MappingProxyType(entries)


def _actor(name: str, row: Mapping[str, Any]) -> NamedActor:
    earlier = row.get("earlier")
    return NamedActor(
        name,
        row["sector"],
        row.get("country"),
        tuple(row.get("short", ())),
        tuple(row.get("areas", ())),
        _day(row.get("since")),
        _day(row.get("until")),
        row.get("then"),
        (earlier["until"], earlier["sector"]) if earlier else None,
        tuple(row.get("unsure", ())),
        f"wikidata:{row['wikidata']}" if "wikidata" in row else None,
    )


def _day(value: date | int | None) -> date | None:
    """A day as it stands, or the first of a year."""
    return date(value, 1, 1) if isinstance(value, int) else value


Exact = Mapping[str, tuple[NamedActor, ...]]
Folded = Mapping[str, tuple[tuple[NamedActor, ...], bool]]


@functools.cache
def _aliases() -> tuple[Exact, Folded]:
    """Aliases matched as written, and casefolded ones with whether a small first letter will do."""
    exact: dict[str, tuple[NamedActor, ...]] = {}
    folded: dict[str, tuple[tuple[NamedActor, ...], bool]] = {}
    for key in ("aliases", "unsure", "shared"):  # a name of its own comes before one that is shared
        for name, actor in _entries().items():
            own = (name,) if key == "aliases" else ()
            for alias in (*own, *_rows().get(name, {}).get(key, ())):
                form = _normal(re.sub(r"^[Tt]he ", "", alias))
                if _is_exact(alias):
                    exact[form] = _with(exact.get(form, ()), actor)
                else:
                    others, small = folded.get(form.casefold(), ((), False))
                    folded[form.casefold()] = (_with(others, actor), small or alias[0].islower())
    return MappingProxyType(exact), MappingProxyType(folded)


def _with(others: tuple[NamedActor, ...], actor: NamedActor) -> tuple[NamedActor, ...]:
    return others if actor in others else (*others, actor)


@functools.cache
def _first_words() -> frozenset[str]:
    """The first word of every alias: most words of a text begin none."""
    return frozenset(form.partition(" ")[0].casefold() for table in _aliases() for form in table)


@functools.cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(load("actors") | load("actors_armed"))
