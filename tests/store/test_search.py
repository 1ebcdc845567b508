"""Finding the latest rows of a search: common words and rare ones are looked up differently, and found alike."""

from __future__ import annotations

import pytest
from sqlalchemy.dialects import postgresql

from dateline.store import search
from dateline.store.conditions import among, elsewhere
from dateline.store.record import Record
from dateline.store.wanted import Wanted
from tests.factories import article, claim, reading
from tests.incorporate.made import war

WORDS = [("bombed",), ("tuesday",), ("left", "dead"), ("qarrah",), ("dead on",), ("nowhere",)]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_all_ways_find_the_same(
    record: Record, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], limit: int
) -> None:
    for each in war(3, 12):
        record.add(each)
    text = "Jets bombed Qarrah on Tuesday and left 3 dead on a road."
    record.add(reading(claim(text=text, trigger="bombed"), of=article(text, name="undated", published=None)))
    phrases = search.query_phrases(words)
    found = []
    for common, usual in ((0, 0), (10**9, 0), (10**9, 10**9)):  # never common, always common, always nearly everywhere
        monkeypatch.setattr(search, "_COMMON", common)
        monkeypatch.setattr(search, "_USUAL", usual)
        with record.reading() as connection:
            found.append(search.latest(connection, phrases, limit))
    assert found[0] == found[1] == found[2]
    assert bool(found[0]) is (words != ("nowhere",))


def test_those_without_a_day_come_last(record: Record) -> None:
    for name, published in (("old", "2020-01-01"), ("undated", None), ("new", "2021-01-01")):
        record.add(reading(claim(), name=name, published=published))
    assert [hit.article_name for hit in record.search("shelling")][::2] == ["new", "old", "undated"]


def test_the_filters_are_postgresql_too() -> None:
    wanted = Wanted(words="a b", place="SYR", actor="x", source="y", origin="z", measure="killed", article_id="1")
    for condition in (*elsewhere(wanted, "postgresql").values(), among(["1", "2"], "postgresql")):
        written = str(condition.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
        assert "json_each" not in written
        assert "MATCH" not in written
