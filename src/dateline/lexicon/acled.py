"""Our types in ACLED's terms, where a mapping is honest. Data: `acled.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.lexicon.load import load


@dataclass(frozen=True, slots=True)
class Types:
    """ACLED's disorder type, event type and sub-event type; "" where ours may mean several."""

    disorder: str = ""
    event: str = ""
    sub_event: str = ""

    def agreed(self, others: Iterable[Types]) -> Types:
        """What all of them say alike; "" where they differ."""
        rows = [(each.disorder, each.event, each.sub_event) for each in (self, *others)]
        return Types(*(values[0] if len(set(values)) == 1 else "" for values in zip(*rows, strict=True)))


def types_of(event: str, mode: str | None, *, against: str = "") -> Types | None:
    """The types for an event and its mode; None where ACLED has none. `against` is "civilians", "armed" or ""."""
    data = load("acled")
    special: Any = data["against"].get(against, {}).get(event, {})
    rows: Any = data["types"].get(event, {})
    row = special.get(mode or "none", rows.get(mode or "none"))
    return None if row is None else Types(*row)
