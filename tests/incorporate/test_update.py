"""The record derives the same from the same articles, whatever their order, one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.incorporate import kept
from dateline.incorporate.memory import in_memory
from dateline.incorporate.update import Changes, is_pending, rebuild, update
from dateline.incorporate.view import view
from dateline.model.grounded import Place
from dateline.model.judgement import Judgement
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.reconcile.incident import Incident
from dateline.store.record import Record
from tests.factories import article, claim, reading
from tests.incorporate.made import derived, war

COUNT = 14


def _filled(folder: Path, readings: Sequence[Reading], *, each: int) -> dict[str, list[Any]]:
    """What a fresh record derives from `readings`, brought up to date after `each` articles and at the end."""
    folder.mkdir(exist_ok=True)
    path = folder / "record.db"
    for file in folder.glob("record.db*"):
        file.unlink()
    with Record.open(f"sqlite:///{path}") as record:
        for number, one in enumerate(readings, 1):
            record.add(one)
            if number % each == 0:
                update(record)
        update(record)
        return derived(record)


def test_the_examples_in_any_order(dispatch_readings: list[Reading], tmp_path: Path) -> None:
    once = _filled(tmp_path, dispatch_readings, each=len(dispatch_readings))
    assert once["incident"]
    assert once["link"]
    assert once["pending"] == []
    assert _filled(tmp_path, dispatch_readings[::-1], each=1) == once
    assert _filled(tmp_path, dispatch_readings[1::2] + dispatch_readings[::2], each=3) == once


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 99), order=st.permutations(range(COUNT)), each=st.sampled_from((1, 4)))
def test_any_articles_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int], each: int
) -> None:
    readings = war(seed, COUNT)
    folder = tmp_path_factory.mktemp("order")
    assert _filled(folder, [readings[n] for n in order], each=each) == _filled(folder, readings, each=COUNT)


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of a made-up war, up to date."""
    for one in war(7, COUNT):
        record.add(one)
    update(record)
    return record


def test_a_rebuilt_record_is_the_same(filled: Record) -> None:
    before = derived(filled)
    changes = rebuild(filled)
    assert changes.same
    assert changes == Changes(incidents=len(before["incident"]), copies=len(before["copy"]))
    assert derived(filled) == before


def test_without_a_database_they_are_the_same(filled: Record) -> None:
    made = [one.to_json() for one in in_memory(filled, filled.claims())]
    assert made == filled.incidents()  # in the same order
    assert len(made) > 3


def test_incidents_are_given_back_whole_however_many_are_read_together(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_AT_ONCE", 2)
    assert [one.to_json() for one in kept.incidents_of(filled, filled.incidents())] == filled.incidents()


def test_of_one_day_those_with_more_killed_come_first_without_a_database_too(record: Record) -> None:
    tolls: tuple[dict[str, Any], ...] = ({"killed": 4}, {"killed": 30}, {"killed": 9}, {})
    for number, toll in enumerate(tolls):
        there = Place(f"Town {number}", "SYR", 34.0, 36.0 + 3 * number, "settlement", 5.0, f"geonames:{number}")
        text = f"Guns shelled Town {number} on Tuesday. It left {toll.get('killed')} dead."
        record.add(reading(claim(text=text, place=there, day="2021-03-02", **toll), of=article(text, name=str(number))))
    update(record)
    assert [one["articles"] for one in record.incidents()] == [["1"], ["2"], ["0"], ["3"]]
    assert [one.to_json() for one in in_memory(record, record.claims())] == record.incidents()


def test_every_claim_is_in_exactly_one_incident(filled: Record) -> None:
    told = [each for one in filled.incidents() for each in one["claims"]]
    assert sorted(told) == sorted(row.id for row in filled.claims())


def test_what_is_pending_is_known_and_made_once(record: Record) -> None:
    record.add(reading(claim(place="Qarrah", day="2021-03-02")))
    assert (is_pending(record), record.count_incidents()) == (1, 0)
    assert (update(record), record.count_incidents()) == (1, 1)
    assert (is_pending(record), update(record)) == (0, 0)


def test_a_crash_in_between_leaves_nothing_half_made(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, *_ = war(3, 2)
    record.add(first)
    update(record)
    before = derived(record)
    record.add(second)
    with monkeypatch.context() as patched:
        patched.setattr("dateline.incorporate.update.regroup", _fail)
        with pytest.raises(RuntimeError, match="pulled the plug"):
            update(record)
    after = derived(record)
    assert after.pop("pending") == [(second.article.id,)]
    assert after | {"pending": []} == before
    update(record)
    whole = derived(record)
    assert rebuild(record).same
    assert (derived(record), whole["pending"]) == (whole, [])


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("pulled the plug")


def test_what_no_new_article_reaches_is_left_alone(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attack on another town makes one incident, and touches none."""
    record.add(reading(claim(place="Qarrah", day="2021-03-02"), name="a"))
    update(record)
    made: list[int] = []

    def watched(reports: list[Report], rows: list[Any], **rest: Any) -> Incident:  # noqa: ANN401 (handed on)
        made.append(len(rows))
        return view(reports, rows, **rest)

    monkeypatch.setattr("dateline.incorporate.regroup.view", watched)
    record.add(reading(claim("MOVE", trigger="fled", place="Deir Sahl", day="2021-03-02"), name="b"))
    update(record)
    assert (made, record.count_incidents()) == ([1], 2)


def test_another_version_of_the_method_makes_everything_anew(filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.incorporate.update.METHOD", "another")
    assert is_pending(filled) == COUNT
    before = derived(filled)
    assert update(filled) == COUNT
    assert derived(filled) == before
    assert is_pending(filled) == 0


def test_a_rebuilding_says_what_came_out_different(filled: Record) -> None:
    with filled.deriving() as tables:
        gone = filled.incidents()[0]["id"]
        tables.drop_incidents([gone])
    changes = rebuild(filled)
    assert (changes.new_incidents, changes.gone_incidents, changes.same) == ((gone,), (), False)


def test_progress_is_told(record: Record) -> None:
    for one in war(1, 3):
        record.add(one)
    told: list[tuple[str, int, int]] = []
    update(record, tick=lambda *said: told.append(said))
    assert [said for said in told if said[0] == "articles"] == [("articles", n, 3) for n in range(3)]
    assert any(what == "incidents" for what, _, _ in told)


def test_judgements_do_not_make_copies_again(filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    before = derived(filled)["copy"]
    monkeypatch.setattr("dateline.incorporate.copying.compare", _fail)
    subjects = tuple(filled.subjects(row.id for row in filled.claims()))
    filled.judge(Judgement(0, "accept", subjects, "Ada", ""))
    assert update(filled) == COUNT
    assert derived(filled)["copy"] == before


def test_two_that_add_at_once_leave_what_one_would(record: Record, tmp_path: Path) -> None:
    readings = war(5, 8)

    def add(part: list[Reading]) -> None:
        for one in part:
            record.add(one)
            update(record)

    threads = [Thread(target=add, args=(readings[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert derived(record) == _filled(tmp_path / "one", readings, each=len(readings))
