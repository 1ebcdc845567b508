"""Time expressions in a text: where they stand and what they are made of; `ground.when` says which days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from dateline.annotate.number_words import number_value
from dateline.annotate.time_found import Found
from dateline.annotate.time_joins import join
from dateline.annotate.time_printed import is_printed
from dateline.annotate.time_rules import CompiledRule, compiled_rules
from dateline.annotate.time_sense import is_sensible, opens, span_of
from dateline.annotate.time_tokens import TokenRow, classes_of, token_row
from dateline.model.annotation import TimeExpression
from dateline.model.span import Span

# For each part, the classes that give its value, in order
_VALUES: Mapping[str, tuple[str, ...]] = {
    "iso": ("ISO",),
    "numeric": ("NUMERIC",),
    "weekday": ("WEEKDAY", "WEEKDAYS", "SHORTDAY"),
    "month": ("MONTH", "DOUBTFUL_MONTH", "SHORT_MONTH"),
    "day": ("DAY_NUMBER", "ORDINAL_DAY"),
    "last": ("MODERN_YEAR", "DAY_NUMBER", "ORDINAL_DAY", "TWO_DIGITS"),
    "year": ("YEAR", "SHORT_YEAR", "FAR_YEAR", "TWO_DIGITS"),
    "monthdir": ("LAST", "THIS", "NEXT"),
    "yeardir": ("LAST", "THIS", "NEXT", "PAST", "COMING"),
    "weekdir": ("LAST", "THIS", "NEXT"),
    "dir": ("LAST", "THIS", "NEXT", "PAST", "COMING", "CURRENT", "TODAY", "YESTERDAY", "TOMORROW", "TONIGHT"),
    "edge": ("EDGE", "EARLIER", "END"),
    "part": ("PART", "MOMENT"),
    "decade": ("DECADE", "DECADE_WORD"),
    "ordinal": ("ORDINAL", "ORDINAL_DAY"),
    "quarter": ("ORDINAL", "ORDINAL_DAY", "QUARTER_NAME"),
    "half": ("ORDINAL", "ORDINAL_DAY"),
    "season": ("SEASON", "DOUBTFUL_SEASON"),
    "unit": ("UNIT", "ONE_UNIT", "CALENDAR_UNIT", "QUARTERS", "LONG_UNIT"),
    "part_unit": ("HALF_YEAR", "UNIT"),
    "which": ("ORDINAL", "ORDINAL_DAY", "LAST"),
    "wider": ("UNIT",),
    "shift": ("FOLLOWING", "PREVIOUS", "SHIFT", "BEFORE", "AFTER", "THEREAFTER"),
    "holiday": ("HOLY_DAY", "FEAST", "EID_NAME", "ISLAMIC", "HOLIDAY"),
    "rite": ("RITE",),
    "within": ("WITHIN", "IN"),
    "eve": ("EVE",),
    "clock": ("CLOCK", "MILITARY", "INTEGER"),
    "period": ("DAILY",),
    "for": ("FOR", "OVER"),
    "hedge": ("ABOUT", "MORE_THAN", "MORE", "AT"),
}
_DIGITS_AT_END = re.compile(r"\d+$")
_LEADING_NUMBER = re.compile(r"\d+")
_ORDINAL_PARTS = frozenset({"day", "last", "ordinal", "quarter", "half", "which"})
# A weekday's apostrophe may be lost: "Wednesdays explosion"; "on Wednesdays" and "Wednesdays and Fridays" are many
_MANY = re.compile(r"\b(?:on|every|each|and|or|to|from|most|all|some)\s+$", re.IGNORECASE)
_OWNED = re.compile(r"\s+(?!(?:and|or|when|with|from|after|before|until|through|during|while|at|in|to|for)\b)[a-z]{4,}")


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """All time expressions of `text`, in order and apart from each other; where two patterns overlap, the longer wins.

    The parts of an expression are normal forms: weekdays from 0 (Monday), months from 1, units by one letter (see
    `lexicon/times.yaml`), numbers in digits, "X" for a vague number. "since" and ranges hold the parts of what they
    were joined from: `of` names the rule of the date after "since"; a range has its two ends' parts with the prefixes
    ``from.`` and ``to.``, each with a ``rule``. `event` marks a length of time that counts from what is told next
    ("two days after the attack"), not from the day last told of. `printed` marks the date of a publication line.
    """
    row = token_row(text)
    found = join(row, _longest(_all_matches(row)))
    return tuple(_expression(row, item) for item in found)


def _all_matches(row: TokenRow) -> Iterator[Found]:
    for compiled in compiled_rules():
        for match in compiled.matcher.finditer(row.codes):
            item = _found(row, compiled, match)
            if item is not None and is_sensible(row, item):
                yield item


def _longest(items: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    taken: set[int] = set()
    for item in sorted(items, key=lambda item: (item.first - item.last, item.first)):
        tokens = range(item.first, item.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(item)
    return sorted(kept, key=attrgetter("first"))


def _found(row: TokenRow, compiled: CompiledRule, match: re.Match[str]) -> Found | None:
    parts = dict(compiled.rule.constants)
    for group, value in match.groupdict().items():
        if value is None:
            continue
        name = _DIGITS_AT_END.sub("", group)
        worth = _number(row, *match.span(group)) if name == "n" else _value(row, name, match.start(group))
        if worth is None:
            return None
        parts[name] = worth
    if compiled.rule.name in _WRITTEN_DATES:
        return _written_date(match, compiled.rule.name, parts[compiled.rule.name])
    return Found(match.start(), match.end(), compiled.rule.kind, compiled.rule.name, tuple(parts.items()))


_WRITTEN_DATES = frozenset({"iso", "numeric"})


def _written_date(match: re.Match[str], rule: str, token: str) -> Found | None:
    """A date in figures: day first unless that cannot be; None where no order makes a month and a day."""
    first, second, third = (int(piece) for piece in re.findall(r"\d+", token)[:3])
    year, orders = (first, [(third, second)]) if rule == "iso" else (third, [(first, second), (second, first)])
    possible = [(day, month) for day, month in orders if 1 <= day <= 31 and 1 <= month <= 12]
    if not possible:
        return None
    day, month = possible[0]
    parts = (("day", str(day)), ("month", str(month)), ("year", str(year)))
    doubt = (("ambiguous", "1"),) if len(set(possible)) > 1 else ()
    return Found(match.start(), match.end(), "DATE", rule, (*parts, *doubt))


def _value(row: TokenRow, name: str, first: int) -> str | None:
    """The value of the group's first token as what the group stands for, or None where it has none."""
    classes = dict(classes_of(row.slice(first, first + 1)))
    for wanted in _VALUES[name]:
        if wanted in classes:
            value = classes[wanted]
            digits = _LEADING_NUMBER.match(value) if name in _ORDINAL_PARTS else None
            return str(int(digits.group())) if digits else value
    return None


