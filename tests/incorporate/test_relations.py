"""Denials and plans beside an incident: looking at few incidents misses none."""

from __future__ import annotations

import pytest

from dateline.incorporate.kept import incidents_of
from dateline.incorporate.relations import relations
from dateline.incorporate.update import update
from dateline.model.grounded import Place
from dateline.reconcile.related import related
from dateline.store.record import Record
from tests.factories import article, claim, reading
from tests.incorporate.made import war


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_that_are_related_are_found(record: Record, seed: int) -> None:
    for each in war(seed, 25):
        record.add(each)
    update(record)
    incidents = incidents_of(record, record.incidents())
    number = 0
    for one in incidents:
        known = {(other.id, how.kind) for other in incidents if (how := related(one, other))}
        assert {(how.incident_id, how.kind) for how, _ in relations(record, one)} == known
        number += len(known)
    assert number > 0


WHERE = [
    (Place("Qarrah", "SYR", 34.15, 36.75, "settlement", 5.0, "geonames:900001"), ["denied by"]),
    (Place("Wasil province", "SYR", 34.6, 36.8, "admin1", 60.0, "geonames:900004"), ["denied by"]),
    (Place("Tel Rahal", "SYR", 36.9, 40.1, "settlement", 5.0, "geonames:900009"), []),
    (Place("Tel Omar"), []),
]


@pytest.mark.parametrize(("place", "kinds"), WHERE, ids=[place.name for place, _ in WHERE])
def test_a_denial_counts_where_it_may_be_of_the_same_place(record: Record, place: Place, kinds: list[str]) -> None:
    told = f"Jets bombed Qarrah on Tuesday. Nobody bombed {place.name} on Tuesday."
    first, second = told.split(". ")
    record.add(
        reading(
            claim(text=told, trigger="bombed", evidence=first, mode="aerial", place="Qarrah", day="2021-03-02"),
            of=article(told, name="attack", publisher="The Post"),
        )
    )
    record.add(
        reading(
            claim(
                text=told,
                trigger="bombed",
                evidence=second,
                mode="aerial",
                place=place,
                day="2021-03-02",
                aux="negation",
            ),
            of=article(told, name="denial", publisher="The Echo"),
        )
    )
    update(record)
    (attack,) = incidents_of(record, [each for each in record.incidents() if each["status"] == "happened"])
    assert [how.kind for how, _ in relations(record, attack)] == kinds


PLAN = claim("MOVE", mode="evacuate", place="Qarrah", day="2021-03-05", aux="future")
DONE = claim("MOVE", mode="evacuate", place="Qarrah", day="2021-03-05")
FAILED = claim("MOVE", mode="evacuate", place="Qarrah", day="2021-03-05", aux="negation")


def test_a_plan_stands_beside_what_became_of_it_as_far_as_that_is_known(record: Record) -> None:
    for number, one in enumerate((PLAN, DONE, FAILED)):
        record.add(reading(one, name=str(number), published=f"2021-03-0{3 + 2 * number}"))
    update(record)
    incidents = incidents_of(record, record.incidents())
    plan = next(one for one in incidents if one.status == "future")
    assert sorted(relation.kind for relation, _ in relations(record, plan)) == ["came to nothing", "fulfilled by"]
    failed = next(one for one in incidents if one.status == "negation")
    assert "planned as" in {relation.kind for relation, _ in relations(record, failed)}
    early = [one for one in incidents if one.status != "negation"]
    assert [relation.kind for relation, _ in relations(record, plan, among=early)] == ["fulfilled by"]
