"""Claims coded by hand as what the network learns: a label for each word, and the words of each argument."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.labels import AUX_NAMES, EVENT_NAMES, HEDGE_NAMES, MODE_NAMES
from dateline.annotate.pieces import Pieces, Words
from dateline.model.annotation import Sentence
from dateline.model.signal import ROLES

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Labels:
    """What one word is part of: indexes into the lists of `dateline.annotate.labels`."""

    event: int
    mode: int
    aux: int
    hedge: int


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger's word range, its event's index, and its arguments as (index into ROLES, first word, end)."""

    begin: int
    end: int
    event: int
    arguments: tuple[tuple[int, int, int], ...]
    known: frozenset[int] | None = None  # the roles that are known of it; None: all are


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its labels; `labels` maps word positions to labels, other words are part of no trigger."""

    name: str
    words: Words
    labels: Mapping[int, Labels] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def example(
    name: str, sentences: Sequence[Sentence], claims: Iterable[Json], pieces: Pieces, *, dated: bool = True
) -> Example:
    """An article with the claims that are known of it, in the contract's form; claims outside its words are skipped.

    The coders give no day where there is no date to count from: of an article that is not `dated`, nothing is known of
    times.
    """
    known = None if dated else frozenset(range(len(ROLES))) - {ROLES.index("time")}
    ranges = _Ranges(sentences)
    labels: dict[int, Labels] = {}
    events: list[Event] = []
    for claim in claims:
        begin, end = ranges.words(claim["trigger"])
        if begin >= end:
            continue
        label = Labels(
            EVENT_NAMES.index(claim["event"]),
            MODE_NAMES.index((claim["event"], claim["mode"])),
            AUX_NAMES.index(claim["aux"]),
            HEDGE_NAMES.index(claim["hedge"]),
        )
        labels |= dict.fromkeys(range(begin, end), label)
        events.append(Event(begin, end, label.event, tuple(_arguments(claim, ranges)), known))
    return Example(name, pieces.words(sentences), labels, tuple(events))


def _arguments(claim: Json, ranges: _Ranges) -> Iterable[tuple[int, int, int]]:
    named = [("actor", span) for span in claim["actors"]] + [("recipient", span) for span in claim["recipients"]]
    named += [(span.get("role", "at"), span) for span in claim["places"]]
    named += [("time", claim["time"])] if claim["time"] else []
    named += [("relay" if number else "source", span) for number, span in enumerate(claim["sources"])]
    for role, span in named:
        if span.get("start") is None:
            continue  # known from outside the text
        begin, end = ranges.words(span)
        if begin < end:
            yield ROLES.index(role), begin, end


class _Ranges:
    """From characters to words."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [token.start for sentence in sentences for token in sentence.tokens]
        self._ends = [token.end for sentence in sentences for token in sentence.tokens]

    def words(self, span: Json) -> tuple[int, int]:
        return bisect_right(self._ends, span["start"]), bisect_left(self._starts, span["end"])
