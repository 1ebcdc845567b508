"""Makers of readable claims and readings: ``claim("ASSAULT", killed=14)`` quotes `DISPATCH` unless told otherwise.

Words are looked up in the text, so an expected claim is written as what it quotes:

    claim("ASSAULT", killed=(15, None), place="Qarrah", day="2021-03-02", sources=["The local council"])
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

# `rest` and `head` below are handed on to dataclasses that check their own types.
# ruff: noqa: ANN401
from dateline.model.annotation import Sentence, Token
from dateline.model.article import Article
from dateline.model.claim import ActorRef, Claim, Figure, PlaceRef, TimeRef
from dateline.model.grounded import Actor, Place, When
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.store.stored import StoredClaim

DISPATCH = (
    "Shelling killed 14 people and wounded 30 in the market of Qarrah on Tuesday. "
    "The local council gave the toll to Meridian Press. "
    "The Fourth Army denied that its guns had fired, and about 200 families fled towards Deir Sahl."
)
QARRAH = Place("Qarrah", "SYR", 34.15, 36.75, "settlement", 5.0, "geonames:900001", "the only place of that name")
DEIR_SAHL = Place("Deir Sahl", "SYR", 34.6, 36.9, "settlement", 5.0, "geonames:900002", "nearest of two")
PLACES = {place.name: place for place in (QARRAH, DEIR_SAHL)}

Range = float | tuple[float | None, float | None]


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the `nth` time (from 0); raises ValueError where they do not."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def article(
    text: str = DISPATCH, *, name: str = "qarrah", published: str | None = "2021-03-03", **rest: Any
) -> Article:
    """An article; `rest` are fields of `Article`."""
    return Article(name, text, published=date.fromisoformat(published) if published else None, **rest)


def actors(text: str, names: Iterable[str | Actor]) -> tuple[ActorRef, ...]:
    """References to actors by their words, or by an `Actor` whose name the text holds."""
    return tuple(
        ActorRef(span(text, each.name), each) if isinstance(each, Actor) else ActorRef(span(text, each), Actor(each))
        for each in names
    )


def place_ref(text: str, place: str | Place, role: str = "at") -> PlaceRef:
    """A reference to a place; a name outside `PLACES` stays without coordinates."""
    found = place if isinstance(place, Place) else PLACES.get(place, Place(place, reason="not in the gazetteer"))
    return PlaceRef(span(text, found.name), role, found)


def time_ref(text: str, day: str | tuple[str, str], words: str = "on Tuesday") -> TimeRef:
    """A resolved time: one day, or the first and the last."""
    first, last = (day, day) if isinstance(day, str) else day
    return TimeRef(span(text, words), When(date.fromisoformat(first), date.fromisoformat(last), "weekday", first))


def figure(text: str, measure: str, value: Range, who: str | None = None) -> Figure:
    """A figure on the first standing of its number in the text, else on the text's first word."""
    low, high = value if isinstance(value, tuple) else (value, value)
    number = next((f"{n:g}" for n in (low, high) if n is not None and f"{n:g}" in text), text.split(maxsplit=1)[0])
    return Figure(span(text, number), measure, low, high, who)


def claim(
    event: str = "ASSAULT",
    *,
    text: str = DISPATCH,
    trigger: str | None = None,
    evidence: str | None = None,
    who: Iterable[str | Actor] = (),
    whom: Iterable[str | Actor] = (),
    place: str | Place | None = None,
    role: str = "at",
    day: str | tuple[str, str] | None = None,
    sources: Iterable[str | Actor] = (),
    measures: dict[str, Range] | None = None,
    **rest: Any,
) -> Claim:
    """A claim that quotes `text`. Keywords that name a measure are figures; the others are fields of `Claim`."""
    from dateline.model.codebook import MEASURES  # noqa: PLC0415 (beside its only use)

    counts = (measures or {}) | {key: rest.pop(key) for key in list(rest) if key in MEASURES}
    return Claim(
        event,
        span(text, trigger or text.split(maxsplit=2)[1]),
        span(text, evidence or text.split(". ", maxsplit=1)[0]),
        actors=actors(text, who),
        recipients=actors(text, whom),
        places=(place_ref(text, place, role),) if place else (),
        time=time_ref(text, day) if day else None,
        figures=tuple(figure(text, measure, value) for measure, value in counts.items()),
        sources=actors(text, sources),
        **({"extractor": "factory 1"} | rest),
    )


def reading(*claims: Claim, issues: Iterable[Issue] = (), of: Article | None = None, **head: Any) -> Reading:
    """A reading of `of`, or of an article made from `head`."""
    return Reading(of or article(**head), tuple(claims), tuple(issues))


def stored(*claims: Claim, **head: Any) -> list[StoredClaim]:
    """The claims of one article as the record gives them back."""
    read = reading(*claims, **head)
    about = read.article
    return [
        StoredClaim(about.id, about.name, about.title, about.url, about.publisher, about.published, body)
        for body in read.to_json()["claims"]
    ]


def sentence_of(text: str, *, start: int = 0, index: int = 0) -> Sentence:
    """A sentence without a parse: its words and signs, standing at `start` of some text."""
    words = re.finditer(r"\w+|[^\w\s]", text)
    tokens = tuple(
        Token(n, start + m.start(), start + m.end(), m[0], m[0].lower(), "X", "XX", "dep", n)
        for n, m in enumerate(words)
    )
    return Sentence(index, 0, start, start + len(text), tokens)
