"""How alike two texts are by the words they share: rare words, names and numbers count more than common ones.

A likeness depends on the two texts and on the word data that ships, never on the other articles of a record: so it is
the same in whatever order articles arrive.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dateline.lexicon.common_words import rarity
from dateline.text.words import Word, stem_of, words

NAME: Final = 1.5  # a name weighs so much more than another word of its rarity
MARK: Final = "="  # before a name
TOLD: Final = 5  # shared words that an explanation names
TELLING: Final = 0.4  # weight from which a shared word explains something


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text by their stems: how much each weighs, how it is written, and the length of the whole."""

    weights: Mapping[str, float]
    written: Mapping[str, str]
    length: float

    @classmethod
    def of(cls, text: str) -> Wording:
        """The wording of `text`, each word once."""
        return cls._of(words(text))

    @classmethod
    def of_marked(cls, marked: Iterable[str]) -> Wording:
        """The wording of a text of which `marked_words` were kept."""
        return cls._of(_word(one) for one in marked)

    @classmethod
    def _of(cls, found: Iterable[Word]) -> Wording:
        weights: dict[str, float] = {}
        written: dict[str, str] = {}
        for word in found:
            weight = _weight(word)
            if weight > weights.get(word.stem, 0.0):
                weights[word.stem], written[word.stem] = weight, word.text
        length = math.sqrt(sum(weights[stem] ** 2 for stem in sorted(weights)))
        return cls(MappingProxyType(weights), MappingProxyType(written), length)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` from 0 (nothing shared) to 1 (the same words); `shared` has the weightiest, as in the first text."""

    score: float
    shared: tuple[str, ...] = ()


def likeness(one: Wording, other: Wording) -> Likeness:
    """The cosine of two wordings; either way round the score is the same."""
    alike, shared = _score(one, other)
    worth = [(-one.weights[stem] * other.weights[stem], stem) for stem in shared]
    telling = {stem for weight, stem in sorted(worth)[:TOLD] if -weight >= TELLING**2}
    return Likeness(alike, tuple(written for stem, written in one.written.items() if stem in telling))


def score(one: Wording, other: Wording) -> float:
    """The score of `likeness` alone, for the many pairs that nobody will ask about."""
    return _score(one, other)[0]


def _score(one: Wording, other: Wording) -> tuple[float, list[str]]:
    few, many = sorted((one.weights, other.weights), key=len)
    shared = sorted(stem for stem in few if stem in many)  # in one order, so that sums agree to the last bit
    together = sum(few[stem] * many[stem] for stem in shared)
    return (together / (one.length * other.length) if together else 0.0), shared


def marked_words(text: str) -> Iterator[str]:
    """The words of a text that weigh something, names marked with a leading "=": what to keep instead of the text."""
    for word in words(text):
        if _weight(word):
            yield MARK + word.text if word.name else word.text


def _word(marked: str) -> Word:
    written = marked.removeprefix(MARK)
    return Word(written, stem_of(written), written[0].isdigit(), marked != written)


def _weight(word: Word) -> float:
    if word.number:
        return 1.0
    return rarity(word.stem) * (NAME if word.name else 1.0)
