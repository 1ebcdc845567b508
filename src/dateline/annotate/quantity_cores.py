"""The numbers themselves, without qualifiers: where they stand and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.annotate.number_words import DIGITS, SPACE, any_of, number_pattern, number_value, whole
from dateline.lexicon.numbers import number_words

Bound = int | float | None
SHARE, COUNT, ORDINAL = "share", "count", "ordinal"


@dataclass(frozen=True, slots=True)
class Core:
    """A number at `start`..`end` with its bounds; `exact` says that it is one number, `digits` that it is in figures.

    `unit` is count, share or ordinal as far as the number itself tells; `suffix` holds letters that stand directly
    behind figures ("155mm"), which belong to the unit.
    """

    start: int
    end: int
    low: Bound
    high: Bound
    unit: str = COUNT
    exact: bool = True
    digits: bool = False
    suffix: str = ""


# What may stand directly before a number in figures only where it is none: letters, figures, a path, a hyphened letter
_NAME_BEFORE = re.compile(r"(?:[\w@#=_/\\:]|[A-Za-z]-|\d[.,]|\d\s?/\s?)\Z")
_LONGEST_RUN = 16  # characters of a qualifier that a lost blank runs into its number
# A date in figures, a telephone number, a code: no number begins with a nought and another figure
_CODE = re.compile(r"\d+(?:[-–]\d+){2,}|0\d")
_NAME_AFTER = re.compile(r"[@_/\\=:]\w|[-\s]?\d/\d|\.\d|-?[A-Z]\d*\b")


def find_cores(text: str) -> Iterator[Core]:
    """The numbers of `text` in order; names that hold figures ("Su-24", "M16", "3/4") are none."""
    trigger, at, end = _trigger(), 0, len(text)
    while at < end and (found := trigger.search(text, at)):
        core = _core_at(text, found.start())
        if core:
            yield core
        at = max(core.end if core else 0, _token_end(text, found.start()))


def _token_end(text: str, start: int) -> int:
    found = _TOKEN.match(text, start)
    return found.end() if found else start + 1


_TOKEN = re.compile(r"\d+(?:[-–]\d+){2,}|\d[\d.,/:]*\w*|\w+")


@cache
def _trigger() -> re.Pattern[str]:
    """Where a number may begin: cheap enough to be tried at each word."""
    words = number_words()
    phrases = [*words.vague, *words.small, *words.nearly_all, *words.zero]
    single = {
        *words.units,
        *words.teens,
        *words.tens,
        *words.ordinals,
        "half",
        "no",
        "most",
        *(p.split()[0] for p in phrases),
    }
    plain = sorted(single - {"a", "an", "the"})
    second = {
        *words.scales,
        *words.shares,
        "half",
        *(p.split()[1] for p in (*phrases, *words.majority) if p[:2] == "a "),
    }
    article = rf"an?{SPACE}{any_of(second)}"
    return re.compile(
        rf"(?:(?<!\w)|{_glued()})\d"
        rf"|(?<!\w)(?:(?:{'|'.join(plain)}|{article}|the{SPACE}(?:\w+{SPACE})?(?:majority|bulk))\b)",
        re.IGNORECASE,
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of numbers; the longest match wins, among equals the first."""
    words = number_words()
    scale = any_of(words.scales)
    kinds = {
        "zero": _zero_pattern(),
        "one_in": _one_in_pattern(),
        "all": rf"{any_of(words.nearly_all)}\b",
        "majority": rf"{any_of(words.majority)}(?={SPACE}of\b)|most(?={SPACE}of\b)",
        "most": rf"most(?={SPACE}(?:[a-z]+{SPACE})?{any_of(words.most_nouns)}\b)",
        "fraction": rf"(?P<over>an?|{any_of(words.units)})(?:{SPACE}|-)(?P<under>{any_of(words.shares)})\b",
        "vague": rf"{any_of(words.vague)}\b",
        "small": rf"(?P<many>{any_of(words.small)})(?:{SPACE}of)?{SPACE}(?P<scale>{scale})\b",
        "number": rf"{number_pattern()}",
        "half": r"half\b(?!-[a-z])",
        "ordinal": rf"{any_of(words.ordinals)}\b|\d+(?:st|nd|rd|th)\b",
        "figure": rf"(?:{DIGITS})(?P<suffix>[A-Za-z]*)",
    }
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in kinds.items())


def _zero_pattern() -> str:
    """The words for nobody; "no" where it stands before casualties, with one adjective at most between."""
    words = number_words()
    adjective = rf"(?:{any_of(words.zero_adjectives)}{SPACE})?"
    return rf"{any_of(words.zero)}\b|no(?={SPACE}{adjective}{any_of(words.zero_nouns)}\b)"


