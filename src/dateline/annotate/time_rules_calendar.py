"""Patterns of months, years, seasons and the like.

See `time_rules` for how patterns are written.
"""

from __future__ import annotations

from dateline.annotate.time_rule import rules

CALENDAR = (
    *rules("month", "DATE", "EDGES?(?P<month>ANY_MONTH)(?:OF|COMMA)?(?P<year>ANY_YEAR|FAR_YEAR)"),
    *rules("month", "DATE", "EDGES?(?P<month>ANY_MONTH)OF?OF_YEAR"),
    *rules("month", "DATE", "EDGES?(?P<dir>POINTER)(?P<month>ANY_MONTH)"),
    *rules("month", "DATE", "EDGES(?P<month>ANY_MONTH)", "(?P<month>MONTH)"),
    *rules(
        "month",
        "DATE",
        "DATED(?P<month>DOUBTFUL_MONTH|SHORT_MONTH DOT?)(?!POSSESSIVE)",
        "(?<=THE|AT)(?P<month>DOUBTFUL_MONTH)(?!ON|POSSESSIVE)",
        "(?P<month>DOUBTFUL_MONTH)(?=(?:AND|OR|SLASH|HYPHEN|UNTIL)ANY_MONTH)",
        "(?<=MONTH AND|MONTH OR|MONTH SLASH)(?P<month>DOUBTFUL_MONTH)",
    ),
    *rules(
        "year",
        "DATE",
        "EDGES(?P<year>YEAR)",
        "DATED(?P<year>YEAR)",
        "(?<=THE|AN|OWNER|POSSESSIVE|THAT)(?P<year>MODERN_YEAR)",
    ),
    *rules(
        "year",
        "DATE",
        "(?<=YEAR AND|YEAR OR|YEAR COMMA|YEAR UNTIL)(?P<year>MODERN_YEAR)",
        "(?P<year>MODERN_YEAR)(?=POSSESSIVE)",
    ),
    *rules(
        "year",
        "DATE",
        "THE?YEAR_WORD(?P<year>YEAR|FAR_YEAR)",
        "(?<=IN)(?P<year>FAR_YEAR)",
        "EDGES?THE?FISCAL YEAR_WORD?(?P<year>YEAR)",
    ),
    *rules("years", "DATE", "(?P<year>MODERN_YEAR)(?:HYPHEN|SLASH)(?P<last>MODERN_YEAR|TWO_DIGITS)(?!HYPHEN|SLASH)"),
    *rules("decade", "DATE", "EDGES?THE?(?P<decade>DECADE|DECADE_WORD)"),
    *rules("century", "DATE", "EDGES?THE?(?P<ordinal>ORDER)HYPHEN?CENTURY"),
    *rules(
        "season",
        "DATE",
        "EDGES?(?:THE|POINTER)?(?P<season>ANY_SEASON)(?:OF?(?P<year>YEAR)|OF?OF_YEAR)",
        "EDGES(?P<season>ANY_SEASON)(?!OF)",
    ),
    *rules("season", "DATE", "EDGES?(?P<dir>POINTER)(?P<season>ANY_SEASON)"),
    *rules("season", "DATE", "(?<=OVER|EARLIER|SINCE|BY|INTO)THE?(?P<season>ANY_SEASON)(?!OF)"),
    *rules("quarter", "DATE", "THE?FISCAL?(?P<quarter>ORDER)HYPHEN?QUARTER(?:OF?(?P<year>YEAR)|OF?OF_YEAR)?"),
    *rules("quarter", "DATE", "THE?(?P<year>YEAR)(?P<quarter>ORDER)QUARTER"),
    *rules("calendar", "DATE", "THE LATEST(?P<unit>QUARTER)", dir="-1"),
    *rules("quarter", "DATE", "(?P<yeardir>POINTER)YEAR_WORD POSSESSIVE(?P<quarter>ORDER)QUARTER"),
    *rules("quarter", "DATE", "(?P<quarter>QUARTER_NAME)OF?(?P<year>YEAR)?"),
    *rules(
        "half",
        "DATE",
        "THE?(?P<half>ORDER)HALF_YEAR OF(?:THE YEAR_WORD|(?P<yeardir>LAST|THIS|NEXT)YEAR_WORD|(?P<year>YEAR))",
    ),
    *rules("calendar", "DATE", "(?:EDGES|(?P<edge3>EARLIER))?(?P<dir>LAST|THIS|NEXT)(?P<unit>CALENDAR_UNIT)"),
    *rules("calendar", "DATE", "THE(?P<unit>CALENDAR_UNIT)BEFORE LAST", dir="-2"),
    *rules("calendar", "DATE", "THE(?P<unit>CALENDAR_UNIT)AFTER NEXT", dir="2"),
    *rules("calendar", "DATE", "THE(?:FISCAL|FULL)(?P<unit>YEAR_WORD)", dir="0"),
    *rules("calendar", "DATE", "THE(?P<dir>CURRENT)(?P<unit>CALENDAR_UNIT)"),
    *rules(
        "calendar",
        "DATE",
        "THE?(?P<edge>END)OF THE?(?P<unit>CALENDAR_UNIT)",
        "(?P<edge>EARLIER|EDGE)IN THE(?P<unit>CALENDAR_UNIT)",
        dir="0",
    ),
    *rules("calendar", "DATE", "THE?(?P<unit>YEAR_WORD)(?:HYPHEN|POSSESSIVE)END", dir="0", edge="late"),
    *rules(
        "weekend", "DATE", "(?<=OVER|ON|AT)THE?(?P<unit>WEEKEND)", "THE(?P<unit>WEEKEND)", "OVER?AN(?P<unit>WEEKEND)"
    ),
    *rules(
        "portion",
        "DATE",
        "THE?(?P<which>ORDER|LAST)(?P<n>COUNT)?(?P<part_unit>UNIT|HALF_YEAR)OF THE(?P<unit>CALENDAR_UNIT)",
    ),
)
