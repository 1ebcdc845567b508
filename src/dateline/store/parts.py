"""Long lists in parts that one query can hold: databases limit how many values a statement may carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

AT_ONCE: Final = 900  # values in one list of a query
T = TypeVar("T")


def in_parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """`values` in their order, at most `AT_ONCE` at a time."""
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))
