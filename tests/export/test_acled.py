"""ACLED-shaped CSV, opened by pandas without options."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pytest

from dateline.export.acled import COLUMNS, acled_table, acled_values, fits
from dateline.export.csv import write_csv
from dateline.model.grounded import Actor
from tests.export.made import HEAD, SHELLING, incident
from tests.factories import claim, stored


def test_pandas_reads_an_event_by_the_names_of_acled() -> None:
    out = io.StringIO(newline="")
    assert write_csv(acled_table([incident(*stored(SHELLING, **HEAD)), incident(event="CONSULT", modes=[])]), out) == 1
    out.seek(0)
    frame = pd.read_csv(out)
    assert tuple(frame.columns) == tuple(column.name for column in COLUMNS)
    (row,) = frame.to_dict("records")
    assert {key: value for key, value in row.items() if value == value} == {  # noqa: PLR0124 (not NaN)
        "dataset": "ACLED-shaped, not ACLED: made by Dateline",
        "event_id_cnty": "SYR-DL-0123456789abcdef",
        "event_date": "2021-03-01",
        "year": 2021,
        "time_precision": 2,
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "The Fourth Army",
        "actor2": "14 people",
        "iso3": "SYR",
        "country": "Syria",
        "location": "Qarrah",
        "latitude": 34.15,
        "longitude": 36.75,
        "geo_precision": 1,
        "source": "The local council",
        "notes": "Shelling killed 14 people and wounded 30 in the market of Qarrah on Tuesday",
        "fatalities": 14,
    }


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ({}, True),
        ({"status": "hypothetical"}, False),
        ({"event": "MOVE", "modes": ["flee"]}, False),
        ({"event": "PROTEST", "modes": ["demo"]}, True),
        ({"event": "PROTEST", "modes": ["strike"]}, False),
        ({"event": "PROTEST", "modes": []}, True),
    ],
)
def test_only_what_happened_and_acled_collects_is_written(rest: dict[str, Any], wanted: bool) -> None:  # noqa: FBT001
    assert fits(incident(**rest)) is wanted


@pytest.mark.parametrize(
    ("sectors", "wanted"),
    [
        (("MIL", "CVL"), ("Political violence", "Violence against civilians", "Attack")),
        (("MIL", "REB"), ("Political violence", "Battles", "Armed clash")),
        (("REB", None), ("Political violence", "", "")),
        ((None, "REB"), ("Political violence", "", "")),
    ],
)
def test_who_stands_against_whom_decides_on_shots(sectors: tuple[str, str], wanted: tuple[str, str, str]) -> None:
    first, second = sectors
    who, whom = Actor("The Fourth Army", "SYR", first, "body"), Actor("14 people", "SYR", second, "group")
    row = incident(*stored(claim(mode="firearms", who=[who], whom=[whom])), modes=["firearms"])
    values = acled_values(row)
    assert tuple(values[key] for key in ("disorder_type", "event_type", "sub_event_type")) == wanted


def test_modes_that_differ_leave_open_what_they_differ_in() -> None:
    values = acled_values(incident(modes=["aerial", "heavy-weapons"]))
    assert (values["event_type"], values["sub_event_type"]) == ("Explosions/Remote violence", "")


@pytest.mark.parametrize(
    ("last", "precision"), [("2021-03-01", 1), ("2021-03-07", 2), ("2021-03-31", 3), ("2021-04-30", None)]
)
def test_the_precision_of_time_follows_from_the_days(last: str, precision: int | None) -> None:
    assert acled_values(incident(to=last))["time_precision"] == precision


def test_without_a_place_or_a_toll_those_are_empty() -> None:
    values = acled_values(incident(place=None, country=None, precision=None, figures=[]))
    assert values["event_id_cnty"] == "XXX-DL-0123456789abcdef"
    assert [values[key] for key in ("location", "latitude", "geo_precision", "fatalities")] == [None] * 4
