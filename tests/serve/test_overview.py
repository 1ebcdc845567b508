"""The overview as the server sends it."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient


def body(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    text: str = answer.text
    return text


def test_the_number_stands_before_the_rest_of_its_incident(client: TestClient) -> None:
    line = body(client, "/?place=Qarrah").split('<li class="incident">')[1]
    assert re.search(r'class="number[^"]*">(14|44)<', line)
    assert line.index('class="number') < line.index("Qarrah")
    assert "disputed: killed" in line
    assert "local council" in line
    assert "Fourth Army" in line


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/?q=&place=&since=&until=", "/"),
        ("/?place=Qarrah&since=&sort=", "/?place=Qarrah"),
        ("/?type=MOVE&type=ASSAULT&q=&page=2", "/?type=MOVE&type=ASSAULT&page=2"),
    ],
)
def test_a_form_with_empty_fields_leads_to_a_short_address(client: TestClient, path: str, to: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, to)


def test_the_answer_tells_the_address_that_is_its_view(client: TestClient) -> None:
    answer = client.get("/?sort=latest&place=Qarrah&page=1")
    assert answer.headers["hx-push-url"] == "/?place=Qarrah"


def test_what_is_asked_for_is_shown_as_text(client: TestClient) -> None:
    page = body(client, "/?place=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page
    assert "Nothing in the record fits" in page


def test_a_page_beyond_the_end_leads_back(client: TestClient) -> None:
    page = body(client, "/?page=99")
    assert "the list ends on page 1" in page


def test_the_timeline_is_drawn_of_all_days_and_shows_those_chosen(client: TestClient) -> None:
    whole, part = body(client, "/"), body(client, "/?until=2021-01-31")
    assert whole.count('class="whole"') == part.count('class="whole"') == 1
    assert (whole.count('class="bar chosen"'), part.count('class="bar chosen"')) == (1, 0)


def test_files_and_feed_are_of_what_is_asked_for(client: TestClient) -> None:
    page = body(client, "/?place=Qarrah&type=ASSAULT")
    form = page[page.index('action="/export"') :]
    assert '<input type="hidden" name="place" value="Qarrah">' in form
    assert '<input type="hidden" name="type" value="ASSAULT">' in form
    assert "/feed.atom?type=ASSAULT&amp;place=Qarrah" in page


def test_no_script_or_style_stands_in_the_page(client: TestClient) -> None:
    page = body(client, "/")
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=", page) == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("bbox=35,34,39,38&zoom=6", 200),
        ("bbox=-200,-80,250,80&zoom=0.5", 200),
        ("bbox=35,34,39&zoom=6", 400),
        ("bbox=35,34,39,north&zoom=6", 400),
        ("bbox=35,34,39,38&zoom=99", 400),
        ("zoom=3", 400),
    ],
)
def test_names_for_the_map(client: TestClient, query: str, status: int) -> None:
    answer = client.get(f"/labels.json?{query}")
    assert answer.status_code == status
    if status == 200:
        assert answer.json()["features"]


def test_a_record_without_copies_says_so(client: TestClient) -> None:
    assert "No two articles" in body(client, "/copies")
