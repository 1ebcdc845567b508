"""`dateline export`: files in every format, filters, `--coarse`, and wishes that do not go together."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dateline.cli.export import _standard_output
from dateline.errors import UsageError
from dateline.store.record import Record
from tests.cli.conftest import Run


@pytest.fixture
def filled(run: Run, dispatch: str) -> Run:
    """A record that holds the shared dispatch."""
    run("add", dispatch, "--published", "2021-03-03")
    return run


@pytest.mark.parametrize(
    ("form", "options", "said"),
    [
        ("csv", (), "3 claims"),
        ("csv", ("--of", "incidents"), "3 incidents"),
        ("jsonl", (), "1 articles"),
        ("jsonl", ("--of", "incidents"), "3 incidents"),
        ("xlsx", (), "3 claims"),
        ("geojson", ("--coarse",), "3 claims"),
        ("geoparquet", ("--of", "incidents", "--coarse"), "3 incidents"),
        ("hxl", ("--type", "MOVE"), "1 claims"),
        ("annotations", (), "3 claims"),
        ("ucdp", (), "1 incidents"),
        ("acled", (), "1 incidents"),
    ],
)
def test_a_file_is_written_and_how_much_is_told(
    filled: Run, tmp_path: Path, form: str, options: tuple[str, ...], said: str
) -> None:
    done = filled("export", "--format", form, *options, "--out", "made")
    assert (done.code, done.out, done.err) == (0, "", f"{said} written to made\n")
    assert (tmp_path / "made").stat().st_size > 100
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_incidents_bring_who_and_where_from_their_claims(filled: Run) -> None:
    frame = pd.read_csv(io.StringIO(filled("export", "--format", "csv", "--of", "incidents").out))
    shelling = frame[frame["event"] == "ASSAULT"].iloc[0]
    assert (shelling["recipients"], shelling["lat"], shelling["killed_best_low"]) == ("14 people", 34.15, 14)


def test_incidents_are_made_before_they_are_exported(filled: Run, tmp_path: Path) -> None:
    with Record.open(f"sqlite:///{tmp_path / 'record.db'}") as record, record.deriving() as derived:
        derived.clear()  # as in a record of an older version
        derived.mark_all()
    assert len(filled("export", "--format", "jsonl", "--of", "incidents").out.splitlines()) == 3


def test_incidents_bring_what_was_corrected(filled: Run) -> None:
    (shelling,) = filled("incidents", "--type", "ASSAULT", "--json").out.splitlines()
    filled("judge", "correct", json.loads(shelling)["claims"][0], "event", "MOVE")
    out = filled("export", "--format", "csv", "--of", "incidents", "--type", "MOVE").out
    assert "14 people" in set(pd.read_csv(io.StringIO(out))["recipients"])


def test_a_workbook_opens(filled: Run, tmp_path: Path) -> None:
    filled("export", "--format", "xlsx", "--out", "claims.xlsx")
    book = openpyxl.load_workbook(tmp_path / "claims.xlsx")
    assert (book.sheetnames, book["claims"].max_row) == (["claims", "sources", "about"], 4)


def test_coarse_lines_are_without_text_and_tell_so(filled: Run) -> None:
    (article,) = map(json.loads, filled("export", "--coarse").out.splitlines())
    assert "text" not in article
    assert article["coarse"][0] == "Made coarse for publishing without doing harm."
    assert "Qarrah" not in json.dumps(article)


def test_bytes_go_into_a_pipe_and_not_onto_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    assert _standard_output(binary=True) is out.buffer
    monkeypatch.setattr(out, "isatty", lambda: True)
    with pytest.raises(UsageError, match="Give --out FILE"):
        _standard_output(binary=True)
    assert _standard_output(binary=False) is out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "ucdp", "--of", "claims"), "ucdp cannot hold claims"),
        (("--format", "hxl", "--of", "incidents"), "hxl cannot hold incidents"),
        (("--format", "annotations", "--coarse"), "--coarse leaves them out"),
        (("--format", "xml"), "Invalid value"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused(filled: Run, options: tuple[str, ...], said: str) -> None:
    done = filled("export", *options)
    assert (done.code, said in done.err, done.out) == (2, True, "")


def test_without_pyarrow_nothing_is_written_and_the_way_on_is_told(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = filled("export", "--format", "geoparquet", "--out", "made")
    assert done.code == 5
    assert 'pip install "dateline[parquet]"' in done.err
    assert [path.name for path in tmp_path.glob("*made*")] == []
