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

from dateline.annotate.time_rule import Rule
from dateline.annotate.time_rules_calendar import CALENDAR
from dateline.annotate.time_rules_days import DAYS
from dateline.annotate.time_rules_relative import OTHER, RELATIVE
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
    "AND_HALF": "(?:INTEGER|NUMBER_WORD)HYPHEN?AND HYPHEN?AN HYPHEN?HALF",
    "COUNT": "(?:AND_HALF|INTEGER|AMOUNT|WORDS|AN SCALE_WORD(?:AND?WORDS)?|AN?COUPLE OF?|AN?FEW|SEVERAL)",
    "HEDGE": "(?:ABOUT|MORE THAN|AT AT_LEAST|MORE_THAN)",
    "POINTER": "(?:LAST|THIS|NEXT|PAST|COMING)",
    "PARTS": "PART(?:AND PART)?",
    # "late", "mid-", "the end of"
    "EDGES": "(?:THE?(?P<edge>EDGE)HYPHEN?|THE?(?P<edge1>END)OF THE?|(?P<edge2>EARLIER|EDGE)IN THE?)",
    "EDGE_DAY": "(?:(?P<edge>EDGE|EARLIER)(?:ON|IN THE)?|THE?(?P<edge1>EDGE)PART?HOURS OF(?:ON)?)",
    "PART_OF": "(?:THE(?P<part1>PART)OF|THE EDGE PART OF)",
    "IN_YEAR": "(?:COMMA?(?P<year>ANY_YEAR|FAR_YEAR)|OF?OF_YEAR)",
    "OF_YEAR": "(?:(?P<yeardir>LAST|THIS|NEXT)YEAR_WORD)",
    "DATED": "(?<=YEAR_PREPOSITION|LPAREN|OF)",
}


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its expression over token codes."""

    rule: Rule
    matcher: re.Pattern[str]


RULES: tuple[Rule, ...] = (*DAYS, *CALENDAR, *RELATIVE, *OTHER)
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
