"""What only looks like a time expression, seen from the words after it."""

from __future__ import annotations

import re

from dateline.annotate.time_found import Found
from dateline.annotate.time_tokens import TokenRow
from dateline.lexicon.grammar import word_class
from dateline.model.span import Span

# A number of things and no year: "from 2000 fighters"
_COUNTED = re.compile(r"\s+(?!onwards)(?:[a-z]+(?:s|men|ren)|people)\b")
_SURE_YEAR = re.compile(r"\b(?:in|since|during|until|by|year|fiscal)\s*$", re.IGNORECASE)
_YEAR_DIGITS = 4
# "the two-year-old civil war", not "a two-year-old boy"
_LASTS = re.compile(rf"(?:\s+[A-Za-z-]+){{0,2}}?\s+(?:{'|'.join(sorted(word_class('lasting')))})\b")
# "on the 12th floor", but "on the 12th he left"
_FLOOR = re.compile(r"\s+(?!(?:and|or|but|when|as|in|on|at|by|the|a|he|she|it|they|we|of (?:this|last|next))\b)\w")
_COUNTS_FROM = re.compile(r"\b(?:before|after)$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?!(?:and|or|but|when|as|in|on|at|by)\b)[\w\"“'‘]", re.IGNORECASE)
_NO_NUMBER = frozenset({"X", "0"})


def span_of(row: TokenRow, item: Found) -> Span:
    """The characters of the item."""
    return Span(row.starts[item.first], row.ends[item.last - 1])


def is_sensible(row: TokenRow, item: Found) -> bool:
    """False for what only looks like a time: "from 2000 fighters", "9-7 May", "on the 12th floor".

    "Soon after the raid" and "days before the raid" tell no day either: they leave it to what follows.
    """
    parts, end = dict(item.parts), row.ends[item.last - 1]
    if item.rule == "days":
        return int(parts["last"]) > int(parts["day"])
    if item.rule == "shift":
        return parts["n"] not in _NO_NUMBER or not opens(row.text, span_of(row, item))
    if item.rule == "day_number":
        return bool(parts.keys() & {"monthdir", "weekday"}) or not _FLOOR.match(row.text, end)
    if item.rule == "year":
        return not _COUNTED.match(row.text, end) or _is_year(row, item, parts["year"])
    return "old" not in parts or bool(_LASTS.match(row.text, end))


def _is_year(row: TokenRow, item: Found, digits: str) -> bool:
    """Whether a number before a noun in the plural is a year after all: "in 2014 rebels came", "the 2014 elections"."""
    if item.last - item.first > 1:
        return True
    start = row.starts[item.first]
    sure = _SURE_YEAR.search(row.text, max(0, start - 10), start) is not None
    return len(digits) <= _YEAR_DIGITS and (sure or "the" in row.text[max(0, start - 4) : start].lower())


def opens(text: str, span: Span) -> bool:
    """Whether "two days after" goes on with what it counts from ("two days after the attack")."""
    return bool(_COUNTS_FROM.search(text, span.start, span.end) and _GOES_ON.match(text, span.end))
