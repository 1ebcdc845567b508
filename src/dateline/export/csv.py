"""CSV: a head line, and one line a row. The columns and their order are stable.

UTF-8; an empty cell is null; days are YYYY-MM-DD. Runs of white space in a cell are one blank, so that every row is one
line. A cell that a spreadsheet would take for a formula (it begins with = + - or @) gets a leading apostrophe; numbers
are written by Dateline and stay as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from dateline.export.cells import cell
from dateline.export.columns import Table


def write_csv(table: Table, out: TextIO, *, second: Sequence[str] = ()) -> int:
    """Writes the table to `out` (opened with ``newline=""``), row by row as they come; returns how many rows.

    `second` is a line below the head line, as HXL wants one.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.names)
    if second:
        writer.writerow(second)
    count = 0
    for line in table.lines():
        writer.writerow([cell(value) for value in line])
        count += 1
    return count
