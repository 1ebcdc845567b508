"""The best one-to-one assignment between two sets, exact, by the Hungarian method within each connected part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]  # a row and a column
Table = NDArray[np.float64]


def best_assignment(worth: Mapping[Pair, float]) -> list[Pair]:
    """The pairs whose worth adds up to most, each row and each column in one pair at most, sorted.

    `worth` holds the pairs that are worth something (above 0); all others are worth nothing and are never taken.
    """
    out = []
    for part in _parts(worth):
        rows, columns = sorted({row for row, _ in part}), sorted({column for _, column in part})
        row_at = {row: at for at, row in enumerate(rows)}
        column_at = {column: at for at, column in enumerate(columns)}
        table = np.zeros((len(rows), len(columns)))
        for row, column in part:
            table[row_at[row], column_at[column]] = worth[row, column]
        out += [(rows[i], columns[j]) for i, j in _solved(table) if table[i, j] > 0]
    return sorted(out)


def _parts(pairs: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """The pairs by connected part: what shares a row or a column, however far around."""
    by_row, by_column = defaultdict(list), defaultdict(list)
    for pair in pairs:
        by_row[pair[0]].append(pair)
        by_column[pair[1]].append(pair)
    while by_row:
        part: list[Pair] = []
        waiting = by_row.pop(next(iter(by_row)))
        while waiting:
            pair = waiting.pop()
            part.append(pair)
            for row, _ in by_column.pop(pair[1], ()):
                waiting += by_row.pop(row, ())
        yield part


def _solved(table: Table) -> list[Pair]:
    """The assignment of most worth over a whole table."""
    if table.shape[0] > table.shape[1]:
        return [(row, column) for column, row in _solved(table.T)]
    if len(table) == 1:
        return [(0, int(table[0].argmax()))]
    return [(row, column) for column, row in enumerate(_cheapest(-table)) if row >= 0]


def _cheapest(cost: Table) -> list[int]:
    """For each column its row, or -1: the least cost, every row in one column (no more rows than columns).

    Kuhn and Munkres with potentials: each row in turn takes its place by the cheapest chain of changes.
    """
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows), np.zeros(columns + 1)
    row_of = np.full(columns + 1, -1)  # the last column is where the row that is being placed begins
    for row in range(rows):
        row_of[columns] = at = row
        column = columns
        least, came = np.full(columns, np.inf), np.full(columns, columns)
        used = np.zeros(columns + 1, dtype=bool)
        while at >= 0:
            used[column] = True
            slack = cost[at] - of_row[at] - of_column[:-1]
            better = ~used[:-1] & (slack < least)
            least[better], came[better] = slack[better], column
            column = int(np.where(used[:-1], np.inf, least).argmin())
            step = least[column]
            of_row[row_of[used]] += step
            of_column[used] -= step
            least[~used[:-1]] -= step
            at = int(row_of[column])
        while column != columns:
            row_of[column], column = row_of[came[column]], int(came[column])
    return [int(row) for row in row_of[:-1]]
