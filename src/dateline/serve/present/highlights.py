"""A text with its claims marked in place: spans that overlap cut into pieces that do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

Json = dict[str, Any]
Pair = tuple[int, int]  # first character and the one after the last, in code points of the text

EVIDENCE: Final = "evidence"
TRIGGER: Final = "trigger"
DROPPED: Final = "dropped"
SHARED: Final = "shared"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text: `layer` says what it is for, `word` is the claim's id or the reason why it was dropped."""

    start: int
    end: int
    layer: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are marked alike.

    `claims` are the ids of the claims whose evidence they stand in, that of the shortest evidence first; `begins` those
    whose evidence starts here. `trigger`: they name the event of a claim. `dropped`: why they were not read, "" where
    they were. `shared`: another article has them too.
    """

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    trigger: bool = False
    dropped: str = ""
    shared: bool = False


Paragraph = tuple[Piece, ...]


def marks_of(article: Json, shared: Iterable[Pair] = ()) -> list[Mark]:
    """The marks of an article in the contract's form, and those of passages that it shares with another."""
    found = [Mark(one["start"], one["end"], DROPPED, one["reason"]) for one in article["dropped"]]
    found += [
        Mark(claim[layer]["start"], claim[layer]["end"], layer, claim["id"])
        for claim in article["claims"]
        for layer in (EVIDENCE, TRIGGER)
    ]
    return found + [Mark(start, end, SHARED) for start, end in shared]


def paragraphs(text: str, marks: Iterable[Mark]) -> list[Paragraph]:
    """The lines of `text` that are not empty, each as pieces; put together, the pieces of a line are the line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces(text, marks):
        first, *others = piece.text.split("\n")
        _put(lines[-1], replace(piece, text=first))
        for line in others:
            lines.append([])
            _put(lines[-1], replace(piece, text=line, begins=()))
    return [tuple(line) for line in lines if any(piece.text.strip() for piece in line)]


def _put(line: list[Piece], piece: Piece) -> None:
    if piece.text or piece.begins:
        line.append(piece)


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """All of `text` in order, cut wherever a mark begins or ends. Marks without characters are left out."""
    kept = [mark for mark in marks if 0 <= mark.start < min(mark.end, len(text))]
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in kept:
        opening[mark.start].append(mark)
        closing[min(mark.end, len(text))].append(mark)
    cuts = sorted({0, len(text), *opening, *closing})
    around: list[Mark] = []
    for start, end in pairwise(cuts):
        gone = closing.get(start, [])
        around = [mark for mark in around if mark not in gone] + opening.get(start, [])
        yield _piece(text[start:end], around, opening.get(start, []))


def _piece(text: str, around: Sequence[Mark], new: Sequence[Mark]) -> Piece:
    evidence = sorted((mark for mark in around if mark.layer == EVIDENCE), key=lambda m: (m.end - m.start, m.word))
    return Piece(
        text,
        claims=tuple(mark.word for mark in evidence),
        begins=tuple(mark.word for mark in new if mark.layer == EVIDENCE),
        trigger=any(mark.layer == TRIGGER for mark in around),
        dropped=next((mark.word for mark in around if mark.layer == DROPPED), ""),
        shared=any(mark.layer == SHARED for mark in around),
    )


def quoted(claim: Json) -> Paragraph:
    """The evidence of a claim, its trigger marked: white space as one space."""
    evidence, trigger = claim["evidence"], claim["trigger"]
    start = trigger["start"] - evidence["start"]
    mark = Mark(start, start + trigger["end"] - trigger["start"], TRIGGER, claim["id"])
    found = pieces(evidence["text"], [mark] if start >= 0 else [])
    return tuple(replace(piece, text=_one_line(piece.text)) for piece in found)


def _one_line(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)
