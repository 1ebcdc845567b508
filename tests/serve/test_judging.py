"""Judged from the page: every merge explained, undone and redone; claims accepted, rejected, corrected."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from dateline.incorporate.update import update
from dateline.serve.security import Rules
from dateline.serve.who import COOKIE
from dateline.store.record import Record
from tests.factories import article, claim, reading
from tests.serve.conftest import Serve

TEXT = "Shelling killed 14 people in Qarrah on Tuesday, the local council said."


@pytest.fixture
def merged(record: Record) -> str:
    """The id of an incident of which two outlets tell in like words."""
    hits: dict[str, Any] = {"trigger": "killed", "place": "Qarrah", "day": "2021-03-02", "mode": "heavy-weapons"}
    for name, outlet, published in (("post", "The Post", "2021-03-03"), ("echo", "The Echo", "2021-03-04")):
        made = claim(text=TEXT, killed=14, sources=["the local council"], **hits)
        record.add(reading(made, of=article(TEXT, name=name, publisher=outlet, published=published)))
    update(record)
    (incident,) = record.incidents()
    assert len(incident["claims"]) == 2
    return str(incident["id"])


@pytest.fixture
def asking(merged: str, serve: Serve) -> TestClient:
    """A client of that record."""
    del merged
    return serve()


def send(client: TestClient, action: str, page: str, /, **fields: Any) -> Response:  # noqa: ANN401 (of a form)
    """Sends a form with the token of a page, as Ada unless told otherwise."""
    token = re.search(r'name="csrf" value="([^"]+)"', client.get(page).text)
    assert token
    answer: Response = client.post(f"/judge/{action}", data={"csrf": token[1], "who": "Ada"} | fields)
    return answer


def follow(client: TestClient, answer: Response) -> str:
    """The page that a judgement leads to."""
    assert answer.status_code == 303
    return unescape(client.get(answer.headers["Location"]).text)


def hidden(page: str, form: str) -> dict[str, list[str]]:
    """What the hidden fields of the first form with these words hold, but for the token."""
    found = next(each for each in re.findall(r"<form.*?</form>", page, re.DOTALL) if form in each)
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found):
        if name != "csrf":
            fields.setdefault(name, []).append(unescape(value))
    return fields


def test_a_merge_is_explained_undone_and_redone(asking: TestClient, merged: str, record: Record) -> None:
    shown = asking.get(f"/incident/{merged}").text
    assert "What merged them" in shown
    assert "both on 2021-03-02" in shown
    assert "both in Qarrah" in shown
    fields = hidden(shown, "apart from all others")
    parted = follow(asking, send(asking, "split", f"/incident/{merged}", **fields, why="two markets"))
    assert "Judgement 1:" in parted
    assert sorted(len(each["claims"]) for each in record.incidents()) == [1, 1]
    again = follow(asking, send(asking, "undo", "/judgements", **hidden(parted, "Undo")))
    assert "judgement 1 undone" in again
    assert [each["id"] for each in record.incidents()] == [merged]
    redone = follow(asking, send(asking, "undo", "/judgements", **hidden(again, "Put it in force again")))
    assert "judgement 2 undone" in redone
    assert len(record.incidents()) == 2


def test_what_was_parted_is_offered_as_nearly_merged_and_can_be_merged(
    asking: TestClient, merged: str, record: Record
) -> None:
    fields = hidden(asking.get(f"/incident/{merged}").text, "apart from all others")
    parted = follow(asking, send(asking, "split", f"/incident/{merged}", **fields))
    assert "nearly merged" in parted
    ids = hidden(parted, "Merge them")["key"]
    assert sorted(ids) == sorted(each["id"] for each in record.incidents())
    back = follow(asking, send(asking, "same", "/judgements", key=ids))
    assert "2 claims of 2 articles tell of one incident" in back
    assert [each["id"] for each in record.incidents()] == [merged]


def test_a_claim_is_corrected_and_the_machines_reading_stays_beside_it(
    asking: TestClient, merged: str, record: Record
) -> None:
    claim_id = record.incidents()[0]["claims"][0]
    page = f"/incident/{merged}"
    shown = follow(
        asking, send(asking, "correct", page, claim=claim_id, field="killed", value="12..13", why="miscounted")
    )
    assert "killed is 12..13, was 14" in shown
    assert "12–13 killed" in shown
    (figure,) = record.incidents()[0]["figures"]
    assert figure["positions"][0]["low"] == 14


def test_a_rejected_claim_leaves_the_incident_and_its_article_says_so(
    asking: TestClient, merged: str, record: Record
) -> None:
    first, second = record.incidents()[0]["claims"]
    follow(asking, send(asking, "reject", f"/incident/{merged}", claim=first))
    assert record.incidents()[0]["claims"] == [second]
    gone = follow(asking, send(asking, "reject", "/judgements", claim=second))
    assert record.incidents() == []
    assert 'class="flag dispute">rejected' in gone
    assert "in no incident" in gone


def test_one_form_accepts_all_claims_of_an_incident(asking: TestClient, merged: str, record: Record) -> None:
    shown = follow(
        asking, send(asking, "accept", f"/incident/{merged}", claim=merged, back=f"/incident/{merged}#claims")
    )
    assert "2 claims of 2 articles checked and right" in shown
    assert shown.count('class="flag good">checked') == 2
    assert record.judgements()[0].who == "Ada"


def test_the_name_is_remembered_and_the_page_to_go_back_to_is_kept(asking: TestClient, merged: str) -> None:
    answer = send(
        asking, "accept", f"/incident/{merged}", claim=merged, who="Zoë Ä", back="/review?kind=place&page=2#x"
    )
    assert answer.headers["Location"] == "/review?kind=place&page=2&judged=1#x"
    assert asking.cookies[COOKIE]
    assert 'value="Zoë Ä"' in asking.get(f"/incident/{merged}").text


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "evil", "/a\nb"])
def test_no_form_leads_to_another_site(asking: TestClient, merged: str, back: str) -> None:
    answer = send(asking, "accept", f"/incident/{merged}", claim=merged, back=back)
    assert answer.headers["Location"] == f"/incident/{merged}?judged=1"


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("accept", {"claim": "MERGED", "who": " "}, "Who judges is not given"),
    ("split", {"key": "MERGED"}, "No claim was chosen"),
    ("split", {"key": "MERGED", "claim": "MERGED"}, "No claim would be left on one side"),
    ("same", {"key": "CLAIM"}, "These are one claim"),
    ("correct", {"claim": "CLAIM", "field": "colour", "value": "red"}, "'colour' is no field"),
    ("correct", {"claim": "CLAIM", "field": "killed", "value": "many"}, "'many' is no value of killed"),
    ("correct", {"claim": "CLAIM", "field": "killed", "value": ""}, "No value was given"),
    ("accept", {"claim": "ffffffffffffffff"}, "The record has no incident or claim"),
    ("undo", {"number": "7"}, "There is no judgement 7"),
    ("undo", {"number": "seven"}, "A value is not as it must be"),
]


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{action} {said}" for action, _, said in WRONG])
def test_what_cannot_be_judged_is_explained_and_nothing_is_written(
    asking: TestClient, merged: str, record: Record, wrong: tuple[str, dict[str, Any], str]
) -> None:
    action, fields, said = wrong
    names = {"MERGED": merged, "CLAIM": record.incidents()[0]["claims"][0]}
    given = {key: names.get(value, value) for key, value in fields.items()}
    answer = send(asking, action, f"/incident/{merged}", **given)
    assert answer.status_code == 400
    assert said in unescape(answer.text)
    assert record.judgements() == []


def test_a_form_without_the_token_of_its_page_writes_nothing(asking: TestClient, merged: str, record: Record) -> None:
    asking.get(f"/incident/{merged}")
    assert asking.post("/judge/accept", data={"claim": merged, "who": "Ada"}).status_code == 403
    assert record.judgements() == []


def test_a_record_that_is_only_shown_has_no_forms(serve: Serve, merged: str, record: Record) -> None:
    client = serve(Rules(read_only=True))
    for page in (f"/incident/{merged}", "/review", "/judgements", f"/article/{record.names()[0]}"):
        shown = client.get(page)
        assert shown.status_code == 200
        assert "/judge/" not in shown.text
    assert client.post("/judge/accept", data={"claim": merged, "who": "Ada"}).status_code == 403


def test_where_a_token_is_needed_the_page_says_where_to_give_it(serve: Serve, merged: str) -> None:
    shown = serve(Rules(token="a-token-of-sixteen-letters")).get(f"/incident/{merged}").text  # noqa: S106 (a test's)
    assert "/judge/" not in shown
    assert 'href="/unlock"' in shown
