"""UCDP-GED-shaped CSV, opened by pandas without options."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pytest

from dateline.export.csv import write_csv
from dateline.export.incident_rows import IncidentRow
from dateline.export.ucdp import COLUMNS, fits, ucdp_table, ucdp_values
from tests.export.made import HEAD, SHELLING, figure, incident
from tests.factories import stored

CLAIMS = stored(SHELLING, **HEAD)


def _frame(*rows: IncidentRow) -> pd.DataFrame:
    out = io.StringIO(newline="")
    write_csv(ucdp_table(rows), out)
    out.seek(0)
    return pd.read_csv(out)


def test_pandas_reads_an_event_by_the_names_of_ged() -> None:
    frame = _frame(incident(*CLAIMS))
    (row,) = frame.to_dict("records")
    assert {key: value for key, value in row.items() if value == value} == {  # noqa: PLR0124 (not NaN)
        "dataset": "UCDP-GED-shaped, not UCDP: made by Dateline",
        "id": "DL-0123456789abcdef",
        "year": 2021,
        "type_of_violence": 3,
        "side_a": "The Fourth Army",
        "side_b": "14 people",
        "number_of_sources": 1,
        "source_article": "The Post, 2021-03-03, Shells on Qarrah",
        "source_headline": "Shells on Qarrah",
        "where_prec": 1,
        "where_coordinates": "Qarrah",
        "latitude": 34.15,
        "longitude": 36.75,
        "country": "Syria",
        "event_clarity": 1,
        "date_prec": 2,
        "date_start": "2021-03-01",
        "date_end": "2021-03-02",
        "deaths_civilians": 14,
        "best": 14,
        "high": 14,
        "low": 11,
    }
    assert tuple(frame.columns) == tuple(column.name for column in COLUMNS)


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ({}, True),
        ({"event": "MOVE"}, False),
        ({"status": "negation"}, False),
        ({"status": "future"}, False),
        ({"figures": [figure("injured", 30)]}, False),
        ({"figures": [figure("killed", 0)]}, False),
        ({"figures": [figure("killed", (45, None))]}, True),
    ],
)
def test_only_what_happened_and_killed_is_written(rest: dict[str, Any], wanted: bool) -> None:  # noqa: FBT001
    assert fits(incident(**rest)) is wanted
    assert len(_frame(incident(**rest))) == wanted


def test_what_is_not_known_is_empty() -> None:
    bare = incident(place=None, country=None, precision=None, **{"from": None, "to": None})
    (row,) = _frame(bare).to_dict("records")
    empty = {key for key, value in row.items() if value != value}  # noqa: PLR0124 (NaN)
    assert {"year", "type_of_violence", "side_a", "where_prec", "latitude", "country", "date_prec"} <= empty
    assert (row["event_clarity"], row["deaths_unknown"]) == (2, 14)
    assert {"deaths_civilians", "deaths_a", "deaths_b"} <= empty


@pytest.mark.parametrize(
    ("last", "precision"),
    [("2021-03-01", 1), ("2021-03-06", 2), ("2021-03-07", 3), ("2021-03-31", 4), ("2021-04-30", 5)],
)
def test_the_precision_of_time_follows_from_the_days(last: str, precision: int) -> None:
    assert ucdp_values(incident(to=last))["date_prec"] == precision


@pytest.mark.parametrize(("precision", "code"), [("exact", 1), ("admin2", 3), ("admin1", 4), ("country", 6)])
def test_the_precision_of_place_follows_from_the_place(precision: str, code: int) -> None:
    assert ucdp_values(incident(precision=precision))["where_prec"] == code
