"""Judgements in the record: only ever added, and found again where claims have other ids."""

from __future__ import annotations

import sqlite3

import pytest

from dateline.errors import RecordError
from dateline.model.judgement import Judgement, Subject
from dateline.store.record import Record
from tests.factories import claim, reading

SHELLING = claim("ASSAULT", mode="heavy-weapons", place="Qarrah", day="2021-03-02", killed=14)
FLIGHT = claim("MOVE", mode="flee", trigger="fled", place="Deir Sahl", role="to")


def _judge(record: Record, kind: str, claims: list[str], **rest: object) -> Judgement:
    subjects = tuple(record.subjects(claims))
    return record.judge(Judgement(0, kind, subjects, "Ada", "", **rest))  # type: ignore[arg-type]


def _ids(record: Record) -> list[str]:
    return [row.id for row in record.claims()]


def test_a_judgement_comes_back_as_it_was_made(record: Record) -> None:
    record.add(reading(SHELLING, FLIGHT))
    ids = _ids(record)
    made = _judge(record, "correct", ids[:1], field="killed", value={"low": 15.0, "high": None}, why="a slip")
    assert (made.number, made.when[-6:]) == (1, "+00:00")
    assert record.judgements() == [made]
    (subject,) = made.subjects
    assert (subject.claim, subject.name, subject.start, subject.event) == (ids[0], "qarrah", 9, "ASSAULT")


def test_undoing_adds_a_row_and_says_who_undid(record: Record) -> None:
    record.add(reading(SHELLING))
    first = _judge(record, "reject", _ids(record))
    undo = record.judge(Judgement(0, "undo", first.subjects, "Ben", "", "too hasty", undoes=first.number))
    back, row = record.judgements()
    assert row == undo
    assert back.undone is not None
    assert (back.number, back.undone.number, back.undone.who, back.undone.why) == (1, 2, "Ben", "too hasty")
    assert not back.in_force


def test_judging_makes_the_articles_pending(record: Record) -> None:
    record.add(reading(SHELLING))
    record.add(reading(FLIGHT, name="other"))
    with record.deriving() as derived:
        derived.settle(derived.pending())
    wanted = next(row for row in record.claims() if row.article_name == "other")
    _judge(record, "reject", [wanted.id])
    with record.derived() as derived:
        assert derived.pending() == [wanted.article_id]


def _again(record: Record, *claims: object) -> None:
    """The article taken out and put in again, read by another extractor."""
    with sqlite3.connect(record.where) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DELETE FROM article")
    record.add(reading(*claims))  # type: ignore[arg-type]


def test_a_claim_of_another_id_is_found_by_its_place_in_the_text(record: Record) -> None:
    record.add(reading(SHELLING, FLIGHT))
    judged = {row.claim["event"]: _judge(record, "accept", [row.id]) for row in record.claims()}
    newer = claim("ASSAULT", mode="heavy-weapons", place="Qarrah", killed=14, injured=30, extractor="newer 2")
    aside = claim("CONDITION", trigger="killed", extractor="newer 2")
    _again(record, aside, newer)
    with record.derived() as derived:
        (subject,) = judged["ASSAULT"].subjects
        meant = derived.claim_meant(subject)
        assert meant == next(row.id for row in record.claims() if row.claim["event"] == "ASSAULT") != subject.claim
        assert derived.claim_meant(judged["MOVE"].subjects[0]) is None  # nothing was read there this time
        elsewhere = Subject("gone", "no such article", "qarrah", subject.start, subject.end, "ASSAULT")
        assert derived.claim_meant(elsewhere) == meant  # known by its name alone


def test_numbers_are_never_given_twice(record: Record) -> None:
    record.add(reading(SHELLING))
    _judge(record, "reject", _ids(record))
    with sqlite3.connect(record.where) as raw:
        raw.execute("DELETE FROM judgement")
    assert _judge(record, "accept", _ids(record)).number == 2


def test_an_undoing_of_nothing_is_refused_by_the_database(record: Record) -> None:
    with pytest.raises(RecordError, match="FOREIGN KEY"):
        record.judge(Judgement(0, "undo", (), "Ada", "", undoes=7))
