"""Agencies whose dispatches other outlets print, and how a credit spells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.lexicon.load import load

UNNAMED: Final = "agencies"  # the name of agencies that a credit does not name


@dataclass(frozen=True, slots=True)
class Agencies:
    """The lists of ``agencies.yaml``: `names` maps each spelling to the agency, `pattern` finds any of them."""

    names: dict[str, str]
    pictures: frozenset[str]
    pattern: re.Pattern[str]


@cache
def agencies() -> Agencies:
    """The agencies."""
    data = load("agencies")
    names = dict.fromkeys(data["unnamed"], UNNAMED)
    for name, spellings in data["agencies"].items():
        names |= dict.fromkeys((name, name.upper(), *spellings), name)
    longest_first = sorted(names, key=lambda spelling: (-len(spelling), spelling))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return Agencies(names, frozenset(data["pictures"]), pattern)


def agency(name: str) -> str | None:
    """The agency that `name` (an outlet, a word in a credit) spells, or None."""
    return agencies().names.get(name.strip())
