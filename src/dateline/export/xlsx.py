"""XLSX: a workbook with the rows, the articles that they come from, and a sheet on what each column holds.

Days are real days and numbers real numbers; the head line stays in view. Text is never a formula: it is written as
text, and guarded as in CSV. Rows go to a temporary file as they come; a sheet holds 1,048,576 at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dateline.errors import UsageError
from dateline.export.cells import cell
from dateline.export.columns import DAY, NUMBER, Column, Table

MOST_ROWS: Final = 1_048_576  # of a sheet, the head line among them
_LONGEST: Final = 32_767  # characters of a cell
_CUT: Final = " […]"
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY: Final = date(1900, 3, 1)  # before it, spreadsheets do not agree on the calendar
_WIDTHS: Final = {NUMBER: 12, DAY: 12}
_BOLD: Final = Font(bold=True)
_SOURCES: Final = (
    Column("article", "the article's name"),
    Column("title", "its headline"),
    Column("publisher", "the outlet"),
    Column("published", "day of publication", DAY),
    Column("url", "the article's address"),
    Column("rows", "how many rows of the first sheet come from it", NUMBER),
)
_ABOUT: Final = (Column("sheet", ""), Column("column", ""), Column("what it holds", ""))


def write_xlsx(table: Table, out: BinaryIO) -> int:
    """Writes the workbook to `out`; returns how many rows of the table. Raises UsageError where they are too many."""
    book = Workbook(write_only=True)
    sources: dict[Any, list[Any]] = {}
    try:
        count = _sheet(book, table.name, table.columns, _counted(table, sources))
        if sources:
            _sheet(book, "sources", _SOURCES, iter(sources.values()))
        _sheet(book, "about", _ABOUT, _about(table, with_sources=bool(sources)))
        book.save(out)
    finally:
        for sheet in book.worksheets:  # their temporary files are open until then
            if not sheet.closed:
                sheet.close()
    return count


def _counted(table: Table, sources: dict[Any, list[Any]]) -> Iterator[list[Any]]:
    """The lines of the table; of claims, the articles are collected on the way."""
    head = [column.name for column in _SOURCES[:-1]]
    places = [table.names.index(name) for name in head] if set(head) <= set(table.names) else []
    for number, line in enumerate(table.lines(), start=2):
        if number > MOST_ROWS:
            raise UsageError(
                f"a sheet holds {MOST_ROWS:,} lines at most, and there are more {table.name}",
                remedy="Narrow it down with --type, --place, --since or --until, or choose --format csv.",
            )
        if places:
            article = [line[at] for at in places]
            sources.setdefault(tuple(article), [*article, 0])[-1] += 1
        yield line


def _about(table: Table, *, with_sources: bool) -> Iterator[list[Any]]:
    yield from (["", "", note] for note in table.notes)
    yield from ([table.name, column.name, column.meaning] for column in table.columns)
    if with_sources:
        yield from (["sources", column.name, column.meaning] for column in _SOURCES)


def _sheet(book: Workbook, title: str, columns: Sequence[Column], lines: Iterable[list[Any]]) -> int:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        width = 100 if column.name == "what it holds" else max(_WIDTHS.get(column.kind, 18), len(column.name) + 2)
        sheet.column_dimensions[get_column_letter(number)].width = width
    heads = [_text(sheet, column.name) for column in columns]
    for head in heads:
        head.font = _BOLD
    sheet.append(heads)
    count = 0
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])
        count += 1
    return count


def _cell(sheet: Any, value: object) -> Any:  # noqa: ANN401 (openpyxl's own)
    if value is None or value == "":
        return None
    if isinstance(value, date) and value < _FIRST_DAY:
        return _text(sheet, value.isoformat())
    return _text(sheet, value) if isinstance(value, str) else value


def _text(sheet: Any, value: str) -> Any:  # noqa: ANN401 (openpyxl's own)
    """A cell of text, whatever it looks like: "=1" and "#N/A" too."""
    words = _NO_XML.sub("", str(cell(value)))
    made = WriteOnlyCell(sheet, value=words if len(words) <= _LONGEST else words[: _LONGEST - len(_CUT)] + _CUT)
    made.data_type = "s"
    return made
