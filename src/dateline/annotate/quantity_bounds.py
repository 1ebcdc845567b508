"""What qualifiers do to a number: "at least 61", "about 150", "2 or more"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from dateline.annotate.number_words import SPACE, any_of, whole
from dateline.annotate.quantity_cores import SHARE, Bound
from dateline.lexicon.numbers import number_words

LOWER_BOUNDS = frozenset({"at_least", "more_than"})
_LOOK_BACK = 48


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier and the characters it stands in; `effect` is one of the names in ``lexicon/numbers.yaml``."""

    start: int
    end: int
    effect: str


@cache
def _before() -> re.Pattern[str]:
    filler = rf"(?:(?:another|a{SPACE}further|an{SPACE}additional|further|additional|perhaps|possibly){SPACE})?"
    # The blank may be lost: the number then begins right behind the qualifier
    return re.compile(rf"(?:\b({any_of(number_words().before)})(?:{SPACE}{filler})?|~\s?)\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:{SPACE}({any_of(number_words().after)})\b|(\+|-plus\b)|(-odd\b))", re.IGNORECASE)


def qualifier_before(text: str, start: int, *, floor: int = 0) -> Qualifier | None:
    """The qualifier that ends where the number at `start` begins, looking back no further than `floor`."""
    found = _before().search(text, max(floor, start - _LOOK_BACK), start)
    if not found:
        return None
    words = found.group(1)
    effect = number_words().before[" ".join(words.lower().split())] if words else "about"
    return Qualifier(found.start(), found.end(), effect)


def qualifier_after(text: str, end: int) -> Qualifier | None:
    """The qualifier that begins where the number ends at `end`: "or more", "+", "-odd"."""
    found = _after().match(text, end)
    if not found:
        return None
    words, plus = found.group(1), found.group(2)
    effect = number_words().after[" ".join(words.lower().split())] if words else "at_least" if plus else "about"
    return Qualifier(found.start(), found.end(), effect)


def bounds(low: Bound, high: Bound, effect: str, unit: str) -> tuple[Bound, Bound]:
    """The interval that the qualifier makes of `low`..`high`, by the codebook's table."""
    step = 0 if unit == SHARE or not _is_whole(low) or not _is_whole(high) else 1
    if effect == "at_least":
        return low, None
    if effect == "more_than":
        return (None if low is None else low + step), None
    if effect == "up_to":
        return None, high
    if effect == "less_than":
        return None, (None if high is None else high - step)
    if effect == "about":
        return _tenth(low, -1, unit), _tenth(high, 1, unit)
    return low, high


def _is_whole(value: Bound) -> bool:
    return value is None or float(value).is_integer()


def _tenth(value: Bound, sign: int, unit: str) -> Bound:
    """Ten per cent below or above, rounded outward to a whole number; shares to a thousandth."""
    if value is None:
        return None
    if unit == SHARE:
        return whole(min(1.0, round(value * (1 + sign * 0.1), 3)))
    moved = value * (10 + sign) / 10
    # A float a hair off a whole number must not be rounded outward past it
    near = round(moved)
    if abs(moved - near) < 1e-6:
        return near
    return math.floor(moved) if sign < 0 else math.ceil(moved)
