"""Who holds what, as people judged it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.incorporate.holding import holding
from dateline.incorporate.judging import Author, judge_claims, judge_correct, judge_undo
from dateline.model.grounded import Actor
from dateline.store.record import Record
from tests.factories import claim, reading

ADA = Author("Ada")
ARMY = Actor("The Fourth Army", "SYR", "MIL")
HELD = claim("CONTROL", mode="hold", who=[ARMY], place="Qarrah", day="2021-03-02")
DEIR_SAHL = {"name": "Deir Sahl", "country": "SYR", "lat": 34.6, "lon": 36.9, "precision": "settlement"}


@pytest.fixture
def filled(record: Record) -> Record:
    """A town that is held, and one that was shelled."""
    record.add(reading(HELD, name="a", published="2021-03-02"))
    record.add(reading(claim(place="Deir Sahl", day="2021-03-03"), name="b", published="2021-03-03"))
    return record


def _claim(record: Record, name: str) -> str:
    return next(row.id for row in record.claims() if row.article_name == name)


def test_a_rejected_claim_holds_nothing_until_that_is_taken_back(filled: Record) -> None:
    assert [one.place for one in holding(filled)] == ["Qarrah"]
    made = judge_claims(filled, "reject", [_claim(filled, "a")], ADA)
    assert holding(filled) == ()
    judge_undo(filled, made.number, ADA)
    assert [one.place for one in holding(filled)] == ["Qarrah"]


def test_a_corrected_place_is_the_one_that_is_held(filled: Record) -> None:
    judge_correct(filled, _claim(filled, "a"), ("place", DEIR_SAHL), ADA)
    assert [one.place for one in holding(filled, place="sahl")] == ["Deir Sahl"]
    assert holding(filled, place="Tel Omar") == ()


def test_what_is_corrected_to_be_of_control_is_there(filled: Record) -> None:
    judge_correct(filled, _claim(filled, "b"), ("event", "CONTROL"), ADA)
    assert [one.place for one in holding(filled)] == ["Deir Sahl", "Qarrah"]


def test_what_was_told_later_was_not_known_then(filled: Record) -> None:
    assert holding(filled, as_of=date(2021, 3, 1)) == ()
    assert len(holding(filled, as_of=date(2021, 3, 2))) == 1
