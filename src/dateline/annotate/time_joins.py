"""Joins neighbouring time expressions: a clock time and its day, the two ends of a range, "since" and its date."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotate.time_found import Found
from dateline.annotate.time_lengths import with_lengths
from dateline.annotate.time_rules import compile_pattern
from dateline.annotate.time_tokens import TokenRow

_DAYS = frozenset({"weekday", "day", "deictic", "iso", "numeric", "shift", "same"})
_POINTS = _DAYS | {
    "month",
    "year",
    "season",
    "decade",
    "century",
    "quarter",
    "half",
    "calendar",
    "portion",
    "ago",
    "overnight",
    "holiday",
    "weekday_shift",
    "weekend",
}
_SINCE = _POINTS | {"clock", "same"}
_LISTED = frozenset({"year", "weekday", "month"})  # rules of which two make one stretch of time: "in 1993 and 1994"


@cache
def _gap(name: str) -> re.Pattern[str]:
    return compile_pattern(_GAPS[name])


_GAPS = {
    "clock then day": "(?:LOCAL TIMES_WORD)?(?:ON|COMMA|OF|IN THE)?",
    "day then clock": "COMMA?(?:AT?ABOUT?|SHORTLY BEFORE|SHORTLY AFTER)?",
    "between": "AND",
    "from": "UNTIL|HYPHEN",
    "range": "HYPHEN|TO|UNTIL|INTO",
    "list": "AND ON?",
    "before a range": "BETWEEN|FROM",
    "since": "SINCE",
    "onward": "ONWARD",
    "from alone": "FROM|BETWEEN",
}


def join(row: TokenRow, items: list[Found]) -> list[Found]:
    """The same expressions with those joined that belong together."""
    return _with_since(row, with_lengths(row, _with_ranges(row, _with_clocks(row, items))))


def _with_clocks(row: TokenRow, items: list[Found]) -> list[Found]:
    joined: list[Found] = []
    for item in items:
        both = _clock_and_day(row, joined[-1], item) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(item)
    return joined


def _clock_and_day(row: TokenRow, left: Found, right: Found) -> Found | None:
    """One expression of the day's rule where one of two neighbours is a clock time and the other a day."""
    clock, day, name = (left, right, "clock then day") if left.rule == "clock" else (right, left, "day then clock")
    if clock.rule != "clock" or day.rule not in _DAYS or not _gap(name).fullmatch(row.codes, left.last, right.first):
        return None
    extra = tuple(part for part in clock.parts if part[0] not in dict(day.parts))
    return Found(left.first, right.last, "TIME", day.rule, (*day.parts, *extra))


def _with_ranges(row: TokenRow, items: list[Found]) -> list[Found]:
    joined: list[Found] = []
    for item in items:
        both = _range(row, joined[-1], item) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(item)
    return [_introduced(row, item) if item.rule == "days" else item for item in joined]


def _range(row: TokenRow, left: Found, right: Found) -> Found | None:
    if left.rule not in _POINTS or right.rule not in {*_POINTS, "present"}:
        return None
    start = _introduction(row, left)
    code = row.codes[start] if start < left.first else ""
    if right.rule == "present":
        reaches_now = code and _gap("from").fullmatch(row.codes, left.last, right.first)
        return Found(start, right.last, "DATE", "since", (("of", left.rule), *left.parts)) if reaches_now else None
    link = "range"
    if code and _gap("before a range").fullmatch(code):
        link = "between" if compile_pattern("BETWEEN").fullmatch(code) else "from"
    elif left.rule != right.rule:
        return None
    elif left.rule in _LISTED and _gap("list").fullmatch(row.codes, left.last, right.first):
        link = "list"
    if not _gap(link).fullmatch(row.codes, left.last, right.first):
        return None
    return Found(start, right.last, "DATE", "range", (*left.prefixed("from"), *right.prefixed("to")))


def _introduction(row: TokenRow, item: Found) -> int:
    """The token where the expression starts once "from" or "between" before it is counted in."""
    before = item.first - 1
    return before if before >= 0 and _gap("before a range").fullmatch(row.codes[before]) else item.first


def _introduced(row: TokenRow, item: Found) -> Found:
    return Found(_introduction(row, item), item.last, item.kind, item.rule, item.parts)


def _with_since(row: TokenRow, items: list[Found]) -> list[Found]:
    return [_since(row, item) for item in items]


def _since(row: TokenRow, item: Found) -> Found:
    before, parts = item.first - 1, (("of", item.rule), *item.parts)
    if item.rule not in _SINCE or before < 0:
        return item
    if _gap("since").fullmatch(row.codes[before]):
        return Found(before, item.last, "DATE", "since", parts)
    onward = _gap("before a range").fullmatch(row.codes[before]) and _gap("onward").match(row.codes, item.last)
    return Found(before, item.last + 1, "DATE", "since", parts) if onward else item
