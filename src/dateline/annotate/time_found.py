"""A time expression while it is still tokens."""

from __future__ import annotations

from dataclasses import dataclass

Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first` (inclusive) to `last` (exclusive), with what `TimeExpression` will hold."""

    first: int
    last: int
    kind: str
    rule: str
    parts: Parts

    def prefixed(self, prefix: str) -> Parts:
        """The parts and the rule, under names that begin with `prefix`."""
        return ((f"{prefix}.rule", self.rule), *((f"{prefix}.{name}", value) for name, value in self.parts))
