"""Who speaks under which words (see `origins.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.load import load

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """A body that common words mean in news of one country (alpha-3)."""

    name: str
    country: str | None
    words: tuple[str, ...]
    unless: frozenset[str]
    people: frozenset[str]


def tokens(words: str) -> list[str]:
    """Lower-case words; a hyphen joins."""
    return _TOKEN.findall(words.lower())


def voice_of(words: str, country: str | None) -> str | None:
    """The body that a source's words mean in news of a country, or None."""
    said = tokens(words)
    line = f" {' '.join(said)} "
    for voice in _voices():
        if voice.country not in (None, country) or voice.unless.intersection(said):
            continue
        if any(f" {each} " in line for each in (*voice.words, *voice.people)):
            return voice.name
    return None


def is_state_media(words: str) -> bool:
    """Whether the words mean a state's own media."""
    line = f" {' '.join(tokens(words))} "
    return any(f" {each} " in line for each in load("origins")["state_media"]["words"])


def state_of_outlet(name: str) -> str | None:
    """The state (alpha-3) that a named outlet speaks for, or None."""
    return next((state for state, names in load("origins")["state_media"]["outlets"].items() if name in names), None)


def is_hearsay(words: str) -> bool:
    """Whether a source is nobody: reports, pictures."""
    said = tokens(words)
    return bool(said) and said[-1] in load("origins")["hearsay"]


def is_nameless(words: str) -> bool:
    """Whether a source has no name that tells it from others: "activists", "a medical source in the town"."""
    named = any(word[:1].isupper() for word in _TOKEN.findall(words)[1:])
    return not named and any(word in load("origins")["nameless"] for word in tokens(words))


def is_part(who: str) -> bool:
    """Whether the words for whom is counted name only some of those harmed: "children", "fighters"."""
    return not _parts().isdisjoint(tokens(who))


def adds(who: str) -> bool:
    """Whether those counted come on top of others: "six others"."""
    return bool(tokens(who)) and tokens(who)[0] in load("origins")["adding"]


def calls_earlier(words: str) -> bool:
    """Whether a sentence gives a toll only as one that no longer holds: "the previous toll was 20"."""
    line = f" {' '.join(tokens(words))} "
    return any(f" {each} " in line for each in load("origins")["earlier"])


@cache
def _parts() -> frozenset[str]:
    return frozenset(load("origins")["parts"])


@cache
def _voices() -> tuple[Voice, ...]:
    rows = load("origins")["bodies"]
    return tuple(
        Voice(
            name,
            row.get("country"),
            tuple(row["words"]),
            frozenset(row.get("not", ())),
            frozenset(row.get("people", ())),
        )
        for name, row in rows.items()
    )
