"""Patterns of single days and nights: dates, weekdays, today, holidays.

See `time_rules` for how patterns are written.
"""

from __future__ import annotations

from dateline.annotate.time_rule import rules

DAYS = (
    *rules("iso", "DATE", "(?P<iso>ISO)"),
    *rules("numeric", "DATE", "(?P<numeric>NUMERIC)"),
    *rules(
        "day",
        "DATE",
        "EDGE_DAY?PART_OF?(?:(?P<weekday>WDAY)COMMA?)?THE?(?P<day>DAYNO)OF?(?P<month>ANY_MONTH)IN_YEAR?(?P<part>PARTS)?",
        "EDGE_DAY?PART_OF?(?:(?P<weekday>WDAY)COMMA?)?(?P<month>ANY_MONTH)THE?(?P<day>DAYNO)IN_YEAR?(?P<part>PARTS)?",
        "(?P<day>DAYNO)HYPHEN(?P<month>ANY_MONTH)HYPHEN(?P<year>YEAR|TWO_DIGITS)",
        "(?P<month>ANY_MONTH)HYPHEN(?P<day>DAYNO)HYPHEN(?P<year>YEAR)",
    ),
    *rules(
        "day_number",
        "DATE",
        "(?<=ON)THE(?P<day>ORDINAL_DAY)(?:OF(?P<monthdir>LAST|THIS|NEXT)MONTH_WORD)?",
        "(?P<weekday>WEEKDAY)COMMA?THE(?P<day>ORDINAL_DAY)",
    ),
    *rules(
        "days",
        "DATE",
        "(?<!MONTH|DOUBTFUL_MONTH|SHORT_MONTH|DOT)(?P<day>DAYNO)(?:COMMA DAYNO){0,4}"
        "(?:HYPHEN|UNTIL|AND|SLASH)THE?(?P<last>DAYNO)OF?(?P<month>ANY_MONTH)IN_YEAR?",
        "(?P<month>ANY_MONTH)(?P<day>DAYNO)(?:COMMA DAYNO){0,4}(?:HYPHEN|UNTIL|AND|SLASH)"
        "(?P<last>DAYNO)(?!OF?ANY_MONTH)IN_YEAR?",
    ),
    *rules(
        "weekday",
        "DATE",
        "EDGE_DAY?PART_OF?(?P<dir>POINTER)?(?P<weekday>WEEKDAY)(?P<part>PARTS)?(?!TITLE)",
        "(?P<weekday>WEEKDAY)(?P<part>PARTS)?(?:OF|COMMA)?(?P<weekdir>LAST|THIS|NEXT)WEEK_WORD",
        "(?P<weekdir>LAST|THIS|NEXT)WEEK_WORD COMMA?ON(?P<weekday>WEEKDAY)(?P<part>PARTS)?",
    ),
    *rules("weekday_shift", "DATE", "THE(?P<shift>FOLLOWING|PREVIOUS)(?P<weekday>WEEKDAY)(?P<part>PARTS)?"),
    *rules("deictic", "DATE", "EDGE_DAY?PART_OF?(?P<dir>TODAY|YESTERDAY|TOMORROW)(?P<part>PARTS)?"),
    *rules("deictic", "DATE", "THE DAY_WORD BEFORE YESTERDAY", dir="-2"),
    *rules("deictic", "DATE", "THE DAY_WORD AFTER TOMORROW", dir="2"),
    *rules("deictic", "TIME", "THE(?P<part>NIGHT)BEFORE LAST", dir="-2"),
    *rules("deictic", "DATE", "(?<=ON)(?P<dir>THIS)DAY_WORD"),
    *rules("deictic", "TIME", "EDGE_DAY?(?P<dir>THIS)(?P<part>PARTS)"),
    *rules("deictic", "TIME", "EDGE_DAY?(?P<dir>LAST)(?P<part>PART)"),
    *rules("deictic", "TIME", "EDGE_DAY?(?P<dir>TONIGHT)", part="NI"),
    *rules(
        "overnight",
        "TIME",
        "OVERNIGHT(?:(?:ON|INTO)?(?P<weekday>WEEKDAY))?",
        "(?P<weekday>WEEKDAY)OVERNIGHT",
        "OVERNIGHT FROM?WEEKDAY(?:UNTIL|INTO|AND)(?P<weekday>WEEKDAY)",
        "OVER?THE NIGHT(?:UNTIL|INTO)(?P<weekday>WEEKDAY)",
        "OVER?THE NIGHT(?:FROM|OF|BETWEEN)WEEKDAY(?:UNTIL|INTO|AND|HYPHEN)(?P<weekday>WEEKDAY)",
        part="NI",
    ),
    *rules(
        "holiday",
        "DATE",
        "(?P<dir>POINTER)?(?P<rite>RITE)?(?P<holiday>HOLIDAY)(?:DAY_WORD|(?P<eve>EVE)|(?P<weekday>WEEKDAY)|(?P<unit>WEEKEND))?IN_YEAR?",
        "(?P<dir>POINTER)?(?P<holiday>HOLY_DAY)WEEKDAY IN_YEAR?",
        "(?P<dir>POINTER)?(?P<holiday>FEAST)POSSESSIVE?DAY_NAME IN_YEAR?",
        "(?<=ON|IN|OF|DURING|SINCE|BEFORE|AFTER)(?P<dir>POINTER)?(?P<holiday>ISLAMIC)IN_YEAR?",
        "(?P<dir>POINTER)(?P<holiday>ISLAMIC)IN_YEAR?",
        "(?P<dir>POINTER)?EID AL?HYPHEN?(?P<holiday>EID_NAME)IN_YEAR?",
    ),
    *rules("holiday", "DATE", "NEW YEAR_WORD POSSESSIVE?(?:DAY_WORD|(?P<eve>EVE))IN_YEAR?", holiday="new year"),
)
