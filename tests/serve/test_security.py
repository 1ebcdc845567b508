"""Who may do what: foreign hosts, forms of other sites, the token, a record that is only shown."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.errors import UsageError
from dateline.serve.security import KEY, NONCE, Rules, is_known_host, is_loopback
from dateline.store.record import Record
from tests.serve.conftest import HERE, Serve

TOKEN = "a token that is long enough"  # noqa: S105 (of tests)
HOSTS = [
    ("127.0.0.1:8765", Rules(), True),
    ("localhost", Rules(), True),
    ("[::1]:8765", Rules(), True),
    ("LOCALHOST:1", Rules(), True),
    ("evil.example", Rules(), False),
    ("127.0.0.1.evil.example", Rules(), False),
    ("192.168.0.7", Rules(), False),
    ("192.168.0.7:8765", Rules.of("0.0.0.0"), True),  # noqa: S104 (listens nowhere)
    ("evil.example", Rules.of("0.0.0.0"), False),  # noqa: S104
    ("desk.example", Rules.of("0.0.0.0", names=("Desk.example",)), True),  # noqa: S104
    ("", Rules(), False),
    ("[", Rules(), False),
]


@pytest.mark.parametrize(("host", "rules", "known"), HOSTS)
def test_only_own_names_are_answered(host: str, rules: Rules, *, known: bool) -> None:
    assert is_known_host(host, rules) is known


def test_a_foreign_name_gets_nothing_of_the_record(told: Record, serve: Serve) -> None:
    answer = serve(base="http://evil.example").get("/api/v1/incidents")
    assert answer.status_code == 421
    assert "--name" in answer.text
    assert told.incidents()[0]["id"] not in answer.text


@pytest.mark.parametrize(
    "path", ["/unlock", "/nope", "/api/v1/incidents", "/api/openapi.json", "/map.json", "/feed.atom"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk", False)],  # noqa: S104
)
def test_loopback_is_known(host: str, *, local: bool) -> None:
    assert is_loopback(host) is local
    assert (Rules.of(host).token is None) is local


def test_rules_of_a_server() -> None:
    assert Rules.of("0.0.0.0", token=TOKEN).token == TOKEN  # noqa: S104
    assert Rules.of("0.0.0.0", read_only=True).token is None  # noqa: S104
    assert Rules.of("127.0.0.1", token=TOKEN).token == TOKEN
    with pytest.raises(UsageError, match="the token has 3 characters"):
        Rules.of("127.0.0.1", token="abc")  # noqa: S106 (the same)


def test_secrets_are_not_shown() -> None:
    rules = Rules.of("127.0.0.1", token=TOKEN)
    assert TOKEN not in repr(rules)
    assert repr(rules.secret) not in repr(rules)


def _form(client: TestClient) -> dict[str, str]:
    """The token of the form that a page shows; the client keeps the cookie."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/unlock").text)
    assert found
    return {"csrf": found[1]}


def test_the_token_opens_writing(told: Record, serve: Serve) -> None:
    client = serve(Rules.of("127.0.0.1", token=TOKEN))
    form = _form(client)
    wrong = client.post("/unlock", data=form | {"token": "something else"})
    assert (wrong.status_code, KEY in client.cookies) == (403, False)
    right = client.post("/unlock", data=form | {"token": TOKEN})
    assert right.status_code == 303
    cookies = right.headers["set-cookie"]
    assert "HttpOnly" in cookies
    assert "SameSite=strict" in cookies
    assert TOKEN not in cookies
    body = {"kind": "accept", "keys": [told.incidents()[0]["id"]], "who": "Ada"}
    assert client.post("/api/v1/judgements", json=body).status_code == 201


FORGED: list[tuple[dict[str, str], dict[str, str]]] = [
    ({"csrf": "0" * 64}, {}),
    ({}, {}),
    ({"csrf": "ü"}, {}),
]


@pytest.mark.parametrize(("form", "headers"), FORGED)
def test_a_form_that_is_not_ours_is_refused(serve: Serve, form: dict[str, str], headers: dict[str, str]) -> None:
    client = serve(Rules.of("127.0.0.1", token=TOKEN))
    _form(client)
    answer = client.post("/unlock", data=form | {"token": TOKEN}, headers=headers)
    assert answer.status_code == 403
    assert "load the page anew" in answer.text


def test_a_cookie_planted_by_a_neighbour_does_not_help(serve: Serve) -> None:
    """Ports share cookies: another program on this machine may set ours, but cannot make the token that fits."""
    client = serve(Rules.of("127.0.0.1", token=TOKEN))
    client.cookies.set(NONCE, "planted", domain="127.0.0.1")
    assert client.post("/unlock", data={"csrf": "planted", "token": TOKEN}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_send_our_forms(told: Record, serve: Serve, headers: dict[str, str]) -> None:
    client = serve(Rules.of("127.0.0.1", token=TOKEN))
    sent = client.post("/unlock", data=_form(client) | {"token": TOKEN}, headers=headers)
    assert sent.status_code == 403
    body = {"kind": "accept", "keys": [told.incidents()[0]["id"]], "who": "Ada"}
    answer = serve().post("/api/v1/judgements", json=body, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.json()["error"]["what"]


def test_own_pages_can(serve: Serve) -> None:
    client = serve(Rules.of("127.0.0.1", token=TOKEN))
    headers = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/unlock", data=_form(client) | {"token": TOKEN}, headers=headers).status_code == 303


WRITING: list[tuple[Rules, dict[str, str], int, str]] = [
    (Rules(), {}, 201, ""),
    (Rules(read_only=True), {}, 403, "only shown"),
    (Rules.of("127.0.0.1", token=TOKEN), {}, 403, "token"),
    (Rules.of("127.0.0.1", token=TOKEN), {"Authorization": "Bearer wrong"}, 403, "token"),
    (Rules.of("127.0.0.1", token=TOKEN), {"Authorization": f"Basic {TOKEN}"}, 403, "token"),
    (Rules.of("127.0.0.1", token=TOKEN), {"Authorization": f"Bearer {TOKEN}"}, 201, ""),
    (Rules(), {"Content-Type": "text/plain"}, 403, "JSON"),
]


@pytest.mark.parametrize(("rules", "headers", "status", "what"), WRITING)
def test_writing_needs_what_the_rules_say(
    told: Record, serve: Serve, *, rules: Rules, headers: dict[str, str], status: int, what: str
) -> None:
    body: dict[str, Any] = {"kind": "accept", "keys": [told.incidents()[0]["id"]], "who": "Ada"}
    answer = serve(rules).post("/api/v1/judgements", json=body, headers=headers)
    assert answer.status_code == status
    assert len(told.judgements()) == (1 if status == 201 else 0)
    if what:
        assert what in answer.json()["error"]["what"]
        assert answer.json()["error"]["remedy"]