def _one_in_pattern() -> str:
    """A share as a count of a count: "one in five", "three out of every ten"."""
    words = number_words()
    part = rf"(?P<part>{any_of(words.units)}|\d{{1,2}})"
    whole_ = rf"(?P<whole>{any_of([*words.units, *words.teens, *words.tens])}|\d{{1,3}})"
    link = rf"(?:{SPACE}out{SPACE}of|(?<=one){SPACE}in){SPACE}(?:every{SPACE})?"
    return rf"{part}{link}{whole_}\b"


def _core_at(text: str, start: int) -> Core | None:
    if text[start].isdigit() and (_named_before(text, start) or _CODE.match(text, start)):
        return None
    best: tuple[int, str, re.Match[str]] | None = None
    for name, pattern in _patterns():
        found = pattern.match(text, start)
        if found and (best is None or found.end() > best[0]):
            best = (found.end(), name, found)
    return _MAKERS.get(best[1], _exact)(best[2]) if best else None


def _named_before(text: str, start: int) -> bool:
    """Whether the figures belong to a name; a qualifier whose blank was lost makes none ("around2.5 million")."""
    return bool(_NAME_BEFORE.search(text, max(0, start - 3), start)) and not _run_in().search(
        text, max(0, start - _LONGEST_RUN), start
    )


@cache
def _run_in() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_last_words())})\Z", re.IGNORECASE)


@cache
def _last_words() -> tuple[str, ...]:
    """The last words of the qualifiers of four letters or more: shorter ones end other words."""
    return tuple(sorted({words.split()[-1] for words in number_words().before if len(words.split()[-1]) > 3}))


def _glued() -> str:
    return "|".join(rf"(?<={word})" for word in _last_words())


def _exact(found: re.Match[str]) -> Core | None:
    value = number_value(found.group())
    digits = found.group()[0].isdigit()
    return None if value is None else Core(found.start(), found.end(), value, value, digits=digits)


def _figure(found: re.Match[str]) -> Core | None:
    suffix = found.group("suffix")
    end = found.start("suffix")
    value = number_value(found.string[found.start() : end])
    if value is None or _NAME_AFTER.match(found.string, end):
        return None
    factor = number_words().suffixes.get(suffix.lower())
    if factor:
        value = whole(value * factor)
        return Core(found.start(), found.end(), value, value, digits=True)
    return Core(found.start(), end, value, value, digits=True, suffix=suffix.lower())


def _zero(found: re.Match[str]) -> Core:
    return Core(found.start(), found.end(), 0, 0, exact=False)


def _vague(found: re.Match[str]) -> Core:
    low, high = number_words().vague[" ".join(found.group().lower().split())]
    return Core(found.start(), found.end(), low, high, exact=low == high)


def _small(found: re.Match[str]) -> Core:
    words = number_words()
    low, high = words.small[" ".join(found.group("many").lower().split())]
    scale = words.scales[found.group("scale").lower()]
    return Core(found.start(), found.end(), (low or 0) * scale, (high or 0) * scale, exact=False)


def _ordinal(found: re.Match[str]) -> Core:
    word = found.group().lower()
    value = int(word[:-2]) if word[0].isdigit() else number_words().ordinals.index(word) + 1
    return Core(found.start(), found.end(), value, value, ORDINAL)


def _fraction(found: re.Match[str]) -> Core | None:
    over = found.group("over").lower()
    count, under = number_words().units.get(over, 1), number_words().shares[found.group("under").lower()]
    value = round(count * (1 / 3 if under == 0.333 else under), 3)
    return Core(found.start(), found.end(), whole(value), whole(value), SHARE) if value <= 1 else None


def _one_in(found: re.Match[str]) -> Core | None:
    part, all_ = number_value(found.group("part")), number_value(found.group("whole"))
    if not part or not all_ or part >= all_:
        return None
    value = round(part / all_, 3)
    return Core(found.start(), found.end(), value, value, SHARE)


_MAKERS = {
    "zero": _zero,
    "one_in": _one_in,
    "all": lambda found: Core(found.start(), found.end(), None, 1, SHARE, exact=False),
    "majority": lambda found: Core(found.start(), found.end(), 0.5, None, SHARE, exact=False),
    "most": lambda found: Core(found.start(), found.end(), 0.5, None, SHARE, exact=False),
    "fraction": _fraction,
    "vague": _vague,
    "small": _small,
    "half": lambda found: Core(found.start(), found.end(), 0.5, 0.5, SHARE),
    "ordinal": _ordinal,
    "figure": _figure,
}
