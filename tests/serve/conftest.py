"""A small record of invented news, and a client that asks its pages. The client is on this machine, as a browser is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.incorporate.update import update
from dateline.model.grounded import Place
from dateline.model.reading import Reading
from dateline.serve.app import create_app
from dateline.serve.security import Rules
from dateline.settings import Settings
from dateline.store.record import Record
from tests.factories import article, claim, reading

HERE = "http://127.0.0.1:8765"
LOST = Place("Tel Omar", reason="not in the gazetteer")
Serve = Callable[..., TestClient]


def news() -> list[Reading]:
    """Four articles: two tolls of one attack that cannot both be true, people who fled, and a place nobody knows."""
    council = "Shelling killed 14 people in Qarrah on Tuesday, the local council said."
    army = "Shelling killed 44 people in Qarrah on Tuesday, the Fourth Army said."
    fled = "About 200 families fled Deir Sahl on Friday, residents said."
    lost = "Guards attacked a convoy near Tel Omar."
    hits: dict[str, Any] = {"trigger": "killed", "place": "Qarrah", "day": "2021-03-02", "mode": "heavy-weapons"}
    return [
        reading(
            claim(text=council, killed=14, sources=["the local council"], **hits),
            of=article(council, name="council", publisher="Meridian Press", title="Fourteen die in Qarrah"),
        ),
        reading(
            claim(text=army, killed=44, sources=["the Fourth Army"], **hits),
            of=article(army, name="army", publisher="The Lantern", title="<script>alert('title')</script>"),
        ),
        reading(
            claim("MOVE", text=fled, trigger="fled", place="Deir Sahl", mode="flee", measures={"displaced": 200}),
            of=article(fled, name="fled", publisher="Meridian Press", published="2021-03-06"),
        ),
        reading(
            claim(text=lost, trigger="attacked", place=LOST, confidence=0.2),
            of=article(lost, name="lost", publisher="The Lantern", published="2021-04-01"),
        ),
    ]


@pytest.fixture
def told(record: Record) -> Record:
    """The small record, its incidents made."""
    for each in news():
        record.add(each)
    update(record)
    return record


@pytest.fixture
def serve(record_url: str) -> Iterator[Serve]:
    """Makes clients of servers over the record of the test, each with its own rules."""
    with ExitStack() as running:

        def client(rules: Rules | None = None, *, base: str = HERE, failing: bool = False) -> TestClient:
            app = create_app(Settings(db=record_url), rules)
            made = TestClient(app, base_url=base, raise_server_exceptions=not failing, follow_redirects=False)
            return running.enter_context(made)

        yield client


@pytest.fixture
def client(told: Record, serve: Serve) -> TestClient:
    """A client of the small record; `told` is open beside it, as another process may be."""
    del told
    return serve()
