"""An article's words as the encoder takes them: word pieces, and what lower-casing hides (capitals, digits)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.annotate.wordpiece import WordPiece
from dateline.model.annotation import Sentence

OPENING: Final = 101  # the pieces that stand at the ends of every window
CLOSING: Final = 102
UNKNOWN: Final = 100
MOST: Final = 8  # pieces of one word that are read; more of them (a web address) say nothing more
SHAPES: Final = 6
MOST_KNOWN: Final = 200_000  # forms of words that are kept cut


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article: pieces, shape and sentence of each, and the word ranges of the sentences."""

    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def sizes(self) -> list[int]:
        """How many pieces each word has."""
        return [len(pieces) for pieces in self.pieces]


class Pieces:
    """Cuts words into pieces; each form of a word is cut once."""

    def __init__(self, cutter: WordPiece) -> None:
        self._cutter = cutter
        self._known: dict[str, tuple[int, ...]] = {}

    def words(self, sentences: Sequence[Sentence]) -> Words:
        """The words of an article's sentences, in order."""
        texts = [token.text for sentence in sentences for token in sentence.tokens]
        self._learn(texts)
        ranges: list[tuple[int, int]] = []
        of: list[int] = []
        for number, sentence in enumerate(sentences):
            ranges.append((len(of), len(of) + len(sentence.tokens)))
            of += [number] * len(sentence.tokens)
        return Words(
            tuple(self._known[text] for text in texts),
            tuple(map(shape, texts)),
            tuple(of),
            tuple(r for r in ranges if r[0] < r[1]),
        )

    def _learn(self, texts: list[str]) -> None:
        if len(self._known) > MOST_KNOWN:  # a long-running process does not grow for ever
            self._known = {}
        for text in texts:
            if text not in self._known:
                self._known[text] = self._cutter.cut(text)[:MOST] or (UNKNOWN,)


def shape(text: str) -> int:
    """How a word is written: 1 digits, 2 with a digit, 3 capitals, 4 a capital first, 5 letters, 0 anything else."""
    if text.isdigit():
        return 1
    if any(char.isdigit() for char in text):
        return 2
    if text.isupper() and len(text) > 1:
        return 3
    if text[:1].isupper():
        return 4
    return 5 if text.isalpha() else 0