def _number(row: TokenRow, first: int, last: int) -> str | None:
    """The number of the tokens in digits, X for a vague one; None where they are no single number."""
    vague = {name: value for index in range(first, last) for name, value in classes_of(row.slice(index, index + 1))}
    for name in ("COUPLE", "FEW", "SEVERAL"):
        if name in vague:
            return vague[name]
    if "ORDINAL" in vague or "ORDINAL_DAY" in vague:
        return _value(row, "ordinal", first)
    if "HALF_YEAR" in vague:  # "two and a half"
        worth = number_value(row.slice(first, first + 1))
        return None if worth is None else str(worth + 0.5)
    worth = number_value(row.slice(first, last))
    return None if worth is None else str(worth)


def _expression(row: TokenRow, item: Found) -> TimeExpression:
    span = span_of(row, item)
    date = Span(row.starts[item.first + 1], span.end) if item.rule == "since" else None
    if item.rule == "set" and _one_day(row, span):
        item = replace(item, kind="DATE", rule="weekday")
    event = (("event", "1"),) if item.rule == "shift" and opens(row.text, span) else ()
    if event:  # TIMEX3 takes "two days" of it, a length
        item = replace(item, kind="DURATION")
    printed = (("printed", "1"),) if is_printed(row.text, span, dict(item.parts)) else ()
    return TimeExpression(span, item.kind, item.rule, (*item.parts, *event, *printed), date)


def _one_day(row: TokenRow, span: Span) -> bool:
    """Whether a weekday in the plural is one day's genitive without its apostrophe: "Wednesdays explosion"."""
    plural = "WEEKDAYS" in dict(classes_of(span.of(row.text)))
    before = row.text[max(0, span.start - 10) : span.start]
    return plural and not _MANY.search(before) and bool(_OWNED.match(row.text, span.end))
