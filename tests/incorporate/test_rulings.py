"""What judgements do to incidents: joined, parted, corrected, hidden, and all of it taken back."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.incorporate.judging import (
    Author,
    claim_of,
    claims_of,
    held_together,
    judge_claims,
    judge_correct,
    judge_same,
    judge_split,
    judge_undo,
)
from dateline.incorporate.rulings import Rulings
from dateline.incorporate.update import rebuild, update
from dateline.model.judgement import Judgement
from dateline.store.record import Record
from tests.factories import claim, reading
from tests.incorporate.made import derived

ADA = Author("Ada", "she was there")
SHELLING = claim(mode="heavy-weapons", place="Qarrah", day="2021-03-02", killed=14)


@pytest.fixture
def filled(record: Record) -> Record:
    """A shelling that two articles tell of, one of them twice, and a shelling elsewhere on another day."""
    again = claim(mode="heavy-weapons", trigger="wounded", place="Qarrah", day="2021-03-02", injured=30)
    record.add(reading(SHELLING, again, name="a"))
    record.add(reading(SHELLING, name="b"))
    record.add(reading(claim(mode="heavy-weapons", place="Deir Sahl", day="2021-03-05", killed=14), name="c"))
    update(record)
    assert [one["articles"] for one in record.incidents()] == [["c"], ["a", "b"]]
    return record


def _after(record: Record, made: Judgement) -> list[list[str]]:
    """The articles of each incident once a judgement counts; rebuilding gives the same."""
    assert made.number
    update(record)
    found = derived(record)
    assert rebuild(record).same
    assert derived(record) == found
    return sorted(one["articles"] for one in record.incidents())


def _claims(record: Record) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in record.claims():
        found.setdefault(row.article_name, []).append(row)
    return found


def test_same_joins_and_undo_parts_again(filled: Record) -> None:
    before = derived(filled)
    elsewhere, shelling = (one["id"] for one in filled.incidents())
    made = judge_same(filled, [elsewhere[:8], shelling[:8]], ADA)
    assert (made.who, made.why, len(made.subjects)) == ("Ada", "she was there", 4)
    assert _after(filled, made) == [["a", "b", "c"]]
    undo = judge_undo(filled, made.number, ADA)
    assert _after(filled, undo) == [["a", "b"], ["c"]]
    assert derived(filled) == before
    assert _after(filled, judge_undo(filled, undo.number, ADA)) == [["a", "b", "c"]]


def test_split_takes_claims_out_of_an_incident(filled: Record) -> None:
    before = derived(filled)
    shelling = filled.incidents()[1]["id"]
    other = _claims(filled)["b"][0].id
    made = judge_split(filled, shelling, [other], ADA)
    assert (len(made.side(0)), made.side(1)) == (2, frozenset({other}))
    assert _after(filled, made) == [["a"], ["b"], ["c"]]
    _after(filled, judge_undo(filled, made.number, ADA))
    assert derived(filled) == before


def test_split_parts_two_claims_of_one_report(filled: Record) -> None:
    one, other = (row.id for row in _claims(filled)["a"])
    assert filled.incident_of(one) == filled.incident_of(other)
    _after(filled, judge_split(filled, one, [other], ADA))
    assert filled.incident_of(one) != filled.incident_of(other)


def test_the_later_of_two_judgements_on_a_pair_counts(filled: Record) -> None:
    one, other = (_claims(filled)[name][0].id for name in ("a", "b"))
    judge_split(filled, one, [other], ADA)
    assert _after(filled, judge_same(filled, [one, other], ADA)) == [["a", "b"], ["c"]]
    made = judge_split(filled, one, [other], ADA)
    _after(filled, made)
    assert filled.incident_of(one) != filled.incident_of(other)
    assert held_together(filled, made) == []


@pytest.mark.parametrize("apart", range(3))
def test_what_is_judged_the_same_stays_together_when_one_of_it_is_parted(record: Record, apart: int) -> None:
    towns = (("Qarrah", "02"), ("Deir Sahl", "05"), ("Qarrah", "09"))
    for number, (town, day) in enumerate(towns):
        record.add(reading(claim(mode="heavy-weapons", place=town, day=f"2021-03-{day}"), name=str(number)))
    update(record)
    ids = sorted(row.id for row in record.claims())
    judge_same(record, ids, ADA)
    update(record)
    judge_split(record, record.incidents()[0]["id"], [ids[apart]], ADA)
    update(record)
    kept = {record.incident_of(each) for each in ids if each != ids[apart]}
    assert len(kept) == 1
    assert record.incident_of(ids[apart]) not in kept


def test_what_still_holds_parted_claims_together_is_told(filled: Record) -> None:
    one, other, third = (_claims(filled)[name][0].id for name in ("a", "b", "c"))
    judge_same(filled, [one, third], ADA)
    judge_same(filled, [other, third], ADA)
    made = judge_split(filled, one, [other], ADA)
    update(filled)
    assert [each.number for each in held_together(filled, made)] == [1, 2]


def test_a_rejected_claim_is_in_no_incident_and_stays_in_the_record(filled: Record) -> None:
    (row,) = _claims(filled)["c"]
    made = judge_claims(filled, "reject", [row.id], ADA)
    assert _after(filled, made) == [["a", "b"]]
    assert filled.incident_of(row.id) is None
    assert filled.article(row.article_id)["claims"] == [row.claim]
    with filled.derived() as tables:
        rulings = Rulings.of(tables)
    assert rulings.judged(row.claim)["judged"][0]["kind"] == "reject"
    assert _after(filled, judge_claims(filled, "accept", [row.id], ADA)) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_what_is_judged_the_same_stays_together_when_one_of_it_is_rejected(filled: Record, name: str) -> None:
    record = filled
    away = {"mode": "heavy-weapons", "trigger": "killed", "day": "2021-02-01"}
    for place, other in (("Deir Sahl", "d"), ("Qarrah", "e")):
        record.add(reading(claim(place=place, **away), name=other))  # type: ignore[arg-type]
        away["day"] = "2021-02-20"
    update(record)
    claims = _claims(record)
    joined = [claims[each][0].id for each in ("c", "d", "e")]
    assert _after(record, judge_same(record, joined, ADA)) == [["a", "b"], ["c", "d", "e"]]
    gone = sorted(joined)[("a", "b", "c").index(name)]
    judge_claims(record, "reject", [gone], ADA)
    left = sorted(each for each in "cde" if claims[each][0].id != gone)
    assert _after(record, judge_claims(record, "accept", [claims["a"][0].id], ADA)) == [["a", "b"], left]
    assert _after(record, judge_undo(record, 2, ADA)) == [["a", "b"], ["c", "d", "e"]]


def test_a_correction_counts_for_all_that_is_derived(filled: Record) -> None:
    (row,) = _claims(filled)["c"]
    judge_correct(filled, row.id, ("killed", {"low": 15.0, "high": 15.0}), ADA)
    day = {"from": "2021-03-06", "to": "2021-03-06"}
    _after(filled, judge_correct(filled, row.id, ("day", day), ADA))
    incident = filled.incidents()[0]
    assert (incident["from"], incident["figures"][0]["best"]["low"]) == ("2021-03-06", 15.0)
    assert filled.article(row.article_id)["claims"] == [row.claim]
    with filled.derived() as tables:
        rulings = Rulings.of(tables)
    first, second = rulings.judged(row.claim)["judged"]
    assert (first["field"], first["was"][0]["low"], first["value"]["low"], first["who"]) == ("killed", 14, 15.0, "Ada")
    assert second["was"]["from"] == "2021-03-05"


def test_a_corrected_place_brings_reports_together(filled: Record) -> None:
    (row,) = _claims(filled)["c"]
    qarrah = {key: value for key, value in _claims(filled)["a"][0].claim["places"][0].items() if key != "reason"}
    judge_correct(filled, row.id, ("place", qarrah), ADA)
    made = judge_correct(filled, row.id, ("day", {"from": "2021-03-02", "to": "2021-03-02"}), ADA)
    assert _after(filled, made) == [["a", "b", "c"]]


def test_judgements_hold_in_any_order_of_arrival(filled: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A record that hears of the judgement first (by the place in the text) comes out the same."""
    shelling, elsewhere = (one["id"] for one in filled.incidents()[::-1])
    judge_same(filled, [shelling, elsewhere], ADA)
    update(filled)
    path = tmp_path_factory.mktemp("other") / "record.db"
    with Record.open(f"sqlite:///{path}") as other:
        for made in filled.judgements():
            other.judge(made)
        readings = {one["id"]: one for one in filled.readings()}
        for name in ("c", "b", "a"):
            mode = {"mode": "heavy-weapons", "day": "2021-03-02", "place": "Qarrah"}
            again = claim(trigger="wounded", injured=30, **mode)  # type: ignore[arg-type]
            claims = {
                "a": (SHELLING, again),
                "b": (SHELLING,),
                "c": (claim(mode="heavy-weapons", place="Deir Sahl", day="2021-03-05", killed=14),),
            }[name]
            made_again = reading(*claims, name=name)
            assert made_again.to_json() == readings[name]
            other.add(made_again)
            update(other)
        assert derived(other) == derived(filled)


