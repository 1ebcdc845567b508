"""The patterns of time expressions, over word classes instead of words.

A name in capitals is a class of `lexicon/times.yaml` or of `time_tokens`, or a macro below; white space is free. A
named group becomes a part of the expression; figures at the end of its name are dropped, so that one pattern can fill
the same part in two places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.annotate.time_tokens import class_codes

# Repetitions are bounded: a pattern may not take longer than in proportion to the text, whatever the text
MACROS: Mapping[str, str] = {
    "ANY_MONTH": "(?:MONTH|DOUBTFUL_MONTH|SHORT_MONTH DOT?)",
    "DAYNO": "(?:DAY_NUMBER|ORDINAL_DAY)",
    "WDAY": "(?:WEEKDAY|SHORTDAY DOT?)",
    "ANY_YEAR": "(?:YEAR|SHORT_YEAR)",
    "ORDER": "(?:ORDINAL|ORDINAL_DAY)",
    "ANY_SEASON": "(?:SEASON|DOUBTFUL_SEASON)",
    "WORDS": "NUMBER_WORD(?:HYPHEN?NUMBER_WORD|AND NUMBER_WORD){0,11}",
    "COUNT": "(?:INTEGER|AMOUNT|WORDS|AN SCALE_WORD(?:AND?WORDS)?|AN?COUPLE OF?|AN?FEW|SEVERAL)",
    "HEDGE": "(?:ABOUT|MORE THAN|AT AT_LEAST|MORE_THAN)",
    "POINTER": "(?:LAST|THIS|NEXT|PAST|COMING)",
    "PARTS": "PART(?:AND PART)?",
    # "late", "mid-", "the end of"
    "EDGES": "(?:THE?(?P<edge>EDGE)HYPHEN?|THE?(?P<edge1>END)OF THE?)",
    "EDGE_DAY": "(?:(?P<edge>EDGE|EARLIER)(?:ON|IN THE)?|THE?(?P<edge1>EDGE)HOURS OF(?:ON)?)",
    "PART_OF": "(?:THE(?P<part1>PART)OF|THE EDGE PART OF)",
    "IN_YEAR": "(?:COMMA?(?P<year>ANY_YEAR))",
    "DATED": "(?<=YEAR_PREPOSITION|LPAREN|OF)",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: the name that its expressions carry, their TIMEX3 type, and parts that are always the same."""

    name: str
    kind: str
    pattern: str
    constants: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its expression over token codes."""

    rule: Rule
    matcher: re.Pattern[str]


def _rules(name: str, kind: str, *patterns: str, **constants: str) -> tuple[Rule, ...]:
    return tuple(Rule(name, kind, pattern, tuple(constants.items())) for pattern in patterns)


_DAYS = (
    *_rules("iso", "DATE", "(?P<iso>ISO)"),
    *_rules("numeric", "DATE", "(?P<numeric>NUMERIC)"),
    *_rules(
        "day",
        "DATE",
        "EDGE_DAY?PART_OF?(?:(?P<weekday>WDAY)COMMA?)?THE?(?P<day>DAYNO)OF?(?P<month>ANY_MONTH)IN_YEAR?(?P<part>PARTS)?",
        "EDGE_DAY?PART_OF?(?:(?P<weekday>WDAY)COMMA?)?(?P<month>ANY_MONTH)THE?(?P<day>DAYNO)IN_YEAR?(?P<part>PARTS)?",
    ),
    *_rules(
        "days",
        "DATE",
        "(?<!MONTH|DOUBTFUL_MONTH|SHORT_MONTH|DOT)(?P<day>DAYNO)(?:HYPHEN|UNTIL|AND)THE?(?P<last>DAYNO)OF?(?P<month>ANY_MONTH)IN_YEAR?",
        "(?P<month>ANY_MONTH)(?P<day>DAYNO)(?:HYPHEN|UNTIL|AND)(?P<last>DAYNO)(?!OF?ANY_MONTH)IN_YEAR?",
    ),
    *_rules(
        "weekday",
        "DATE",
        "EDGE_DAY?PART_OF?(?P<dir>POINTER)?(?P<weekday>WEEKDAY)(?P<part>PARTS)?(?!TITLE)",
        "(?P<weekday>WEEKDAY)(?P<part>PARTS)?(?:OF|COMMA)?(?P<weekdir>LAST|THIS|NEXT)WEEK_WORD",
    ),
    *_rules("weekday_shift", "DATE", "THE(?P<shift>FOLLOWING|PREVIOUS)(?P<weekday>WEEKDAY)(?P<part>PARTS)?"),
    *_rules("deictic", "DATE", "EDGE_DAY?PART_OF?(?P<dir>TODAY|YESTERDAY|TOMORROW)(?P<part>PARTS)?"),
    *_rules("deictic", "DATE", "THE DAY_WORD BEFORE YESTERDAY", dir="-2"),
    *_rules("deictic", "DATE", "THE DAY_WORD AFTER TOMORROW", dir="2"),
    *_rules("deictic", "DATE", "(?<=ON)(?P<dir>THIS)DAY_WORD"),
    *_rules("deictic", "TIME", "EDGE_DAY?(?P<dir>THIS)(?P<part>PARTS)"),
    *_rules("deictic", "TIME", "EDGE_DAY?(?P<dir>LAST)(?P<part>NIGHT)"),
    *_rules("deictic", "TIME", "EDGE_DAY?(?P<dir>TONIGHT)", part="NI"),
    *_rules(
        "overnight",
        "TIME",
        "OVERNIGHT(?:(?:ON|INTO)?(?P<weekday>WEEKDAY))?",
        "(?P<weekday>WEEKDAY)OVERNIGHT",
        part="NI",
    ),
    *_rules("holiday", "DATE", "(?P<dir>POINTER)?(?P<holiday>HOLIDAY)(?:DAY_WORD|(?P<eve>EVE)|WEEKDAY)?IN_YEAR?"),
    *_rules("holiday", "DATE", "NEW YEAR_WORD POSSESSIVE?(?:DAY_WORD|(?P<eve>EVE))IN_YEAR?", holiday="new year"),
)
_CALENDAR = (
    *_rules("month", "DATE", "EDGES?(?P<month>ANY_MONTH)(?:OF|COMMA)?(?P<year>ANY_YEAR)"),
    *_rules("month", "DATE", "EDGES?(?P<month>ANY_MONTH)OF?(?P<yeardir>LAST|THIS|NEXT)YEAR_WORD"),
    *_rules("month", "DATE", "EDGES?(?P<dir>POINTER)(?P<month>ANY_MONTH)"),
    *_rules("month", "DATE", "EDGES(?P<month>ANY_MONTH)", "(?P<month>MONTH)"),
    *_rules(
        "month",
        "DATE",
        "DATED(?P<month>DOUBTFUL_MONTH|SHORT_MONTH DOT?)(?!POSSESSIVE)",
        "(?<=THE)(?P<month>DOUBTFUL_MONTH)(?!ON|POSSESSIVE)",
    ),
    *_rules(
        "year",
        "DATE",
        "EDGES(?P<year>YEAR)",
        "DATED(?P<year>YEAR)",
        "(?<=THE|AN|OWNER|POSSESSIVE)(?P<year>MODERN_YEAR)",
    ),
    *_rules(
        "year",
        "DATE",
        "(?<=YEAR AND|YEAR OR|YEAR COMMA|YEAR UNTIL)(?P<year>MODERN_YEAR)",
        "(?P<year>MODERN_YEAR)(?=POSSESSIVE)",
    ),
    *_rules("year", "DATE", "THE?YEAR_WORD(?P<year>YEAR)", "EDGES?THE?FISCAL YEAR_WORD?(?P<year>YEAR)"),
    *_rules("years", "DATE", "(?P<year>MODERN_YEAR)(?:HYPHEN|SLASH)(?P<last>MODERN_YEAR|TWO_DIGITS)(?!HYPHEN|SLASH)"),
    *_rules("decade", "DATE", "EDGES?THE?(?P<decade>DECADE|DECADE_WORD)"),
    *_rules("century", "DATE", "EDGES?THE?(?P<ordinal>ORDER)HYPHEN?CENTURY"),
    *_rules("season", "DATE", "EDGES?(?:THE|POINTER)?(?P<season>ANY_SEASON)OF?(?P<year>YEAR)"),
    *_rules("season", "DATE", "EDGES?(?P<dir>POINTER)(?P<season>ANY_SEASON)"),
    *_rules("season", "DATE", "(?<=OVER|EARLIER)THE?(?P<season>ANY_SEASON)(?!OF)"),
    *_rules("quarter", "DATE", "THE?FISCAL?(?P<quarter>ORDER)HYPHEN?QUARTER(?:OF?(?P<year>YEAR))?"),
    *_rules("quarter", "DATE", "THE?(?P<year>YEAR)(?P<quarter>ORDER)QUARTER"),
    *_rules("calendar", "DATE", "THE LATEST(?P<unit>QUARTER)", dir="-1"),
    *_rules("quarter", "DATE", "(?P<yeardir>POINTER)YEAR_WORD POSSESSIVE(?P<quarter>ORDER)QUARTER"),
    *_rules("quarter", "DATE", "(?P<quarter>QUARTER_NAME)OF?(?P<year>YEAR)?"),
    *_rules(
        "half",
        "DATE",
        "THE?(?P<half>ORDER)HALF_YEAR OF(?:THE YEAR_WORD|(?P<yeardir>LAST|THIS|NEXT)YEAR_WORD|(?P<year>YEAR))",
    ),
    *_rules("calendar", "DATE", "(?:EDGES|(?P<edge2>EARLIER))?(?P<dir>LAST|THIS|NEXT)(?P<unit>CALENDAR_UNIT)"),
    *_rules("calendar", "DATE", "THE(?P<dir>CURRENT)(?P<unit>CALENDAR_UNIT)"),
    *_rules(
        "calendar",
        "DATE",
        "THE?(?P<edge>END)OF THE?(?P<unit>CALENDAR_UNIT)",
        "(?P<edge>EARLIER)IN THE(?P<unit>CALENDAR_UNIT)",
        dir="0",
    ),
    *_rules("calendar", "DATE", "THE?(?P<unit>YEAR_WORD)HYPHEN END", dir="0", edge="late"),
    *_rules(
        "weekend", "DATE", "(?<=OVER|ON|AT)THE?(?P<unit>WEEKEND)", "THE(?P<unit>WEEKEND)", "OVER?AN(?P<unit>WEEKEND)"
    ),
)
_RELATIVE = (
    *_rules(
        "window",
        "DURATION",
        "OVER?THE?(?:LAST|PAST)HEDGE?(?P<n>COUNT)(?:HYPHEN PLUS)?HYPHEN?(?P<unit>UNIT)",
        "OVER?THE(?:LAST|PAST)(?P<unit>ONE_UNIT)",
        "OVER PAST(?P<unit>ONE_UNIT)",
        "OVER?THE PREVIOUS(?P<n>COUNT)(?P<unit>UNIT)",
        dir="-1",
    ),
    *_rules("window", "DURATION", "OVER?THE?(?:LAST|PAST)(?P<unit>MANY_UNITS)", dir="-1", n="X"),
    *_rules(
        "window",
        "DURATION",
        "OVER?THE?(?:NEXT|COMING)HEDGE?(?P<n>COUNT)(?P<unit>UNIT)(?:(?:AND|OR)(?P<wider>MANY_UNITS))?",
        "OVER?THE?(?:NEXT|COMING)(?P<unit>MANY_UNITS)(?:(?:AND|OR)(?P<wider>MANY_UNITS))?",
        "OVER THE(?:NEXT|COMING)(?P<unit>ONE_UNIT)",
        "THE COMING(?P<unit>ONE_UNIT)",
        dir="1",
    ),
    *_rules(
        "recent",
        "DATE",
        "OVER?THE?RECENT(?P<unit>MANY_UNITS)(?:(?:AND|OR)(?P<wider>MANY_UNITS))?",
        "RECENTLY",
        "RECENT",
    ),
    *_rules("ago", "DATE", "HEDGE?(?P<n>COUNT)HYPHEN?(?P<unit>UNIT)HYPHEN?AGO", "(?P<unit>MANY_UNITS)AGO"),
    *_rules("ago", "DATE", "HEDGE?AN?(?P<unit>ONE_UNIT)HYPHEN?AGO", n="1"),
    *_rules("shift", "DATE", "HEDGE?(?P<n>COUNT)HYPHEN?(?P<unit>UNIT)(?P<shift>SHIFT)"),
    *_rules("shift", "DATE", "HEDGE?AN(?P<unit>ONE_UNIT)HYPHEN?(?P<shift>SHIFT)", n="1"),
    *_rules("shift", "DATE", "THE?(?P<unit>ONE_UNIT)HYPHEN(?P<shift>SHIFT)", n="1"),
    *_rules("shift", "DATE", "THE(?P<shift>FOLLOWING|PREVIOUS)(?P<unit>ONE_UNIT)", n="1", calendar="1"),
    *_rules("shift", "DATE", "THE(?P<shift>FOLLOWING|PREVIOUS)(?P<part>PARTS)", n="1", unit="D"),
    *_rules("shift", "DATE", "THE(?P<unit>ONE_UNIT)(?P<shift>BEFORE|AFTER)", n="1", calendar="1"),
    *_rules(
        "same",
        "DATE",
        "(?P<edge>EARLIER)?(?:ON)?(?:THE SAME|THAT)(?P<unit>ONE_UNIT)",
        "(?P<edge>EARLIER)IN THE(?P<unit>DAY_WORD)",
    ),
    *_rules("same", "TIME", "(?P<edge>EARLIER|EDGE)?(?:THE SAME|THAT)(?P<part>PARTS)", unit="D"),
    *_rules("consecutive", "DATE", "FOR?(?:THE|AN)(?P<n>ORDER)STRAIGHT(?P<unit>ONE_UNIT)"),
)
_OTHER = (
    *_rules(
        "duration",
        "DURATION",
        "(?P<for>FOR)?(?P<hedge>HEDGE)?(?P<n>COUNT)(?:(?:TO|OR|HYPHEN)COUNT|HYPHEN PLUS)?HYPHEN?"
        "(?P<unit>UNIT)(?!HYPHEN?OLD)",
    ),
    *_rules("duration", "DURATION", "(?P<for>FOR)(?P<unit>MANY_UNITS)"),
    *_rules("duration", "DURATION", "(?P<hedge>HEDGE)?(?P<n>COUNT)HYPHEN?(?P<unit>UNIT)HYPHEN OLD", old="1"),
    *_rules("duration", "DURATION", "(?P<unit>ONE_UNIT)HYPHEN OLD", n="1", old="1"),
    *_rules(
        "duration",
        "DURATION",
        "(?P<for>FOR)?(?P<hedge>HEDGE)AN(?P<unit>ONE_UNIT)",
        "(?P<for>FOR|OVER)AN(?P<unit>ONE_UNIT)",
        n="1",
    ),
    *_rules("duration", "DURATION", "(?P<for>FOR)?HEDGE?HALF AN(?P<unit>ONE_UNIT)", n="0.5"),
    *_rules("set", "SET", "EVERY OTHER?(?P<n>COUNT)?(?P<unit>UNIT)", "EVERY(?P<weekday>WEEKDAY)(?P<part>PARTS)?"),
    *_rules(
        "set",
        "SET",
        "(?P<weekday>WEEKDAYS)",
        "(?P<period>DAILY)(?!TITLE)",
        "OFTEN AN(?P<unit>ONE_UNIT)",
        "COUNT TIMES_WORD AN(?P<unit>ONE_UNIT)",
    ),
    *_rules(
        "clock",
        "TIME",
        "AT?ABOUT?(?P<clock>CLOCK)(?:LOCAL TIMES_WORD)?ZONE?",
        "AT?ABOUT?(?P<clock>MILITARY)(?:ZONE|HOURS)",
    ),
    *_rules("clock", "TIME", "AT?ABOUT?(?:SHORTLY(?:BEFORE|AFTER))?(?P<part>MOMENT)"),
    *_rules("present", "DATE", "NOW", "AT PRESENT", "CURRENT"),
    *_rules("future", "DATE", "SOON(?!AFTER|BEFORE)", "THE NEAR?FUTURE"),
    *_rules("past", "DATE", "(?<=IN)THE PAST(?!UNIT)"),
)
RULES: tuple[Rule, ...] = (*_DAYS, *_CALENDAR, *_RELATIVE, *_OTHER)
_NAME = re.compile(r"[A-Z][A-Z_]+")


@cache
def compiled_rules() -> tuple[CompiledRule, ...]:
    """All rules, compiled once."""
    return tuple(CompiledRule(rule, compile_pattern(rule.pattern)) for rule in RULES)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over class names as an expression over token codes; KeyError names a class that does not exist."""
    source, previous = pattern, ""
    while source != previous:
        previous = source
        source = _NAME.sub(lambda found: MACROS.get(found.group(), found.group()), source)
    codes = class_codes()
    return re.compile(_NAME.sub(lambda found: f"[{codes[found.group()]}]", source).replace(" ", ""))
