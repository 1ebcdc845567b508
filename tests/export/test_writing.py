"""Every format is written by its name; where the format allows, memory does not grow with the number of rows."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from dateline.export.formats import FORMATS
from dateline.export.writing import write
from tests.export.made import HEAD, SHELLING, incident, many, rows
from tests.factories import reading

STREAMED = ("csv", "hxl", "geojson", "jsonl", "annotations")


class Nowhere(io.TextIOBase):
    """A stream that keeps nothing, for there the file would be in memory."""

    def write(self, text: str) -> int:
        """Says that it took all of it."""
        return len(text)


def _rows(kind: str, of: str) -> list[Any]:
    made: dict[str, list[Any]] = {
        "articles": [reading(SHELLING, **HEAD).to_json()],
        "claims": rows(),
        "incidents": [incident(*rows())],
    }
    return made[FORMATS[kind].of[of]]


@pytest.mark.parametrize(("kind", "of"), [(kind, of) for kind, form in FORMATS.items() for of in form.of])
def test_every_format_is_written_by_its_name(kind: str, of: str) -> None:
    out: Any = io.BytesIO() if FORMATS[kind].binary else io.StringIO(newline="")
    given = _rows(kind, of)
    assert write(kind, of, given, out) == len(given)
    assert out.getvalue()


def test_incidents_as_lines_are_their_json() -> None:
    out = io.StringIO()
    row = incident(*rows())
    write("jsonl", "incidents", [row], out)
    frame = pd.read_json(io.StringIO(out.getvalue()), lines=True)
    assert frame["id"].tolist() == [row.incident["id"]]
    assert set(frame.columns) == set(row.incident)


@pytest.mark.parametrize("of", ["claims", "incidents"])
def test_pandas_reads_a_csv_without_options(of: str) -> None:
    out = io.StringIO(newline="")
    write("csv", of, _rows("csv", of), out)
    frame = pd.read_csv(io.StringIO(out.getvalue()))
    low = {"claims": "killed_low", "incidents": "killed_best_low"}[of]
    assert frame[low].tolist()[0] == 14
    assert frame["lat"].dtype.kind == "f"
    assert pd.to_datetime(frame["from"]).tolist()[0] == pd.Timestamp("2021-03-01")


def _stream(kind: str, count: int) -> Iterator[Any]:
    if FORMATS[kind].of["claims"] == "claims":
        return many(count)
    one = reading(SHELLING, **HEAD).to_json()
    return (one | {"id": str(number)} for number in range(count))


def _peak(kind: str, count: int, *, coarse: bool) -> int:
    tracemalloc.start()
    try:
        assert write(kind, "claims", _stream(kind, count), Nowhere(), coarse=coarse) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", STREAMED)
def test_memory_does_not_grow_with_the_rows(kind: str) -> None:
    _peak(kind, 10, coarse=False)  # what is loaded once
    assert _peak(kind, 1500, coarse=False) < 1.5 * _peak(kind, 100, coarse=False) + 50_000
