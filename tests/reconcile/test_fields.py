"""Fields: values with their origins, and where origins contradict each other."""

from __future__ import annotations

import pytest

from dateline.model.grounded import Actor, Place
from dateline.model.report import Origin
from dateline.reconcile.fields import Saying, fields_of
from tests.factories import claim, stored

FAR = Place("Deir Sahl", "SYR", 36.9, 41.0, "settlement", 5.0, "geonames:3")
QUARTER = Place("Deir Sahl", "SYR", 34.15, 36.75, "settlement", 5.0, "geonames:900001")


def _saying(origin: str, **rest: object) -> Saying:
    (row,) = stored(claim(**rest))  # type: ignore[arg-type]
    return Saying(row.claim, (Origin(origin, origin, "speaker"),))


def test_a_value_counts_its_origins_once() -> None:
    (field,) = fields_of([_saying("a", place="Qarrah"), _saying("a", place="Qarrah"), _saying("b", place="Qarrah")])
    assert (field.name, [(value.text, value.origins) for value in field.values]) == ("place", [("Qarrah", ("a", "b"))])


DIFFER = [
    ("places far apart", "place", _saying("a", place="Qarrah"), _saying("b", place=FAR), True),
    ("two names of one place", "place", _saying("a", place="Qarrah"), _saying("b", place=QUARTER), False),
    ("one origin changes its mind", "place", _saying("a", place="Qarrah"), _saying("a", place=FAR), False),
    ("days", "day", _saying("a", day="2021-03-02"), _saying("b", day="2021-03-05"), True),
    ("a day beside the next", "day", _saying("a", day="2021-03-02"), _saying("b", day="2021-03-03"), False),
    (
        "who did it",
        "actor",
        _saying("a", who=[Actor("Fourth Army", "SYR", "MIL")]),
        _saying("b", who=[Actor("The Fourth Army", "RUS", "MIL")]),
        True,
    ),
]


@pytest.mark.parametrize(("_why", "name", "one", "other", "expected"), DIFFER)
def test_disagree(_why: str, name: str, one: Saying, other: Saying, expected: bool) -> None:  # noqa: FBT001 (an outcome)
    found = {field.name: field for field in fields_of([one, other])}
    assert found[name].disagree is expected