UNKNOWN = [
    ("zzz", "no incident or claim 'zzz'"),
    ("", "no incident or claim ''"),
    ("qarrah", "no incident or claim"),
    ("a", "may mean|is an article|no incident"),
]


@pytest.mark.parametrize(("key", "says"), UNKNOWN)
def test_what_is_not_found_is_named(filled: Record, key: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        claims_of(filled, key)


def test_a_slip_in_an_id_is_guessed(filled: Record) -> None:
    wanted = filled.incidents()[0]["id"][:8]
    slip = wanted[:-1] + ("0" if wanted[-1] != "0" else "1")
    with pytest.raises(UsageError, match=f"Did you mean .*{wanted}"):
        claims_of(filled, slip)


def test_one_claim_is_asked_for_where_one_is_wanted(filled: Record) -> None:
    elsewhere, shelling = filled.incidents()
    assert claim_of(filled, elsewhere["id"]) == elsewhere["claims"][0]
    with pytest.raises(UsageError, match=r"holds 3 claims\. Name one of them"):
        claim_of(filled, shelling["id"])


def test_judgements_that_say_nothing_are_refused(filled: Record) -> None:
    elsewhere = filled.incidents()[0]["id"]
    with pytest.raises(UsageError, match="are one claim"):
        judge_same(filled, [elsewhere, elsewhere], ADA)
    with pytest.raises(UsageError, match="no claim would be left"):
        judge_split(filled, elsewhere, [elsewhere], ADA)
    with pytest.raises(UsageError, match=r"no judgement 3.*There are none"):
        judge_undo(filled, 3, ADA)
    made = judge_claims(filled, "accept", [elsewhere], ADA)
    undo = judge_undo(filled, made.number, ADA)
    with pytest.raises(UsageError, match=f"undone already by {undo.number}.*judge undo {undo.number}"):
        judge_undo(filled, made.number, ADA)
    assert filled.judgements()[-1].number == undo.number
