"""The JSON API: lists in pages, filters, ids, versions, judgements, and errors that explain themselves."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.model.schema import reading_schema
from dateline.serve.api.shown import FILTERS
from dateline.serve.filters import Asked
from dateline.store.record import Record
from dateline.store.wanted import SORTS
from tests.serve.conftest import Serve

Json = dict[str, Any]
FILTERED = [
    ("", 3),
    ("type=ASSAULT", 2),
    ("type=ASSAULT&type=MOVE", 3),
    ("place=qarr", 1),
    ("place=SYR", 2),
    ("country=SYR", 2),
    ("since=2021-03-02&until=2021-03-02", 1),
    ("since=2021-03-03", 0),
    ("source=council", 1),
    ("source=lantern", 1),
    ("measure=displaced", 1),
    ("measure=killed&disagree=1", 1),
    ("min_origins=2", 1),
    ("min_origins=3", 0),
    ("q=families", 1),
    ("q=fled+families", 1),
    ("q=fled+shelling", 0),
    ("bbox=36.7,34,36.8,34.2", 1),
    ("bbox=170,34,-170,35", 0),
    ("status=happened", 3),
    ("status=negation", 0),
]


def get(client: TestClient, path: str, status: int = 200) -> Any:  # noqa: ANN401 (JSON)
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.parametrize(("query", "count"), FILTERED)
def test_incidents_by_filter(client: TestClient, query: str, count: int) -> None:
    found = get(client, f"/incidents?{query}")
    assert (found["total"], len(found["items"])) == (count, count)
    assert get(client, f"/places?{query}")["total"] <= count
    assert client.get(f"/map.json?{query}").json()["total"] == count


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_lists_the_same(client: TestClient, sort: str) -> None:
    ids = {one["id"] for one in get(client, f"/incidents?sort={sort}")["items"]}
    assert len(ids) == 3


def test_pages_take_turns(client: TestClient) -> None:
    pages = [get(client, f"/incidents?size=2&page={page}") for page in (1, 2, 3)]
    assert [len(page["items"]) for page in pages] == [2, 1, 0]
    assert {page["pages"] for page in pages} == {2}
    together = [one["id"] for page in pages for one in page["items"]]
    assert together == [one["id"] for one in get(client, "/incidents")["items"]]


def test_an_incident_by_id_and_by_its_beginning(client: TestClient, told: Record) -> None:
    whole = told.incidents()[0]
    assert get(client, f"/incidents/{whole['id']}") == whole
    assert get(client, f"/incidents/{whole['id'][:9]}") == whole
    assert get(client, "/incidents/zz", 404)["error"]["remedy"]
    claims = get(client, f"/incidents/{whole['id']}/claims")
    assert {one["id"] for one in claims} == set(whole["claims"])
    assert {one["incident"] for one in claims} == {whole["id"]}


def test_claims(client: TestClient, told: Record) -> None:
    assert get(client, "/claims")["total"] == 4
    fled = get(client, "/claims?type=MOVE")["items"][0]
    assert (fled["article"]["id"], fled["trigger"]["text"]) == ("fled", "fled")
    assert get(client, f"/claims/{fled['id']}") == fled
    assert told.incident_of(fled["id"]) == fled["incident"]
    get(client, "/claims/0000000000000000", 404)


def test_articles(client: TestClient) -> None:
    heads = get(client, "/articles")
    assert [one["id"] for one in heads["items"]][:2] == ["lost", "fled"]
    assert {one["claims"] for one in heads["items"]} == {1}
    by_name = get(client, "/articles/army")
    assert by_name == get(client, f"/articles/{by_name['hash']}")
    assert set(reading_schema()["required"]) <= set(by_name)
    assert by_name["title"] == "<script>alert('title')</script>"
    get(client, "/articles/nobody", 404)


def test_sources_are_counted(client: TestClient) -> None:
    found = {one["name"]: one for one in get(client, "/sources")["items"]}
    (name,) = (name for name in found if "council" in name)
    assert (found[name]["incidents"], found[name]["agree"], found[name]["differ"]) == (1, 0, 1)
    assert get(client, f"/sources/{name}") == found[name]
    assert get(client, "/sources?name=COUNCIL")["total"] == 1
    get(client, "/sources/Nobody", 404)


def test_a_search(client: TestClient) -> None:
    hits = get(client, "/search?q=qarrah+council")
    assert {hit["article"] for hit in hits} == {"council"}
    assert get(client, "/search?q=*", 400)["error"]["what"]
    assert get(client, "/search", 400)["error"]["where"] == "q"


def test_what_the_record_holds(client: TestClient) -> None:
    assert get(client, "/record") == {"articles": 4, "claims": 4, "issues": 0, "incidents": 3}


@pytest.mark.parametrize("path", ["/api/v1/incidents", "/api/v1/articles/army", "/map.json", "/feed.atom"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, told: Record, path: str) -> None:
    first = client.get(path)
    tag = first.headers["ETag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).content == first.content
    del told


def test_judging_changes_the_version(client: TestClient) -> None:
    before = client.get("/api/v1/incidents").headers["ETag"]
    one = get(client, "/incidents?type=MOVE")["items"][0]
    client.post("/api/v1/judgements", json={"kind": "reject", "keys": one["claims"], "who": "Ada"})
    after = client.get("/api/v1/incidents")
    assert after.headers["ETag"] != before
    assert after.json()["total"] == 2


def test_judgements_are_made_and_undone(client: TestClient) -> None:
    both = get(client, "/incidents?disagree=1")["items"][0]
    attack, aside = both["claims"]
    split = {"kind": "split", "keys": [both["id"]], "aside": [aside], "who": "Ada", "why": "two markets"}
    made = client.post("/api/v1/judgements", json=split)
    assert made.status_code == 201
    assert len(made.json()["incidents"]) == 2
    assert get(client, "/incidents")["total"] == 4
    undo = {"kind": "undo", "undoes": made.json()["number"], "who": "Bo"}
    assert client.post("/api/v1/judgements", json=undo).json()["incidents"] == [both["id"]]
    fix = {"kind": "correct", "keys": [attack], "field": "killed", "value": "15", "who": "Ada"}
    assert client.post("/api/v1/judgements", json=fix).status_code == 201
    log = get(client, "/judgements")
    assert [one["kind"] for one in log["items"]] == ["correct", "undo", "split"]
    assert log["items"][2]["undone"]["who"] == "Bo"


WRONG: list[tuple[Json, str]] = [
    ({"kind": "praise", "keys": ["a"], "who": "Ada"}, "kind"),
    ({"kind": "same", "keys": [], "who": "Ada"}, "keys"),
    ({"kind": "split", "keys": ["a", "b"], "who": "Ada"}, "keys"),
    ({"kind": "accept", "keys": ["a"], "who": ""}, "who"),
    ({"kind": "accept", "keys": ["a"], "who": "  "}, "who"),
    ({"kind": "accept", "keys": "a", "who": "Ada"}, "keys"),
    ({"kind": "correct", "keys": ["a"], "field": "truth", "value": "x", "who": "Ada"}, "field"),
    ({"keys": ["a"], "who": "Ada"}, "kind"),
]


@pytest.mark.parametrize(("body", "where"), WRONG)
def test_a_wrong_judgement_is_told(client: TestClient, told: Record, body: Json, where: str) -> None:
    answer = client.post("/api/v1/judgements", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["where"].split(".")[0] == where
    assert told.judgements() == []


ERRORS = [
    ("/incidents?type=MURDER", 400, "type"),
    ("/incidents?size=501", 400, "size"),
    ("/incidents?size=x", 400, "size"),
    ("/incidents?page=0", 400, "page"),
    ("/incidents/%00", 404, ""),
    ("/incidents/%25", 404, "%"),
    ("/nothing", 404, "/api/v1/nothing"),
]


@pytest.mark.parametrize(("path", "status", "where"), ERRORS)
def test_errors_are_json_that_explains(client: TestClient, path: str, status: int, where: str) -> None:
    error = get(client, path, status)["error"]
    assert error["status"] == status
    assert where in error["where"]
    assert error["what"]
    assert error["remedy"]


def test_the_description_names_every_filter(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    listed = {each["name"] for each in described["paths"]["/api/v1/incidents"]["get"]["parameters"]}
    assert listed == {each["name"] for each in FILTERS} | {"page", "size"}
    assert {each["name"] for each in FILTERS} == set(Asked.__dataclass_fields__) - {"page"}
    paths = {path.removeprefix("/api/v1") for path in described["paths"]}
    assert {"/incidents", "/claims", "/articles", "/sources", "/places", "/judgements", "/search"} <= paths
    assert all(path.startswith("/api/v1/") for path in described["paths"])


def test_an_empty_record_answers(serve: Serve) -> None:
    client = serve()
    assert get(client, "/incidents")["items"] == []
    assert get(client, "/record")["articles"] == 0
    assert client.get("/map.json").json()["features"] == []
    assert client.get("/feed.atom").status_code == 200
    assert client.get("/export?format=csv").text.count("\n") == 1
