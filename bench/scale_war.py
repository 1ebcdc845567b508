"""A war that never was, for measuring at scale: a year of incidents in invented towns, told by many articles.

News comes in bursts; several articles tell of one incident, most of them of several; three in ten reprint another one
under their own title with a paragraph more or less. Claims are made with the text, so nothing has to be read.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.model.article import Article
from dateline.model.claim import ActorRef, Claim, Figure, PlaceRef, TimeRef
from dateline.model.grounded import Actor, Place, When
from dateline.model.reading import Reading
from dateline.model.span import Span

FIRST: Final = date(2031, 1, 1)
DAYS: Final = 365
REPRINTS: Final = 0.3
_TOWNS: Final = 240
_PROVINCES: Final = 12
_OUTLETS: Final = tuple(f"The {place} {kind}" for place in ("Harbour", "Valley", "Ridge", "Delta") for kind in
                        ("Courier", "Post", "Wire", "Gazette", "Observer"))  # fmt: skip
# type, mode, the verb of the sentence, what it counts
_KINDS: Final = (
    ("ASSAULT", "aerial", "bombed", "killed"),
    ("ASSAULT", "heavy-weapons", "shelled", "killed"),
    ("ASSAULT", "firearms", "attacked", "injured"),
    ("ASSAULT", "explosives", "mined", "killed"),
    ("CONTROL", "capture", "captured", None),
    ("MOVE", "flee", "emptied", "displaced"),
    ("COERCE", "arrest", "raided", "detained"),
    ("AID", None, "supplied", None),
)
_BODIES: Final = ("The Northern Army", "The River Brigade", "The Coalition", "The Interior Ministry", "The Hill Guard")
_SOURCES: Final = ("The Valley Observatory", "A medic", "The provincial council", "The army command", "Residents")
_SYLLABLES: Final = ("qar", "del", "mos", "tah", "rin", "bel", "sha", "kor", "zan", "lim", "dar", "fen", "hol", "nus")
_SPEECH: Final = (
    "people",
    "said",
    "road",
    "night",
    "house",
    "again",
    "market",
    "water",
    "there",
    "since",
    "morning",
    "before",
    "after",
    "near",
    "heard",
    "fire",
    "smoke",
    "school",
    "power",
    "cut",
    "left",
    "stayed",
    "children",
    "work",
    "trucks",
    "fields",
    "bridge",
    "river",
    "cold",
    "bread",
    "queue",
    "clinic",
    "doctor",
    "street",
    "wall",
    "window",
    "family",
    "brother",
    "mother",
    "market",
    "closed",
    "opened",
    "waited",
    "walked",
    "carried",
    "promised",
    "denied",
    "asked",
    "told",
    "later",
    "week",
    "month",
    "winter",
    "summer",
    "year",
    "first",
    "last",
    "next",
    "other",
    "some",
    "many",
    "few",
    "most",
    "none",
    "north",
    "south",
    "east",
    "west",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident of the made-up war."""

    kind: tuple[str, str | None, str, str | None]
    place: Place
    day: date
    toll: int
    by: str
    weight: float  # how much of the day's news it is


