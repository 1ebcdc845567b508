"""Any filter as a file, a feed, or points: what is in them, and what cannot be had."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import openpyxl
import pytest
from fastapi.testclient import TestClient

from dateline.export.formats import FORMATS
from dateline.incorporate.update import update
from dateline.serve.downloads import _FILES, _sent
from dateline.serve.feed import about, moments_of
from dateline.serve.filters import Asked
from dateline.store.record import Record
from tests.factories import claim, reading

Json = dict[str, Any]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_format_has_its_ending() -> None:
    assert set(_FILES) == set(FORMATS)


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_every_format_is_sent_as_a_file(client: TestClient, kind: str) -> None:
    answer = client.get(f"/export?format={kind}&place=qarrah")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="dateline-')
    assert int(answer.headers["Content-Length"]) == len(answer.content) > 0
    assert "Content-Security-Policy" in answer.headers


def test_the_file_holds_what_the_filter_wants(client: TestClient, told: Record) -> None:
    found = rows(client.get("/export?format=csv&type=MOVE").text)
    assert [(row["event"], row["place"], row["displaced_best_low"]) for row in found] == [("MOVE", "Deir Sahl", "200")]
    claims = rows(client.get("/export?format=csv&of=claims&disagree=1").text)
    assert sorted(row["killed_low"] for row in claims) == ["14", "44"]
    both = told.incidents()[0]["id"]
    assert [row["incident"] for row in rows(client.get(f"/export?incident={both}").text)] == [both]
    lines = client.get(f"/export?format=jsonl&incident={both}").text.splitlines()
    assert [json.loads(line)["claims"] for line in lines] == [told.incidents()[0]["claims"]]


def test_the_order_is_the_one_asked_for(client: TestClient) -> None:
    wanted = [one["id"] for one in client.get("/api/v1/incidents?sort=killed").json()["items"]]
    assert [row["incident"] for row in rows(client.get("/export?sort=killed").text)] == wanted


def test_a_workbook_opens(client: TestClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/export?format=xlsx").content))
    assert book.worksheets[0].max_row == 4


def test_a_coarse_file_says_so_and_quotes_nothing(client: TestClient) -> None:
    answer = client.get("/export?format=csv&coarse=1&of=claims")
    assert "coarse" in answer.headers["Content-Disposition"]
    assert "Shelling" not in answer.text
    assert "Shelling" in client.get("/export?format=csv&of=claims").text


def test_a_browser_that_goes_away_leaves_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "sent"
    path.write_bytes(b"x" * 200_000)
    file = path.open("rb")
    sending = _sent(file)
    assert len(next(sending)) == 1 << 16
    sending.close()  # type: ignore[attr-defined]
    assert file.closed


REFUSED = [
    ("format=pdf", 400, "format"),
    ("format=annotations&of=incidents", 400, ""),
    ("format=annotations&coarse=1", 400, ""),
    ("of=people", 400, "of"),
    ("coarse=2", 400, "coarse"),
    ("type=x", 400, "type"),
    ("incident=0000", 404, "0000"),
]


@pytest.mark.parametrize(("query", "status", "where"), REFUSED)
def test_what_cannot_be_had_is_told(client: TestClient, query: str, status: int, where: str) -> None:
    answer = client.get(f"/export?{query}")
    assert answer.status_code == status
    assert "Content-Disposition" not in answer.headers
    assert "What to do" in answer.text
    assert where in answer.text


def test_points_carry_their_circle(client: TestClient) -> None:
    found = client.get("/map.json").json()
    assert (found["total"], found["placed"]) == (3, 2)
    places = {each["properties"]["place"]: each for each in found["features"]}
    assert set(places) == {"Qarrah", "Deir Sahl"}  # nobody knows where Tel Omar is
    qarrah = places["Qarrah"]
    assert qarrah["geometry"] == {"type": "Point", "coordinates": [36.75, 34.15]}
    told = {"radius_km": 5.0, "precision": "settlement", "day": "2021-03-02", "disputed": 1, "n": 1}
    assert told.items() <= qarrah["properties"].items()


def test_the_feed_is_read_by_a_feed_reader(client: TestClient, told: Record) -> None:
    read = feedparser.parse(client.get("/feed.atom?disagree=1").content)
    assert not read.bozo
    (entry,) = read.entries
    assert "Qarrah" in entry.title
    (both,) = [one for one in told.incidents() if any(one["disagree"].values())]
    assert entry.id == f"urn:dateline:incident:{both['id']}"
    assert read.feed.id == about(Asked(disagree=True), "").id
    assert read.feed.id != about(Asked(), "").id


def test_an_entry_is_new_only_when_something_came_in(client: TestClient, told: Record) -> None:
    before = {entry.id: entry.updated for entry in feedparser.parse(client.get("/feed.atom").content).entries}
    told.add(reading(claim(place="Qarrah", day="2022-01-01", killed=3), name="later", published="2022-01-01"))
    update(told)
    after = feedparser.parse(client.get("/feed.atom").content).entries
    assert len(after) == len(before) + 1
    assert {entry.id: entry.updated for entry in after if entry.id in before} == before


def test_a_judgement_makes_an_entry_new(told: Record) -> None:
    (one, *_) = told.incidents()
    claim_id = one["claims"][0]
    from dateline.model.judgement import ACCEPT, Judgement, Subject  # noqa: PLC0415 (beside its only use)

    judged = Judgement(1, ACCEPT, (Subject(claim_id, "a", "a", 0, 1, "ASSAULT"),), "Ada", "2031-05-06T07:08:09+00:00")
    added = {one["id"]: "2031-01-01T00:00:00+00:00"}
    assert moments_of([one], added, [])[one["id"]] == datetime(2031, 1, 1, tzinfo=UTC)
    assert moments_of([one], added, [judged])[one["id"]] == datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
