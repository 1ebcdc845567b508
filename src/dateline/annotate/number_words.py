"""Exact numbers, in digits and in words: how they are written, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.lexicon.numbers import number_words

# White space with at most one line end: a number does not run from one paragraph into the next
SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|[1-9]\d{0,2}(?:[   ]\d{3})+(?![\d.,]*\d)|\d+(?:\.\d+)?(?!\d)"
)
# Longer ones are codes, and past the whole numbers that a float holds exactly
_MOST_DIGITS, _LONGEST = 15, 200
_DIGIT = re.compile(r"\d")
_JOIN = re.compile(r"(?<=\d)[,\s](?=\d)")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[a-z]+")
_LOW_SCALES = ("hundred", "dozen")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first, with free white space (one line end at most) between their parts."""
    parts = [SPACE.join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(parts)})"


@cache
def number_pattern() -> str:
    """The pattern of an exact number in words or with a word in it ("3.5 million"); no groups, ignoring case.

    Written as a grammar, so that "two three" is two numbers and "two hundred and five thousand" is one.
    """
    words = number_words()
    unit, teen, ten = (any_of(w for w in group if w != "zero") for group in (words.units, words.teens, words.tens))
    hyphen = rf"(?:\s?[-‐‑–]\s?|{SPACE})"
    below_100 = rf"(?:{ten}(?:{hyphen}{unit}\b)?|{teen}|{unit})"
    link = rf"{SPACE}(?:and{SPACE})?"
    below_1000 = rf"(?:(?:{below_100}|an?){SPACE}hundred\b(?:{link}{below_100}\b)?|{below_100})"
    half = rf"(?:half{SPACE}an?|(?:{below_100}|\d+|an?){SPACE}and{SPACE}a{SPACE}half)"
    head = rf"(?:{half}|{below_1000}|{DIGITS}|an?)"
    big = rf"{head}(?:{SPACE}|-)"
    tail = rf"(?:{link}{below_1000}\b)?"
    thousand = rf"{big}thousand\b{tail}"
    lakh = rf"{big}lakh\b(?:{link}{thousand}|{tail})"
    million = rf"{big}(?:million|crore)\b(?:{link}(?:{thousand}|{lakh})|{tail})"
    billion = rf"{big}(?:billion|trillion)\b(?:{link}{million}|{tail})"
    digits_hundred = rf"(?:{half}|\d+){SPACE}hundred\b"
    dozen = rf"(?:{half}|{below_100}|\d+|an?)(?:{SPACE}|-)dozen\b"
    return rf"(?:{billion}|{million}|{lakh}|{thousand}|{digits_hundred}|{dozen}|{below_1000}\b|zero\b)"


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:{number_pattern()}|{DIGITS})", re.IGNORECASE)


@cache
def _values() -> dict[str, int]:
    words = number_words()
    return {"a": 1, "an": 1, **words.units, **words.teens, **words.tens}


def number_value(text: str) -> int | float | None:
    """What `text` is worth as one exact number, or None where it is not exactly one.

    >>> number_value("two hundred and five thousand"), number_value("3.5 million"), number_value("1,500")
    (205000, 3500000, 1500)
    """
    if len(text) > _LONGEST or len(_DIGIT.findall(text)) > _MOST_DIGITS or not _whole().fullmatch(text):
        return None
    return whole(_worth(_PIECE.findall(_JOIN.sub("", text.lower()))))


def whole(value: float) -> int | float:
    """The same number, as an int where it is whole; rounded to a billionth, which digits as floats may be off by."""
    nearest = round(value)
    return nearest if abs(value - nearest) < 1e-9 * max(1.0, abs(value)) else round(value, 9)


def _worth(pieces: list[str]) -> float:
    """The sum of what each scale word multiplies: "two hundred five" thousand, then the rest."""
    scales, values = number_words().scales, _values()
    total, current = 0.0, 0.0
    for index, piece in enumerate(pieces):
        if piece == "half":
            current += 0.5
        elif piece in ("a", "an") and _beside_half(pieces, index):
            continue
        elif piece in _LOW_SCALES:
            current = (current or 1) * scales[piece]
        elif piece in scales:
            total, current = total + (current or 1) * scales[piece], 0.0
        elif piece != "and":
            current += values[piece] if piece in values else float(piece)
    return total + current


def _beside_half(pieces: list[str], index: int) -> bool:
    """Whether the article only belongs to a half: "half a million", "one and a half million"."""
    return "half" in pieces[max(0, index - 1) : index + 2]
