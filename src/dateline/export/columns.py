"""What a table of the record is made of: columns that say what they hold, and rows of values by column."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

Json = dict[str, Any]
TEXT: Final = "text"
NUMBER: Final = "number"
DAY: Final = "day"
TRUTH: Final = "truth"  # yes or no


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its meaning with the unit, and what its values are (TEXT, NUMBER, DAY or TRUTH).

    Values are str, int or float, `datetime.date`, and bool; None where there is none.
    """

    name: str
    meaning: str
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind ("claims", "incidents") and their columns. Rows may come one by one and are read once.

    `notes` are sentences on the whole table, such as what `--coarse` did.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Json]
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(column.name for column in self.columns)

    def lines(self) -> Iterator[list[Any]]:
        """Each row's values in the order of the columns, None where there is none; no number that is not finite."""
        return ([finite(row.get(name)) for name in self.names] for row in self.rows)


def finite(value: object) -> object:
    """The value; None for a float that is not a number or infinite; an int for one that is whole."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() else value
    return value
