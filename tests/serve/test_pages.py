"""The pages of one incident, article and source, of what is doubtful, of who holds what, and of what was judged."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from dateline.incorporate.update import update
from dateline.model.article import Dropped
from dateline.model.span import Span
from dateline.serve.pages import control, incident
from dateline.store.record import Record
from tests.factories import article, claim, reading
from tests.serve.conftest import Serve

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;b&gt;"
HOSTILE = f"Shells hit {EVIL} and killed 14 people. قتل ١٤ شخصا في قرة."


class Elements(HTMLParser):
    """The names of all elements of a page, and the attributes that run scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self.names.append(tag)
        self.handlers += [name for name, value in attrs if name.startswith("on") or name == "style" or _runs(value)]


def _runs(value: str | None) -> bool:
    return (value or "").strip().lower().startswith("javascript:")


def text_of(client: TestClient, path: str, status: int = 200) -> str:
    """A page's source, unescaped."""
    answer = client.get(path)
    assert answer.status_code == status
    return unescape(answer.text)


@pytest.fixture
def hostile(record: Record) -> Record:
    """A record whose article is written to break pages, with an Arabic sentence."""
    made = claim("CONTROL", text=HOSTILE, trigger="hit", killed=14, mode="hold", who=[EVIL], place=EVIL, sources=[EVIL])
    names = {"name": f"../{EVIL}", "title": EVIL, "publisher": EVIL, "url": "javascript:alert(3)"}
    record.add(reading(made, of=article(HOSTILE, dropped=(Dropped(Span(0, 6), EVIL),), **names)))
    update(record)
    return record


def test_hostile_words_are_shown_as_words_on_every_page(hostile: Record, serve: Serve) -> None:
    client = serve()
    (one,) = hostile.incidents()
    article_id = hostile.article_of(one["claims"][0])
    origin = one["sources"][0]["name"]
    pages = [f"/incident/{one['id']}", f"/article/{article_id}", "/review", "/control", "/judgements", "/sources"]
    answers = [client.get(page) for page in pages] + [client.get("/source", params={"name": origin})]
    for answer in answers:
        assert answer.status_code == 200
        found = Elements(answer.text)
        assert "img" not in found.names
        assert found.handlers == []
        assert "alert(1)" not in re.sub(r"&lt;script&gt;alert\(1\)|%3Cscript%3Ealert%281%29|\(1\)%3C", "", answer.text)
    assert EVIL in unescape(answers[0].text)
    assert 'href="javascript' not in answers[1].text


def test_text_of_any_script_gets_its_own_direction(hostile: Record, serve: Serve) -> None:
    shown = serve().get(f"/article/{hostile.article_of(hostile.incidents()[0]['claims'][0])}").text
    line = next(line for line in shown.splitlines() if "شخصا" in line)
    assert line.strip().startswith('<p dir="auto">')


def test_a_dossier_tells_who_says_how_many_and_links_every_number_to_its_words(
    client: TestClient, told: Record
) -> None:
    disputed = next(each for each in told.incidents() if each["figures"] and each["figures"][0]["measure"] == "killed")
    shown = text_of(client, f"/incident/{disputed['id']}")
    claim_id = disputed["claims"][0]
    assert f"?claim={claim_id}#claim-{claim_id}" in shown
    assert "<h1>" in shown
    assert f"/export?format=csv&of=incidents&incident={disputed['id']}" in shown
    assert "local council" in shown


def test_the_id_of_a_claim_leads_to_its_incident_and_to_its_place_in_the_article(
    client: TestClient, told: Record
) -> None:
    one = told.incidents()[0]
    claim_id = one["claims"][0]
    assert client.get(f"/incident/{claim_id}").headers["Location"] == f"/incident/{one['id']}"
    assert client.get(f"/incident/{one['id'][:9]}").headers["Location"] == f"/incident/{one['id']}"
    article_id = told.article_of(claim_id)
    assert (
        client.get(f"/claim/{claim_id}").headers["Location"]
        == f"/article/{article_id}?claim={claim_id}#claim-{claim_id}"
    )


def test_an_article_is_found_by_name_and_its_claims_are_marked_in_place(client: TestClient, told: Record) -> None:
    shown = client.get("/article/council").text
    claim_id = told.article(next(match.id for match in told.matches("council")))["claims"][0]["id"]
    assert f'id="claim-{claim_id}"' in shown
    assert f'href="#reading-{claim_id}"' in shown
    assert "<b>killed</b>" in shown
    assert f'class="hl assault lit" href="#reading-{claim_id}"' in client.get(f"/article/council?claim={claim_id}").text


def test_what_was_not_read_is_greyed_with_its_reason(hostile: Record, serve: Serve) -> None:
    shown = serve().get(f"/article/{hostile.article_of(hostile.incidents()[0]['claims'][0])}").text
    assert '<small class="why">[not read: &lt;script&gt;' in shown
    assert "dropped" in shown


