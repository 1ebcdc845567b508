"""Runs the encoder: an article's sentences to signals, the words that may name events with what belongs to them.

The model is MiniLM-L6 with heads of our own (see `training/README.md`), in 8 bits, run by ONNX Runtime on one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.labels import AUX_NAMES, HEDGE_NAMES, MODE_NAMES
from dateline.annotate.model_files import Model
from dateline.annotate.pieces import CLOSING, OPENING, Words
from dateline.annotate.reach import distances, positions
from dateline.annotate.triggers import ARGUMENT, Found, find_arguments, find_triggers, probabilities
from dateline.annotate.windows import Window, windows
from dateline.model.annotation import Sentence
from dateline.model.codebook import EVENTS
from dateline.model.given import Given
from dateline.model.signal import ROLES, Arc, Signal
from dateline.model.span import Span

LIKELY: Final = 0.05  # arguments are looked for from this probability of the event on
OPEN: Final = 0  # the type of an event whose type is left open
MOST_LATE: Final = 64  # windows of an article that are kept till its arguments are asked for (a quarter MB each)
INPUTS: Final = ("pieces", "first", "shapes")  # no mask: a window that is read alone has no padding
SCORES: Final = ("event", "mode", "aux", "hedge", "narrow")
Scores = NDArray[np.float32]


class Encoder:
    """Reads sentences with the model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.version = model.version

    def signals(
        self, articles: Iterable[Sequence[Sentence]], *, given: Iterable[Sequence[Given]] = ()
    ) -> list[tuple[Signal, ...]]:
        """What the encoder says of each article, in text order.

        `given` are events of each article that are known already: those are told, with what belongs to them.
        """
        return [
            tuple(self._of_article(one, events))
            for one, events in zip(articles, chain(given, repeat(())), strict=False)
        ]

    def _of_article(self, sentences: Sequence[Sentence], given: Sequence[Given]) -> Iterator[Signal]:
        """Window by window: the 8-bit arithmetic is scaled by what is read together, so nothing may stand beside."""
        words = self._model.pieces.words(sentences)
        spans = [token.span for sentence in sentences for token in sentence.tokens]
        cut = windows(words.sizes, words.sentences)
        for at in cut:
            window = padded([(words, at)])
            found = self._model.encoder.run(list(SCORES), {name: window[name] for name in INPUTS})
            scores = {name: array[0] for name, array in zip(SCORES, found, strict=True)}
            for signal in _Reader(self._model, words, at, scores).signals(spans, given):
                yield signal if len(cut) <= MOST_LATE else replace(signal, arcs=tuple(signal.arcs))


def padded(items: Sequence[tuple[Words, Window]]) -> dict[str, NDArray[np.int64]]:
    """Windows as the encoder takes them, padded to the longest."""
    rows = [[(piece, w) for w in range(at.first, at.last) for piece in words.pieces[w]] for words, at in items]
    length = max(map(len, rows)) + 2
    pieces, mask, shapes = (np.zeros((len(items), length), np.int64) for _ in range(3))
    first = np.zeros((len(items), max(at.last - at.first for _, at in items)), np.int64)
    for row, ((words, at), given) in enumerate(zip(items, rows, strict=True)):
        pieces[row, : len(given) + 2] = [OPENING, *(piece for piece, _ in given), CLOSING]
        mask[row, : len(given) + 2] = 1
        shapes[row, 1 : len(given) + 1] = [words.shapes[w] for _, w in given]
        sizes = [len(words.pieces[w]) for w in range(at.first, at.last)]
        first[row, : len(sizes)] = np.concatenate([[1], 1 + np.cumsum(sizes)[:-1]])
    return {"pieces": pieces, "mask": mask, "first": first, "shapes": shapes}


class _Late(Sequence[Arc]):
    """Arguments that are looked for when somebody asks for them: three words of ten are told of no event after all."""

    __slots__ = ("_arcs", "_find")

    def __init__(self, find: Callable[[], tuple[Arc, ...]]) -> None:
        self._find: Callable[[], tuple[Arc, ...]] | None = find
        self._arcs: tuple[Arc, ...] = ()

    def _found(self) -> tuple[Arc, ...]:
        if self._find is not None:
            self._arcs, self._find = self._find(), None
        return self._arcs

    @overload
    def __getitem__(self, at: int) -> Arc: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Arc, ...]: ...
    def __getitem__(self, at: int | slice) -> Arc | tuple[Arc, ...]:
        return self._found()[at]

    def __len__(self) -> int:
        return len(self._found())

    def __iter__(self) -> Iterator[Arc]:
        return iter(self._found())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._found() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._found())

    def __repr__(self) -> str:
        return repr(self._found())


