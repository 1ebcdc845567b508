"""What stands beside an incident in a record: a plan, its fulfilment, and what was known of them by a day."""

from __future__ import annotations

from dateline.incorporate.kept import incidents_of
from dateline.incorporate.relations import relations
from dateline.incorporate.update import update
from dateline.store.record import Record
from tests.factories import claim, reading

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