def war(count: int, *, seed: int = 2031, first: date = FIRST) -> Iterator[Reading]:
    """`count` articles in the order of their days, the first of which is `first`."""
    rng = random.Random(seed)  # noqa: S311 (the same war in every run)
    towns = list(_towns(rng))
    weights = _daily(rng)
    recent: list[Reading] = []
    made = 0
    for number in range(DAYS):
        day = first + timedelta(days=number)
        today = round(count * sum(weights[: number + 1])) - made
        made += today
        happenings = [_happening(rng, towns, day, number) for _ in range(max(1, today // 2))]
        articles: list[Reading] = []
        for each in range(today):
            sources = articles or recent
            reprint = bool(sources) and rng.random() < REPRINTS
            name = f"d{number:03}-{each:04}"
            articles.append(
                _reprint(rng, rng.choice(sources), name) if reprint else _article(rng, happenings, day, name)
            )
        yield from articles
        recent = articles or recent


def _daily(rng: random.Random) -> list[float]:
    """The share of the year's articles that each day has: quiet weeks, and offensives that fill the papers."""
    weights = [1.0 + rng.random() for _ in range(DAYS)]
    for _ in range(8):
        start, force = rng.randrange(DAYS), rng.uniform(1.0, 4.0)
        for day in range(start, min(DAYS, start + rng.randint(4, 12))):
            weights[day] += force
    return [weight / sum(weights) for weight in weights]


def _towns(rng: random.Random) -> Iterator[Place]:
    for number in range(_TOWNS):
        name = "".join(rng.choice(_SYLLABLES) for _ in range(3)).title()
        lat, lon = rng.uniform(33.0, 37.0), rng.uniform(36.0, 42.0)
        yield Place(name, "XWA", lat, lon, "settlement", 4.0, f"made:{number}")
    for number in range(_PROVINCES):
        name = "".join(rng.choice(_SYLLABLES) for _ in range(2)).title() + " Province"
        yield Place(name, "XWA", 33.2 + number % 4, 36.5 + number // 4 * 2, "admin1", 60.0, f"made:p{number}")
    yield Place("Warland", "XWA", 35.0, 39.0, "country", 400.0, "made:country")


def _happening(rng: random.Random, towns: list[Place], day: date, number: int) -> Happening:
    """Most lie at the front, which moves through the towns in the course of the year."""
    front = number * _TOWNS // DAYS
    at = (front + int(rng.gauss(0, 8))) % _TOWNS if rng.random() < 0.6 else rng.randrange(len(towns))
    return Happening(
        rng.choice(_KINDS), towns[at], day, int(rng.paretovariate(0.9)), rng.choice(_BODIES), rng.expovariate(1)
    )


def _article(rng: random.Random, happenings: list[Happening], day: date, name: str) -> Reading:
    sentences: list[str] = []
    claims: list[Claim] = []
    at = 0
    for told in rng.choices(happenings, weights=[each.weight for each in happenings], k=rng.randint(1, 4)):
        for _ in range(rng.randint(1, 2)):
            sentence, claim = _told(rng, told, at)
            claims.append(claim)
            filler = " ".join(_filler(rng) for _ in range(3))
            sentences += [sentence, filler]
            at += len(sentence) + len(filler) + 2
    published = day + timedelta(days=rng.choice((0, 0, 1)))
    article = Article(
        name,
        " ".join(sentences),
        publisher=rng.choice(_OUTLETS),
        title=_filler(rng)[:40],
        published=published,
        language="en",
    )
    return Reading(article, tuple(claims))


def _told(rng: random.Random, told: Happening, at: int) -> tuple[str, Claim]:
    """One sentence that starts at character `at`, and the claim that it makes."""
    event, mode, verb, measure = told.kind
    toll = max(1, told.toll + rng.choice((0, 0, 0, 1, 3)))
    parts = [
        told.by,
        verb,
        told.place.name,
        "on that day",
        _words(rng, 6),  # two reporters never write the same sentence
        f"leaving {toll} people",
        f"{_words(rng, 3)}, according to",
        rng.choice(_SOURCES),
    ]
    starts = [at + sum(len(part) + 1 for part in parts[:n]) for n in range(len(parts))]
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    claim = Claim(
        event,
        trigger=spans[1],
        evidence=Span(spans[0].start, spans[-1].end),
        mode=mode,
        aux="negation" if rng.random() < 0.05 else None,
        actors=(ActorRef(spans[0], Actor(told.by, "XWA", "MIL", "body")),),
        places=(PlaceRef(spans[2], "at", told.place),),
        time=TimeRef(spans[3], When(told.day, told.day, "made")) if rng.random() < 0.85 else None,
        figures=(Figure(spans[5], measure, toll, toll, "people"),) if measure else (),
        sources=(ActorRef(spans[7], Actor(parts[7])),),
        extractor="made 1",
        confidence=0.9,
    )
    return " ".join(parts) + ".", claim


def _filler(rng: random.Random) -> str:
    return _words(rng, 18).capitalize() + "."


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(_SPEECH) for _ in range(count))


def _reprint(rng: random.Random, of: Reading, name: str) -> Reading:
    """The same text with a paragraph of its own at the end, under another name: no claim moves."""
    own = Article(
        name,
        f"{of.article.text} {_filler(rng)}",
        publisher=rng.choice(_OUTLETS),
        title=_filler(rng)[:40],
        published=of.article.published,
        language="en",
    )
    return replace(of, article=own)
