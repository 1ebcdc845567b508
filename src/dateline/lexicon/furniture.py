"""What page furniture looks like: rules on whole lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon.load import load

LONGEST = 200  # characters
FEWEST_OF_SENTENCE = 7  # words
_BLANKS = re.compile(r"\s+")
_ENDS = " \t\u00a0-–—*•·●▪►▶▸»«›‹>|→←↓↑~_=#"
_STOPS = ".:;!?…" + _ENDS
_SENTENCE = re.compile(r"[.!…][\"'”)]*$")
_APOSTROPHES = str.maketrans("‘’´`", "''''")
_GIVEN = r"[A-Z][\w.'-]*"
# two to four capitalised words, small particles of surnames among them
_PERSON = rf"{_GIVEN}(?: (?:(?:al|el|bin|ibn|van|von|de|der|da|du|la)[ -])?{_GIVEN}){{1,3}}"


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One group of the word data. `opens_list` means that headlines on the lines below belong to it."""

    reason: str
    longest: int
    sentences: bool
    opens_list: bool
    lines: frozenset[str]
    pattern: re.Pattern[str]

    def matches(self, line: str) -> bool:
        """Whether the whole of `line` (as `bare` gives it) is this kind of furniture."""
        if line.casefold().rstrip(_STOPS) in self.lines:
            return True
        if len(line) > self.longest or not (self.sentences or not _is_sentence(line)):
            return False
        return self.pattern.fullmatch(line) is not None


def bare(line: str) -> str:
    """The line with single blanks, straight apostrophes, and no bullets, arrows or rules at its ends."""
    return _BLANKS.sub(" ", line).strip(_ENDS).translate(_APOSTROPHES)


def furniture_rule(line: str) -> FurnitureRule | None:
    """The first rule that the whole of `line` meets, or None for prose."""
    if len(line) > 1000:  # no rule reaches that far
        return None
    squeezed = bare(line)
    return next((rule for rule in furniture_rules() if rule.matches(squeezed)), None) if squeezed else None


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules of ``furniture.yaml`` in their order."""
    data = load("furniture")
    names = {name: "|".join(map(re.escape, words)) for name, words in data["names"].items()} | {"person": _PERSON}
    return tuple(_rule(group, names) for group in data["rules"])


def _is_sentence(line: str) -> bool:
    return _SENTENCE.search(line) is not None and len(line.split()) >= FEWEST_OF_SENTENCE


def _rule(group: Mapping[str, Any], names: Mapping[str, str]) -> FurnitureRule:
    patterns = [_filled(str(pattern), names) for pattern in group.get("matches", ())]
    if headed := group.get("headed"):
        starts = "|".join(re.escape(str(start)) for start in headed)
        patterns.append(rf"(?:{starts}) ?(?::.*)?")
    flags = re.NOFLAG if group.get("cased") else re.IGNORECASE
    return FurnitureRule(
        reason=str(group["reason"]),
        longest=int(group.get("longest", LONGEST)),
        sentences=bool(group.get("sentences", False)),
        opens_list=bool(group.get("list", False)),
        lines=frozenset(str(line).casefold().rstrip(_STOPS) for line in group.get("lines", ())),
        pattern=re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", flags),
    )


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    """The pattern with each ``{name}`` replaced; other braces are the expression's own."""
    for name, words in names.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern
