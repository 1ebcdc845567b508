"""Plans and what became of them, denials and what they deny."""

from __future__ import annotations

import pytest

from dateline.model.grounded import Place
from dateline.reconcile.incident import Incident
from dateline.reconcile.related import related
from tests.factories import claim, stored
from tests.grouped import group

FAR = Place("Deir Sahl", "SYR", 36.9, 41.0, "settlement", 5.0, "geonames:3")
NEXT = Place("Qarrah", "SYR", 34.2, 36.8, "neighbourhood", 15.0)


def _incident(*, published: str = "2021-03-03", **rest: object) -> Incident:
    (made,) = group(stored(claim(**rest), published=published))  # type: ignore[arg-type]
    return made


HAPPENED = _incident(place="Qarrah", day="2021-03-02")
DENIED = _incident(place="Qarrah", day="2021-03-02", aux="negation")
PLANNED = _incident(place="Qarrah", aux="future", published="2021-02-20")

KINDS = [
    ("a denial", HAPPENED, DENIED, "denied by"),
    ("what it denies", DENIED, HAPPENED, "denies"),
    ("a plan", HAPPENED, PLANNED, "planned as"),
    ("its fulfilment", PLANNED, HAPPENED, "fulfilled by"),
    ("its failure", PLANNED, DENIED, "came to nothing"),
    ("what did not come about", DENIED, PLANNED, "planned as"),
    ("a denial elsewhere", HAPPENED, _incident(place=FAR, day="2021-03-02", aux="negation"), None),
    ("a denial of another day", HAPPENED, _incident(place="Qarrah", day="2021-02-20", aux="negation"), None),
    ("a plan told afterwards", HAPPENED, _incident(place="Qarrah", aux="future", published="2021-03-20"), None),
    ("a plan for another day", HAPPENED, _incident(place="Qarrah", aux="future", day="2021-04-20"), None),
    ("another kind", HAPPENED, _incident(event="PROTEST", place="Qarrah", day="2021-03-02", aux="negation"), None),
    ("two that happened", HAPPENED, _incident(place="Qarrah", day="2021-03-01"), None),
    ("no place", HAPPENED, _incident(day="2021-03-02", aux="negation"), None),
]


@pytest.mark.parametrize(("_why", "one", "other", "kind"), KINDS)
def test_related(_why: str, one: Incident, other: Incident, kind: str | None) -> None:
    found = related(one, other)
    assert (found.kind if found else None) == kind


def test_the_reason_is_told() -> None:
    found = related(HAPPENED, DENIED)
    assert found is not None
    assert found.to_json() == {
        "incident": DENIED.id,
        "kind": "denied by",
        "reason": "both in Qarrah; both around 2021-03-02",
    }
