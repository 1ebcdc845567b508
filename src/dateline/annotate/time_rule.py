"""One pattern of time expressions, and a short way to write several that share a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: the name that its expressions carry, their TIMEX3 type, and parts that are always the same."""

    name: str
    kind: str
    pattern: str
    constants: tuple[tuple[str, str], ...] = ()


def rules(name: str, kind: str, *patterns: str, **constants: str) -> tuple[Rule, ...]:
    """Rules of one name and type, a pattern each; `constants` are parts that all their expressions have."""
    return tuple(Rule(name, kind, pattern, tuple(constants.items())) for pattern in patterns)
