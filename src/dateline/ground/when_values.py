"""TIMEX3 values, also of what is no interval of days ("three days", "every Friday")."""

from __future__ import annotations

import re

from dateline.ground.when_context import VAGUE
from dateline.model.annotation import TimeExpression

_UNITS = {
    "D": "D",
    "W": "W",
    "M": "M",
    "Y": "Y",
    "E": "E",
    "C": "C",
    "H": "H",
    "N": "M",
    "S": "S",
    "Q": "Q",
    "K": "WE",
    "F": "W",
}
_AS_OTHERS = {"F": ("W", 2), "E": ("Y", 10), "C": ("Y", 100)}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s?([AaPp])?|(\d{2})(\d{2})")


def length(expression: TimeExpression) -> str:
    """The period of a duration: "P3D", "PT10M", "PXY" where the number is vague or missing."""
    unit, n = expression.part("unit") or "D", expression.part("n") or _missing(expression)
    if unit in _AS_OTHERS and n != VAGUE:
        unit, factor = _AS_OTHERS[unit]
        n = f"{float(n) * factor:.12g}"
    return f"P{'T' if unit in 'HNS' else ''}{n}{_UNITS[unit]}"


def _missing(expression: TimeExpression) -> str:
    """The past week is one week; "for weeks" says no number, and neither do recent or coming weeks."""
    return "1" if expression.rule in ("window", "set", "dated_length") and expression.part("dir") != "1" else VAGUE


def repeated(expression: TimeExpression) -> str:
    """The period or the pattern of a set: "P1D", "XXXX-WXX-5", with the part of the day."""
    weekday = expression.part("weekday")
    if weekday is not None:
        return f"XXXX-WXX-{int(weekday) + 1}{day_part(expression)}"
    if (month := expression.part("month")) is not None:
        return f"XXXX-{int(month):02d}"
    if (season := expression.part("season")) is not None:
        return f"XXXX-{season}"
    return expression.part("period") or length(expression)


def day_part(expression: TimeExpression) -> str:
    """What follows the day: "TNI" for a night, "T18:00" for a clock time, else nothing."""
    clock, part = expression.part("clock"), expression.part("part")
    if clock is not None:
        return _clock_time(clock)
    return ("T12:00" if part == "MI" else f"T{part}") if part else ""


def _clock_time(clock: str) -> str:
    if clock.isdigit() and len(clock) == len("1800"):
        return f"T{clock[:2]}:{clock[2:]}"
    found = _CLOCK.match(clock)
    if not found or not found.group(1):
        return ""
    hour, half = int(found.group(1)), (found.group(3) or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"T{hour:02d}:{found.group(2) or '00'}"
