"""No error page without an explanation: strange addresses, a record that is locked, missing, damaged or foreign."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.errors import BusyError, DatelineError, InputError, InstallError, RecordError, UsageError
from dateline.serve import state
from dateline.serve.errors import status_of
from dateline.serve.refused import NotFoundError, RefusedError
from dateline.serve.security import Rules
from dateline.settings import Settings
from dateline.store.record import Record
from tests.factories import claim, reading
from tests.serve.conftest import HERE, Serve

STATUS = [
    (UsageError("x"), 400),
    (RefusedError("x"), 403),
    (NotFoundError("x"), 404),
    (InputError("x"), 500),
    (RecordError("x"), 500),
    (InstallError("x"), 500),
    (BusyError("x"), 503),
    (DatelineError("x"), 500),
]


@pytest.mark.parametrize(("error", "status"), STATUS)
def test_errors_have_their_status(error: DatelineError, status: int) -> None:
    assert status_of(error) == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404),
        ("/%00", 404),
        ("/static/../state.py", 404),
        ("/static/%2e%2e/state.py", 404),
        ("/map.json?type=<script>alert(1)</script>", 400),
        ("/feed.atom?since=yesterday", 400),
    ],
)
def test_pages_explain_what_is_wrong(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "What to do" in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_wrong_method_is_told(client: TestClient, method: str) -> None:
    answer = client.request(method, "/map.json")
    assert answer.status_code == 405
    assert "does not take such a request" in answer.text


def test_a_record_that_is_being_written_can_be_read(
    told: Record, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "_WAIT", 0.05)
    told.add(reading(claim(place="Qarrah", day="2022-01-01"), name="waiting", published="2022-01-01"))
    client = serve()
    with closing(sqlite3.connect(told.where, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        shown = client.get("/api/v1/incidents")
        body = {"kind": "accept", "keys": [shown.json()["items"][0]["id"]], "who": "Ada"}
        refused = client.post("/api/v1/judgements", json=body)
        other.execute("ROLLBACK")
    assert (shown.status_code, shown.json()["total"]) == (200, 3)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert "another process is writing" in refused.json()["error"]["what"]
    assert "nothing of this was written" in refused.json()["error"]["remedy"]
    assert told.judgements() == []
    client.app.state.dateline._busy_until = 0.0  # type: ignore[attr-defined]
    assert client.get("/api/v1/incidents").json()["total"] == 4  # it was made once the other had finished


def _served(db: Path, *, read_only: bool = False) -> TestClient:
    from dateline.serve.app import create_app  # noqa: PLC0415 (as the fixture does)

    return TestClient(create_app(Settings(db=str(db)), Rules(read_only=read_only)), base_url=HERE)


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database, but long enough to be looked at as one " * 30, encoding="utf-8")
    for path, what in ((text, "no SQLite database"), (tmp_path, "this is a folder")):
        answer = _served(path).get("/api/v1/incidents")
        assert answer.status_code == 500
        assert what in answer.json()["error"]["what"]
        assert answer.json()["error"]["remedy"]


def test_a_record_that_is_only_shown_is_never_made(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    answer = _served(missing, read_only=True).get("/api/v1/incidents")
    assert "there is no record yet" in answer.json()["error"]["what"]
    assert not missing.exists()


def test_reading_only_leaves_what_is_pending(told: Record, serve: Serve) -> None:
    told.add(reading(claim(place="Qarrah", day="2022-01-01"), name="waiting", published="2022-01-01"))
    assert serve(Rules(read_only=True)).get("/api/v1/incidents").json()["total"] == 3
    assert serve().get("/api/v1/incidents").json()["total"] == 4


def test_what_nobody_foresaw_is_told_too(told: Record, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Record, "counts", broken)
    answer = serve(failing=True).get("/api/v1/record")
    assert answer.status_code == 500
    assert "ZeroDivisionError" in answer.json()["error"]["what"]
    assert "Nothing is lost" in answer.json()["error"]["remedy"]
    assert told.names()


def test_a_missing_part_of_the_page_is_told_in_plain_text(
    told: Record, serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(state, "STATIC", tmp_path)
    answer = serve().get("/nope")
    assert answer.status_code == 404
    assert "build_assets.py" in answer.text
    assert told.names()
