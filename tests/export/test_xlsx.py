"""XLSX, opened by openpyxl and by pandas: sheets, a head line that stays, real days and numbers, no formulas."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export import xlsx
from dateline.export.claim_rows import claim_table
from dateline.export.columns import DAY, Column, Table
from dateline.export.incident_rows import incident_table
from dateline.export.xlsx import write_xlsx
from tests.export.made import HEAD, SHELLING, incident, rows
from tests.factories import stored


def _book(table: Table) -> io.BytesIO:
    out = io.BytesIO()
    write_xlsx(table, out)
    out.seek(0)
    return out


def _cells(sheet: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (openpyxl's own)
    head, *lines = sheet.iter_rows()
    return [{title.value: cell for title, cell in zip(head, line, strict=True)} for line in lines]


def test_days_are_days_numbers_are_numbers_and_the_head_line_stays() -> None:
    book = openpyxl.load_workbook(_book(claim_table(rows())))
    assert book.sheetnames == ["claims", "sources", "about"]
    sheet = book["claims"]
    assert sheet.freeze_panes == "A2"
    first, second = _cells(sheet)
    assert (first["from"].value, first["from"].is_date) == (datetime(2021, 3, 1), True)  # noqa: DTZ001 (a day)
    assert (first["published"].value, first["published"].number_format) == (datetime(2021, 3, 3), "yyyy-mm-dd")  # noqa: DTZ001
    assert (first["killed_low"].value, first["lat"].value) == (14, 34.15)
    assert (first["killed_low"].data_type, first["confidence"].value) == ("n", 0.9)
    assert (second["place"].value, second["displaced_high"].value) == (None, 220)


def test_the_articles_and_the_meaning_of_each_column_have_sheets() -> None:
    book = openpyxl.load_workbook(_book(claim_table(rows(), notes=("Made coarse.",))))
    (source,) = _cells(book["sources"])
    assert [source[key].value for key in ("article", "publisher", "url", "rows")] == [
        "qarrah",
        "The Post",
        "https://news.example/1",
        2,
    ]
    about = [[cell.value for cell in line] for line in book["about"].iter_rows()]
    assert about[0] == ["sheet", "column", "what it holds"]
    assert about[1] == [None, None, "Made coarse."]
    assert ["claims", "lat", "latitude, degrees, WGS 84; may be wrong by radius_km"] in about


def test_pandas_reads_it_with_the_right_types() -> None:
    frame = pd.read_excel(_book(claim_table(rows())), sheet_name="claims")
    assert frame["from"].dtype.kind == "M"
    assert frame["killed_low"].tolist()[0] == 14
    assert len(frame) == 2


def test_incidents_have_no_sheet_of_articles() -> None:
    book = openpyxl.load_workbook(_book(incident_table([incident(*rows())])))
    assert book.sheetnames == ["incidents", "about"]
    (row,) = _cells(book["incidents"])
    assert (row["killed_best_low"].value, row["claim_count"].value) == (14, 2)


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_becomes_a_formula(title: str) -> None:
    (row,) = _cells(openpyxl.load_workbook(_book(claim_table(stored(SHELLING, **(HEAD | {"title": title})))))["claims"])
    assert (row["title"].value, row["title"].data_type) == (f"'{title.strip()}", "s")


@pytest.mark.parametrize(
    ("title", "kept"),
    [("#N/A", "#N/A"), ("TRUE", "TRUE"), ("a\x00\x08b", "ab"), ("0012", "0012"), ("x" * 40_000, "x" * 32_763 + " […]")],
)
def test_text_stays_text(title: str, kept: str) -> None:
    table = Table("t", (Column("title", "a headline"),), [{"title": title}])
    (row,) = _cells(openpyxl.load_workbook(_book(table))["t"])
    assert (row["title"].value, row["title"].data_type) == (kept, "s")


@settings(max_examples=40, deadline=None)
@given(title=st.text(max_size=30) | st.from_regex(r"[=#+@-].{0,9}", fullmatch=True))
def test_any_text_is_one_cell_of_text(title: str) -> None:
    table = Table("t", (Column("a", ""), Column("title", "")), [{"a": "x", "title": title}])
    (row,) = _cells(openpyxl.load_workbook(_book(table))["t"])
    assert (row["a"].value, row["title"].data_type) in {("x", "s"), ("x", "n"), ("x", "inlineStr")}
    assert isinstance(row["title"].value, str | None)
    assert not str(row["title"].value or "").startswith(("=", "+", "-", "@"))


def test_days_that_spreadsheets_do_not_know_are_text_and_no_number_is_infinite() -> None:
    table = Table("t", (Column("day", "a day", DAY), Column("n", "")), [{"day": date(1854, 10, 25), "n": float("inf")}])
    (row,) = _cells(openpyxl.load_workbook(_book(table))["t"])
    assert (row["day"].value, row["n"].value) == ("1854-10-25", None)


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    assert write_xlsx(claim_table(rows()), io.BytesIO()) == 2
    with pytest.raises(UsageError, match="a sheet holds 3 lines at most, and there are more claims"):
        write_xlsx(claim_table([*rows(), *rows()]), io.BytesIO())
