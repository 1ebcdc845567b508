"""CSV: stable columns, one line a claim, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.claim_rows import claim_table
from dateline.export.columns import NUMBER, Column, Table
from dateline.export.csv import write_csv
from dateline.model.grounded import Actor
from dateline.store.stored import StoredClaim
from tests.factories import claim, stored

SHELLING = claim(
    mode="heavy-weapons",
    whom=[Actor("14 people", "SYR", "CVL")],
    place="Qarrah",
    day=("2021-03-01", "2021-03-02"),
    sources=["The local council", "Meridian Press"],
    killed=14,
    injured=(30, None),
    confidence=0.9,
)


def _lines(rows: list[StoredClaim]) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(claim_table(rows), out) == len(rows)
    out.seek(0)
    return list(csv.DictReader(out))


def test_a_claim_is_one_line_with_all_it_says() -> None:
    (line,) = _lines(stored(SHELLING, title="Shelling", publisher="The Post", url="https://news.example/1"))
    assert {key: value for key, value in line.items() if value and key not in {"claim", "evidence"}} == {
        "article": "qarrah",
        "title": "Shelling",
        "publisher": "The Post",
        "published": "2021-03-03",
        "url": "https://news.example/1",
        "event": "ASSAULT",
        "mode": "heavy-weapons",
        "confidence": "0.9",
        "recipients": "14 people",
        "place": "Qarrah",
        "place_role": "at",
        "country": "SYR",
        "lat": "34.15",
        "lon": "36.75",
        "precision": "settlement",
        "radius_km": "5",
        "gazetteer_id": "geonames:900001",
        "places": "at Qarrah",
        "from": "2021-03-01",
        "to": "2021-03-02",
        "killed_low": "14",
        "killed_high": "14",
        "injured_low": "30",
        "figures": "killed 14; injured 30..",
        "sources": "The local council < Meridian Press",
        "trigger": "killed",
    }
    assert len(line["claim"]) == 16
    assert line["evidence"].startswith("Shelling killed 14 people")


def test_a_claim_with_nothing_but_its_words_is_a_line_too() -> None:
    (line,) = _lines(stored(claim("STATEMENT", trigger="denied"), published=None))
    assert (line["place"], line["from"], line["killed_low"], line["published"]) == ("", "", "", "")


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_becomes_a_formula(title: str) -> None:
    (line,) = _lines(stored(SHELLING, title=title))
    assert line["title"] == f"'{title.strip()}"


@given(title=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_title_comes_back_on_one_line(title: str) -> None:
    """Quotes and commas are quoted, runs of white space are one blank."""
    (line,) = _lines(stored(SHELLING, title=title))
    flat = " ".join(title.split())
    assert line["title"] == (f"'{flat}" if flat[:1] in {"=", "+", "-", "@"} else flat)


def test_places_west_and_south_stay_numbers() -> None:
    (row,) = stored(SHELLING)
    row.claim["places"][0] |= {"lat": -4.3, "lon": -70.0}
    (line,) = _lines([row])
    assert (line["lat"], line["lon"]) == ("-4.3", "-70")


def test_no_number_that_is_not_finite_is_written() -> None:
    rows = [{"n": float("inf")}, {"n": float("nan")}, {"n": 2.0}, {"n": 0.5}]
    out = io.StringIO(newline="")
    assert write_csv(Table("t", (Column("n", "a number", NUMBER),), rows), out) == 4
    assert out.getvalue() == 'n\n""\n""\n2\n0.5\n'
