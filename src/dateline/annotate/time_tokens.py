"""A text as a row of word classes: what the patterns of time expressions are matched against.

Each token becomes one character that stands for the set of its classes ("March" is a DOUBTFUL_MONTH, "second" a
UNIT, a ONE_UNIT and an ORDINAL). Patterns over this short string are fast and can name classes instead of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.numbers import number_words
from dateline.lexicon.times import Classes, time_words

_TOKEN = re.compile(
    r"""
    [A-Za-z]+(?!\w)
  | \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\w)
  | \d{4}(?P<slash>[/.])\d{1,2}(?P=slash)\d{1,2}(?![\w/]|\.\d)
  | \d{1,2}(?P<between>[/.])\d{1,2}(?P=between)(?:\d{4}|\d{2})(?![\w/]|\.\d)
  | \d{1,2}-\d{1,2}-\d{4}(?![\w-])
  | \d{1,2}(?:[:.]\d{2})?[ ]?(?:[ap]\.m\.|[AaPp][Mm](?!\w))
  | \d{1,2}:\d{2}(?::\d{2})?(?!\w)
  | \d{1,3}(?:,\d{3})+(?!\w)
  | \d+\.\d+(?!\w)
  | \d{1,2}(?:st|nd|rd|th)(?!\w)
  | (?:\d{4}|['’‘]\d{2})['’]?s(?!\w)
  | ['’]\d{2}(?!\w)
  | Q[1-4](?!\w)
  | \w+
  | ['’]s(?!\w)
  | \n\s*\n
  | [^\w\s]
    """,
    re.VERBOSE,
)
_PUNCTUATION: Mapping[str, Classes] = {
    "-": (("HYPHEN", ""),),
    "‐": (("HYPHEN", ""),),
    "‑": (("HYPHEN", ""),),
    "–": (("HYPHEN", ""),),
    ",": (("COMMA", ""),),
    ".": (("DOT", ""),),
    "/": (("SLASH", ""),),
    "(": (("LPAREN", ""),),
    "'": (("APOSTROPHE", ""),),
    "’": (("APOSTROPHE", ""),),
    "'s": (("POSSESSIVE", ""),),
    "’s": (("POSSESSIVE", ""),),
    "$": (("MONEY", ""),),
    "£": (("MONEY", ""),),
    "€": (("MONEY", ""),),
    "#": (("MONEY", ""),),
}
# "A dozen" is a number, "a five" is not
_ARTICLE_SCALES = ("hundred", "thousand", "dozen")
_YEARS = range(1000, 2101)
_MODERN = range(1900, 2060)
_CENTURIES = ("19", "20")  # a year with a digit too many begins like one


@dataclass(frozen=True, slots=True)
class TokenRow:
    """The tokens of a text: `codes` has one character a token, `starts` and `ends` its code points in `text`."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def slice(self, first: int, last: int) -> str:
        """The words of tokens `first` (inclusive) to `last` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def value(self, index: int, name: str) -> str | None:
        """The value that token `index` has as a member of class `name`, or None."""
        return dict(classes_of(self.slice(index, index + 1))).get(name)


def token_row(text: str) -> TokenRow:
    """The tokens of `text`."""
    starts, ends, codes = [], [], []
    known = _known_codes()
    for match in _TOKEN.finditer(text):
        token = match.group()
        starts.append(match.start())
        ends.append(match.end())
        code = known.get(token)
        codes.append(
            code or (_digits_code(token) if token[0] in _DIGIT_STARTS else BREAK if token[0] == "\n" else OTHER)
        )
    return TokenRow(text, "".join(codes), starts, ends)


OTHER = "x"
BREAK = "\n"
_DIGIT_STARTS = frozenset("0123456789'’‘")
_FIRST_CODE = 0x100


@cache
def class_codes() -> Mapping[str, str]:
    """For each class, the characters of all token kinds that belong to it."""
    members: dict[str, list[str]] = {}
    for classes, code in _kinds().items():
        for name in classes:
            members.setdefault(name, []).append(code)
    return {name: "".join(codes) for name, codes in members.items()}


def classes_of(token: str) -> Classes:
    """The classes of one token with its value in each."""
    words = _word_classes().get(token)
    if words is not None:
        return words
    return _digit_classes(token) if token[:1] in _DIGIT_STARTS else ()


@cache
def _word_classes() -> Mapping[str, Classes]:
    numbers = number_words()
    found: dict[str, Classes] = {**time_words(), **_PUNCTUATION}
    exact = [*numbers.units, *numbers.teens, *numbers.tens, *_ARTICLE_SCALES]
    for word in exact:
        for spelling in (word, word.capitalize(), word.upper()):
            classes = ["NUMBER_WORD", *(["SCALE_WORD"] if word in _ARTICLE_SCALES else [])]
            found[spelling] = (*found.get(spelling, ()), *((name, word) for name in classes))
    return found


@cache
def _kinds() -> Mapping[tuple[str, ...], str]:
    """Every set of classes that a token can have, with the character that stands for it."""
    kinds: dict[tuple[str, ...], str] = {}
    for classes in [*_word_classes().values(), *map(_digit_classes, _DIGIT_EXAMPLES)]:
        kinds.setdefault(tuple(name for name, _ in classes), chr(_FIRST_CODE + len(kinds)))
    return kinds


@cache
def _known_codes() -> Mapping[str, str]:
    return {token: _kinds()[tuple(name for name, _ in classes)] for token, classes in _word_classes().items()}


# One token of each kind that `_digit_classes` can tell apart
_DIGIT_EXAMPLES = (
    "2016-12-09",
    "9/12/2016",
    "6pm",
    "18:30",
    "1,500",
    "3.5",
    "9th",
    "45th",
    "1990s",
    "'90s",
    "'16",
    "9",
    "24",
    "45",
    "045",
    "1900",
    "1920",
    "1080",
    "1830",
    "1859",
    "1870",
    "2359",
    "2060",
    "1905",
    "20166",
    "1965",
)


def _digits_code(token: str) -> str:
    return _kinds().get(tuple(name for name, _ in _digit_classes(token)), OTHER)


def _digit_classes(token: str) -> Classes:
    if token.isascii() and token.isdigit():
        return _integer_classes(token)
    for name, shape in _SHAPES:
        if shape.fullmatch(token):
            return ((name, token),)
    return ()


_HOUR = r"(?:[01]?\d|2[0-3])"
_SHAPES = (
    ("ISO", re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{4}([/.])\d{1,2}\1\d{1,2}")),
    ("NUMERIC", re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}")),
    ("CLOCK", re.compile(rf"{_HOUR}(?:[:.][0-5]\d)? ?[AaPp]\.?[Mm]\.?|{_HOUR}:[0-5]\d(?::[0-5]\d)?|24:00")),
    ("ORDINAL_DAY", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("ORDINAL", re.compile(r"\d{1,2}(?:st|nd|rd|th)")),
    ("DECADE", re.compile(r"1\d\d0['’]?s|20\d0['’]?s|['’‘]\d0['’]?s")),
    ("SHORT_YEAR", re.compile(r"['’]\d{2}")),
    ("AMOUNT", re.compile(r"\d+(?:,\d{3})+|\d+\.\d+")),
)


def _integer_classes(token: str) -> Classes:
    number, size = int(token[:9]), len(token)
    classes = [("INTEGER", token)]
    if size <= 2 and 1 <= number <= 31:
        classes.append(("DAY_NUMBER", str(number)))
    if size == 2:
        classes.append(("TWO_DIGITS", token))
    if size == 4 and number in _YEARS:
        classes.append(("YEAR", token))
    if size == 4 and number in _MODERN:
        classes.append(("MODERN_YEAR", token))
    if size == 5 and token[:2] in _CENTURIES:
        classes.append(("FAR_YEAR", token))
    if size == 4 and int(token[:2]) < 24 and int(token[2:]) < 60:
        classes.append(("MILITARY", token))
    return tuple(classes)
