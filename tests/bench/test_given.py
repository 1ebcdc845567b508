"""Gold's events as they are given to the pipeline: the event and its words, nothing that is asked for."""

from __future__ import annotations

from dateline.bench.given import given_of
from dateline.model.given import Given
from tests.factories import DISPATCH, claim, reading, span


def test_an_event_keeps_its_words_and_labels_alone() -> None:
    gold = reading(claim("ASSAULT", trigger="killed", mode="heavy-weapons", place="Qarrah", day="2021-03-02")).to_json()
    assert given_of([gold]) == {gold["id"]: [Given(span(DISPATCH, "killed"), "ASSAULT", "heavy-weapons")]}