class _Reader:
    """Reads the signals out of one window."""

    def __init__(self, model: Model, words: Words, at: Window, scores: dict[str, Scores]) -> None:
        self._model = model
        self._at = at
        self._scores = scores
        self._sentences = np.asarray(words.sentence_of[at.first : at.last])

    def signals(self, spans: Sequence[Span], given: Sequence[Given]) -> Iterator[Signal]:
        """The signals of the window's core; `spans` are those of the article's words."""
        events = probabilities(self._scores["event"])
        told = list(self._given(spans, given))
        for one in told:
            yield self._signal(one, events, _Late(partial(self._arcs, one, spans)), spans)
        for one in find_triggers(events, begin=self._at.begin - self._at.first, end=self._at.end - self._at.first):
            if any(one.begin < other.end and other.begin < one.end for other in told):
                continue
            arcs = _Late(partial(self._arcs, one, spans)) if events[one.best, one.event] >= LIKELY else ()
            yield self._signal(one, events, arcs, spans)

    def _given(self, spans: Sequence[Span], given: Sequence[Given]) -> Iterator[Found]:
        """The events that are given and begin in the window's core, as if they had been found."""
        core = range(self._at.begin, self._at.end)
        for one in given:
            inside = [at for at in core if spans[at].overlaps(one.span)]
            if inside:
                begin, end = inside[0] - self._at.first, inside[-1] + 1 - self._at.first
                yield Found(begin, end, EVENTS.index(one.event) + 1 if one.event else OPEN, begin)

    def _signal(self, found: Found, events: Scores, arcs: Sequence[Arc], spans: Sequence[Span]) -> Signal:
        first = self._at.first
        name = EVENTS[found.event - 1] if found.event != OPEN else ""
        row = events[found.best]
        others = tuple((EVENTS[at - 1], float(row[at])) for at in np.argsort(-row)[:4] if at not in (0, found.event))
        part = slice(found.begin, found.end)
        modes = self._scores["mode"][part].mean(axis=0)
        known = [at for at, (event, _) in enumerate(MODE_NAMES) if event == name]
        mode = MODE_NAMES[max(known, key=lambda at: float(modes[at]))][1] if known else None
        return Signal(
            Span(spans[first + found.begin].start, spans[first + found.end - 1].end),
            name,
            float(row[found.event]),
            mode,
            AUX_NAMES[int(self._scores["aux"][part].mean(axis=0).argmax())],
            HEDGE_NAMES[int(self._scores["hedge"][part].mean(axis=0).argmax())],
            arcs,
            others,
        )

    def _arcs(self, one: Found, spans: Sequence[Span]) -> tuple[Arc, ...]:
        """The arguments of an event, the surest first; read alone, as a window is."""
        narrow = self._scores["narrow"]
        around, inside = positions(one.begin, len(narrow))
        around = around[inside]
        given = {
            "around": narrow[around],
            "trigger": narrow[one.begin : one.end].mean(axis=0),
            "event": np.int64(one.event),
            "distance": distances(one.begin, around, self._sentences[around] == self._sentences[one.begin]),
        }
        (scores,) = self._model.arguments.run(["roles"], {name: np.asarray(row)[None] for name, row in given.items()})
        chances: Scores = 1 / (1 + np.exp(-scores[0]))
        first = self._at.first + int(around[0])
        worth = np.flatnonzero(chances[:, : len(ROLES)].max(axis=0) >= ARGUMENT)
        arcs = [
            Arc(role, Span(spans[first + begin].start, spans[first + end - 1].end), chance)
            for at, role in ((at, ROLES[at]) for at in worth)
            for begin, end, chance in find_arguments(chances[:, at], chances[:, len(ROLES) + at])
        ]
        return tuple(sorted(arcs, key=lambda arc: -arc.probability))
