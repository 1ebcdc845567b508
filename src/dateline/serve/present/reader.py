"""An article for reading: its text as runs of pieces, its claims as cards, its copies with what they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dateline import wording
from dateline.serve.present.claims import Card, Head, card
from dateline.serve.present.highlights import Pair, Paragraph, Piece, marks_of, paragraphs

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that lead to one claim (`claim`, "" for none) or were left out alike; `why` is told before the first."""

    claim: str
    dropped: str
    why: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """Another article that carries some of this text: in words how much, and the passages as they stand here."""

    other: Head
    kind: str
    reason: str
    passages: tuple[str, ...]
    spans: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What was doubted or dropped while reading, in words; `words` are what it is about."""

    stage: str
    reason: str
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all that is shown beside it; `lines` are its paragraphs."""

    head: Head
    url: str | None
    language: str | None
    characters: int
    lines: tuple[tuple[Run, ...], ...]
    cards: tuple[Card, ...]
    copies: tuple[Copied, ...]
    doubts: tuple[Doubt, ...]
    left_out: int

    @property
    def events(self) -> dict[str, str]:
        """The type of each claim, by its id."""
        return {one.id: one.event for one in self.cards}

    @property
    def readings(self) -> dict[str, str]:
        """What each claim is read as, on one line, by its id."""
        return {one.id: one.reading for one in self.cards}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types that occur, those with most claims first."""
        found = [one.event for one in self.cards]
        return tuple(sorted(set(found), key=lambda event: (-found.count(event), event)))


def reading(article: Json, copies: Sequence[Json] = (), *, against: str = "") -> Reading:
    """The view of an article in the contract's form and its copies (see `store.beside.copies_of`).

    What it shares with the article whose id is `against` is marked in the text.
    """
    text: str = article["text"]
    copied = tuple(_copied(one, text) for one in copies)
    shared = [span for one in copied if one.other.hash == against for span in one.spans]
    head = Head(article["hash"], article["id"], article["title"], article["publisher"], article["published"])
    return Reading(
        head=head,
        url=web_address(article["url"]),
        language=article["language"],
        characters=len(text),
        lines=tuple(runs(paragraphs(text, marks_of(article, shared)))),
        cards=tuple(card(claim, head) for claim in article["claims"]),
        copies=copied,
        doubts=tuple(_doubt(one) for one in article["issues"]),
        left_out=sum(one["end"] - one["start"] for one in article["dropped"]),
    )


def runs(lines: Iterable[Paragraph]) -> Iterator[tuple[Run, ...]]:
    """The pieces of each paragraph in runs. The reason for leaving words out is told once, where they begin."""
    before = ""
    for line in lines:
        made = []
        for (claim, dropped), group in groupby(line, key=lambda piece: (next(iter(piece.claims), ""), piece.dropped)):
            made.append(Run(claim, dropped, dropped if dropped != before else "", tuple(group)))
            before = dropped
        yield tuple(made)


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it (http or https), else None: an article's may be anything."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _copied(one: Json, text: str) -> Copied:
    spans = tuple((passage["here"][0], passage["here"][1]) for passage in one["passages"])
    other = one["other"]
    head = Head(other["hash"], other["name"], other["title"], other["publisher"], other["published"])
    return Copied(head, one["kind"], one["reason"], tuple(wording.plain(text[a:b]) for a, b in spans), spans)


def _doubt(one: Json) -> Doubt:
    return Doubt(one["stage"], wording.plain(one["reason"]), wording.plain(one.get("text") or ""), one["remedy"] or "")