def test_copies_are_listed_with_the_passages_that_they_share(record: Record, serve: Serve) -> None:
    words = " ".join(f"word{n} of a long dispatch from Qarrah about flour" for n in range(12)) + "."
    for name in ("first", "second"):
        record.add(reading(of=article(words, name=name, publisher=name.title())))
    update(record)
    client = serve()
    shown = client.get("/article/first").text
    other = re.search(r"\?copy=([0-9a-f]{16})#text", shown)
    assert other
    assert "1 shared passage" in shown
    assert 'class="shared"' not in shown.partition("Copies of this text")[0]
    assert '<span class="shared">word0' in client.get(f"/article/first?copy={other[1]}").text


def test_what_is_doubtful_is_listed_by_kind(client: TestClient) -> None:
    assert "read with little confidence" in text_of(client, "/review?kind=confidence")
    assert "a place could not be located" in text_of(client, "/review?kind=place")
    assert "Qarrah" in text_of(client, "/review?kind=disagreement")
    assert "Nothing of this kind is waiting on this page" in text_of(client, "/review?page=99")


def test_a_source_stands_beside_those_who_say_otherwise(client: TestClient, told: Record) -> None:
    names = {source["name"] for each in told.incidents() for source in each["sources"]}
    shown = text_of(client, "/sources")
    assert all(name in shown for name in names)
    army = next(name for name in names if "Army" in name)
    page = unescape(client.get("/source", params={"name": army}).text)
    assert "44" in page
    assert text_of(client, "/sources?words=army").count('<th scope="row">') == 1
    assert "No origin has a name with" in text_of(client, "/sources?words=nobody")


def test_who_holds_what_can_be_asked_for_a_place_and_a_day(record: Record, serve: Serve) -> None:
    text = "The Fourth Army holds Qarrah, the council said."
    held = claim("CONTROL", text=text, trigger="holds", mode="hold", who=["The Fourth Army"], place="Qarrah")
    record.add(reading(held, of=article(text, published="2021-03-03")))
    update(record)
    client = serve()
    shown = text_of(client, "/control?place=qarrah")
    assert "The Fourth Army" in shown
    assert "holds" in shown
    assert "/claim/" in shown
    assert "Nobody says who holds such a place" in text_of(client, "/control?until=2021-03-02")
    assert "no day of the calendar" in text_of(client, "/control?until=yesterday", 400)


def test_of_many_places_one_is_chosen_first(record: Record, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The Fourth Army holds Qarrah, the council said."
    held = claim("CONTROL", text=text, trigger="holds", mode="hold", who=["The Fourth Army"], place="Qarrah")
    record.add(reading(held, of=article(text)))
    update(record)
    monkeypatch.setattr(control, "_MANY", 0)
    client = serve()
    assert 'href="/control?place=Qarrah"' in text_of(client, "/control")
    assert "according to" in text_of(client, "/control?place=Qarrah")


def test_an_incident_of_many_articles_is_told_in_parts(
    record: Record, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Shelling killed 14 people in Qarrah on Tuesday, the local council said."
    for n in range(5):
        made = claim(text=text, killed=14, trigger="killed", place="Qarrah", day="2021-03-02")
        record.add(reading(made, of=article(text, name=f"n{n}", publisher=f"Outlet {n}")))
    update(record)
    (one,) = record.incidents()
    monkeypatch.setattr(incident, "_COLUMNS", 2)
    monkeypatch.setattr(incident, "_MERGES", 4)
    client = serve()
    assert [
        text_of(client, f"/incident/{one['id']}?page={page}").count('class="card claim"') for page in (1, 2, 3, 4)
    ] == [2, 2, 1, 0]
    shown = text_of(client, f"/incident/{one['id']}")
    assert shown.count('class="card merge"') == 4
    assert "Show 6 more comparisons" in shown
    assert text_of(client, f"/incident/{one['id']}?merges=all").count('class="card merge"') == 10


NOWHERE = [
    ("/incident/zzzz", 404, "there is no incident of this id"),
    ("/incident/ffffffffffffffff", 404, "there is no incident of this id"),
    ("/article/nothing/such", 404, "there is no article of this name or id"),
    ("/article/..%2F..%2Fetc%2Fpasswd", 404, "there is no article of this name or id"),
    ("/claim/ffff", 404, "there is no claim of this id"),
    ("/source?name=<script>", 404, "there is no origin of this name"),
    ("/source", 400, "a value is not as it must be"),
    ("/review?kind=bad", 400, "a value is not as it must be"),
    ("/review?page=0", 400, "a value is not as it must be"),
    ("/judgements?page=x", 400, "a value is not as it must be"),
]


@pytest.mark.parametrize(("path", "status", "said"), NOWHERE)
def test_what_is_not_there_is_explained(client: TestClient, path: str, status: int, said: str) -> None:
    shown = text_of(client, path, status)
    assert said in shown.lower()
    assert "What to do:" in shown


@pytest.mark.parametrize("path", ["/review", "/control", "/judgements", "/sources"])
def test_an_empty_record_has_these_pages_too(serve: Serve, path: str) -> None:
    assert "<h1>" in text_of(serve(), path)
