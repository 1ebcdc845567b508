"""Lists of incidents: filters ask of whole incidents, and the latest comes first."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.incorporate.update import update
from dateline.store.filters import Filters
from dateline.store.record import Record
from tests.factories import claim, reading


@pytest.fixture
def filled(record: Record) -> Record:
    """Three incidents: a shelling that two articles tell of, a flight without a day, an old arrest."""
    for name in ("a", "b"):
        record.add(reading(claim(mode="heavy-weapons", place="Qarrah", day="2021-03-02", killed=14), name=name))
    record.add(reading(claim("MOVE", mode="flee", trigger="fled", place="Deir Sahl", role="to"), name="c"))
    record.add(reading(claim("COERCE", mode="arrest", place="Qarrah", day=("2020-01-01", "2020-01-03")), name="d"))
    update(record)
    return record


def test_the_latest_first_and_those_without_a_day_last(filled: Record) -> None:
    assert [one["event"] for one in filled.incidents()] == ["ASSAULT", "COERCE", "MOVE"]
    assert [one["event"] for one in filled.incidents(limit=1)] == ["ASSAULT"]
    assert filled.incidents()[0]["articles"] == ["a", "b"]


FILTERS = [
    (Filters(events=("MOVE", "COERCE")), ["COERCE", "MOVE"]),
    (Filters(place="qarr"), ["ASSAULT", "COERCE"]),
    (Filters(place="SYR"), ["ASSAULT", "COERCE", "MOVE"]),
    (Filters(place="IRQ"), []),
    (Filters(since=date(2020, 1, 3)), ["ASSAULT", "COERCE"]),
    (Filters(since=date(2020, 1, 4)), ["ASSAULT"]),
    (Filters(until=date(2020, 1, 1)), ["COERCE"]),
    (Filters(since=date(2020, 1, 2), until=date(2020, 1, 2)), ["COERCE"]),
]


@pytest.mark.parametrize(("wanted", "events"), FILTERS)
def test_filters(filled: Record, wanted: Filters, events: list[str]) -> None:
    assert [one["event"] for one in filled.incidents(wanted)] == events
    assert filled.count_incidents(wanted) == len(events)


def test_an_article_s_incidents(filled: Record) -> None:
    article = next(row.article_id for row in filled.claims() if row.article_name == "d")
    assert [one["event"] for one in filled.incidents(Filters(article_id=article))] == ["COERCE"]


def test_by_the_beginning_of_the_id_and_by_a_claim(filled: Record) -> None:
    first = filled.incidents()[0]
    assert filled.incidents_beginning(first["id"][:9].upper()) == [first]
    assert filled.incidents_beginning("%") == []
    assert filled.incident_of(first["claims"][0]) == first["id"]
    assert filled.incident_of("nothing") is None
