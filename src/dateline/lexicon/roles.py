"""Common nouns that denote people or bodies: their sector and what else the noun tells. Data: `roles.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from dateline.lexicon.load import load

_WORD: Final = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?\.?")
_TRAILING: Final = re.compile(r"(?:['’]s?|\.)$")
_LONGEST: Final = 4  # words in the longest compound of the table


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of whom it denotes.

    `sector` is PLOVER's code or None where the noun does not tell. `person`: human beings rather than a body or a
    vehicle. `collective`: one singular denotes many. `civ`: may be counted as a civilian victim. `media`: an outlet or
    its staff. `source`: something that is cited ("report"). `weak`: the sector yields to a word before the noun.
    `abroad`: takes no country from the article it stands in. `local`: an office below the state.
    `plural` tells that the form looked up was a plural.
    """

    noun: str
    sector: str | None = None
    person: bool = True
    collective: bool = False
    civ: bool = False
    media: bool = False
    source: bool = False
    weak: bool = False
    abroad: bool = False
    local: bool = False
    plural: bool = False


def words_of(text: str) -> list[str]:
    """Lower-case words of `text` without punctuation, possessive endings and final stops ("U.N." gives "u.n")."""
    return [_TRAILING.sub("", word) for word in _WORD.findall(text.casefold())]


@functools.lru_cache(maxsize=1 << 16)  # news repeats its names
def role_of(noun: str) -> Role | None:
    """The role of a noun, lemma or noun phrase by its longest known ending ("two police officers"), else None."""
    table = _table()
    found = table.get(noun)
    if found is not None:
        return found
    words = words_of(noun)
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        found = table.get(" ".join(words[start:]))
        if found is not None:
            return found
    return None


def modifier_sector(word: str) -> str | None:
    """The sector that a word before a noun names: "rebel" gives REB; None for any other word."""
    return _modifiers().get(word.casefold().rstrip("."))


def join_sectors(modifier: str | None, role: Role) -> str | None:
    """The sector of a noun with a modifier's sector before it: "government" and "forces" give MIL."""
    if modifier is None or not role.weak:
        return role.sector
    return _joined().get((modifier, role.sector), modifier)


def plural_of(noun: str, irregular: Mapping[str, str]) -> str:
    """The plural of a lower-case noun or compound: the irregular one of its last word, else by spelling."""
    if noun in irregular:
        return irregular[noun]
    before, _, last = noun.rpartition(" ")
    if last in irregular:
        return f"{before} {irregular[last]}".strip()
    for short in ("woman", "man", "child"):
        if last.endswith(short):
            return noun.removesuffix(short) + irregular[short]
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


@functools.cache
def _data() -> Mapping[str, Any]:
    return MappingProxyType(load("roles"))


@functools.cache
def _table() -> Mapping[str, Role]:
    table: dict[str, Role] = {}
    for group in _data()["groups"]:
        attributes = {key: value for key, value in group.items() if key not in ("nouns", "plural")}
        for noun in group["nouns"]:
            table[noun] = Role(noun, plural=group.get("plural") == "none", **attributes)
            if group.get("plural") != "none":
                table.setdefault(plural_of(noun, _data()["plurals"]), Role(noun, plural=True, **attributes))
    return MappingProxyType(table)


@functools.cache
def _modifiers() -> Mapping[str, str]:
    return MappingProxyType(
        {word.rstrip("."): sector for sector, words in _data()["modifiers"].items() for word in words}
    )


@functools.cache
def _joined() -> Mapping[tuple[str, str | None], str]:
    rows: Sequence[Sequence[str]] = _data()["joined"]
    return MappingProxyType({(modifier, noun): result for modifier, noun, result in rows})


def anaphor_sectors(noun: str) -> frozenset[str]:
    """Sectors of bodies that "the NOUN" can point back to; empty for nouns that do not point back."""
    return frozenset(_data()["anaphors"].get(noun, ()))


@functools.cache
def counters() -> frozenset[str]:
    """Words that only count what stands behind "of"."""
    return frozenset(_data()["counters"])


@functools.cache
def attached() -> frozenset[str]:
    """Participles that make an adjective of a name before a hyphen."""
    return frozenset(_data()["attached"])


@functools.cache
def members() -> frozenset[str]:
    """Nouns behind a body's name that mean the body itself ("fighters", "forces")."""
    return frozenset(_data()["members"])


@functools.cache
def leaders() -> frozenset[str]:
    """Nouns that mean somebody of the government where a country stands before them ("the Syrian leader")."""
    return frozenset(_data()["leaders"])


@functools.cache
def foreign() -> frozenset[str]:
    """First words of parties from elsewhere ("Western")."""
    return frozenset(_data()["foreign"])


@functools.cache
def deeds() -> frozenset[str]:
    """Nouns for what armed forces do ("air strikes"), singular and plural."""
    return frozenset(_data()["deeds"])


def state_body(noun: str) -> str | None:
    """The usual noun for a body that each state has one of ("regime" gives "government"), or None."""
    found: str | None = _state_bodies().get(noun)
    return found


@functools.cache
def _state_bodies() -> Mapping[str, str]:
    rows: Mapping[str, Sequence[str]] = _data()["state_bodies"]
    return MappingProxyType({noun: usual for usual, nouns in rows.items() for noun in (usual, *nouns)})
