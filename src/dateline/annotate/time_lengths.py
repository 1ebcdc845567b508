"""Joins a length of time and the date that follows it: "the first three months of 2015", "the week to Sunday"."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotate.number_words import number_value
from dateline.annotate.time_found import Found
from dateline.annotate.time_rules import compile_pattern
from dateline.annotate.time_tokens import TokenRow

LONG = frozenset({"month", "year", "season", "calendar", "decade", "century"})
SHORT = frozenset({"day", "weekday", "deictic", "iso", "numeric"})
BRIEF = frozenset("HDWF")  # a year "ended 30 September" is a time of its own
REACH = 12  # tokens before the date in which the length stands
_PORTION = "THE?(?P<which>ORDER|LAST)(?P<n>COUNT)?(?P<part_unit>UNIT|QUARTERS|HALF_YEAR)OF$"
_LENGTH = "OVER?THE(?P<n>COUNT)?HYPHEN?(?!PART)(?P<unit>UNIT)(?P<how>ENDING|BEGINNING)(?:ON)?$"
_WEEK = "OVER?THE(?P<unit>WEEK_WORD)(?P<how>OF)$"
_CLASSES = {
    "which": ("ORDINAL", "ORDINAL_DAY", "LAST"),
    "part_unit": ("HALF_YEAR", "QUARTERS", "UNIT"),
    "unit": ("WEEK_WORD", "UNIT"),
    "how": ("ENDING", "BEGINNING"),
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern)


def with_lengths(row: TokenRow, items: list[Found]) -> list[Found]:
    """The same expressions, dates joined with the length before them; what stood inside that is left out."""
    joined: list[Found] = []
    for item in items:
        both = _joined(row, item)
        if both is None:
            joined.append(item)
            continue
        while joined and joined[-1].last > both.first:
            joined.pop()
        joined.append(both)
    return joined


def _joined(row: TokenRow, item: Found) -> Found | None:
    if item.rule in LONG:
        return _before(row, item, _PORTION, "DATE", "portion")
    if item.rule not in SHORT:
        return None
    return _before(row, item, _LENGTH, "DURATION", "dated_length") or _before(row, item, _WEEK, "DATE", "dated_length")


def _before(row: TokenRow, item: Found, pattern: str, kind: str, rule: str) -> Found | None:
    found = _compiled(pattern).search(row.codes, max(0, item.first - REACH), item.first)
    if found is None:
        return None
    parts = {name: _value(row, name, *found.span(name)) for name, value in found.groupdict().items() if value}
    if None in parts.values() or (rule == "dated_length" and parts["unit"] not in BRIEF):
        return None
    told = tuple((name, value) for name, value in parts.items() if value is not None)
    return Found(found.start(), item.last, kind, rule, (*told, *item.prefixed("of")))


def _value(row: TokenRow, name: str, first: int, last: int) -> str | None:
    if name == "n":
        worth = number_value(row.slice(first, last))
        return None if worth is None else str(worth)
    values = (row.value(first, each) for each in _CLASSES[name])
    found = next((value for value in values if value is not None), "of" if name == "how" else None)
    digits = re.match(r"\d+", found) if found and name == "which" else None
    return digits.group() if digits else found
