"""Keys: which reports are compared at all."""

from __future__ import annotations

import pytest

from dateline.model.grounded import Place
from dateline.model.report import Report
from dateline.reconcile.blocks import keys
from dateline.reconcile.reports import reports_of
from tests.factories import claim, stored

DAY = "2021-03-02"
COUNTRY = Place("Qarrah", "SYR", 35.0, 38.5, "country", 245.0, "iso:SYR")
PROVINCE = Place("Qarrah", "SYR", 34.4, 37.0, "admin1", 80.0, "geonames:1")
NEAR = Place("Deir Sahl", "SYR", 34.3, 36.8, "settlement", 5.0, "geonames:2")
FAR = Place("Deir Sahl", "SYR", 36.9, 41.0, "settlement", 5.0, "geonames:3")
UNKNOWN = Place("Deir Sahl")


def _report(**rest: object) -> Report:
    (made,) = reports_of(stored(claim(**rest), published=rest.pop("published", "2021-03-03")))  # type: ignore[arg-type]
    return made


def _meet(one: Report, other: Report) -> bool:
    a, b = keys(one), keys(other)
    return bool(a.own & b.own or a.own & b.inner or a.inner & b.own)


HERE = _report(place="Qarrah", day=DAY)
MEET = [
    ("one place and day", _report(place="Qarrah", day=DAY), True),
    ("the day after", _report(place="Qarrah", day="2021-03-03"), True),
    ("a week later", _report(place="Qarrah", day="2021-03-09"), False),
    ("the next village", _report(place=NEAR, day=DAY), True),
    ("far away", _report(place=FAR, day=DAY), False),
    ("its province", _report(place=PROVINCE, day=DAY), True),
    ("its country", _report(place=COUNTRY, day=DAY), True),
    ("no day: news of the day before", _report(place="Qarrah"), True),
    ("a place that nobody knows", _report(place=UNKNOWN, day=DAY), False),
    ("another kind", _report(event="PROTEST", place="Qarrah", day=DAY), False),
    ("planned", _report(aux="future", place="Qarrah", day=DAY), False),
]


@pytest.mark.parametrize(("_why", "other", "expected"), MEET)
def test_which_reports_meet(_why: str, other: Report, expected: bool) -> None:  # noqa: FBT001 (a case's outcome)
    assert _meet(HERE, other) is expected
    assert _meet(other, HERE) is expected


def test_two_towns_do_not_meet_through_their_country() -> None:
    assert keys(HERE).inner & keys(_report(place=FAR, day=DAY)).inner
    assert not _meet(HERE, _report(place=FAR, day=DAY))


def test_what_is_never_joined_has_no_keys() -> None:
    for report in (_report(event="STATEMENT", place="Qarrah", day=DAY), _report(day=("2020-01-01", "2021-03-01"))):
        assert not keys(report).own or report.family == "attack"
    assert keys(_report(event="STATEMENT", place="Qarrah", day=DAY)) == (frozenset(), frozenset())


def test_a_report_has_few_keys() -> None:
    """The cost of an article is in the number of keys that are looked up."""
    assert len(keys(HERE).own) <= 30
    assert len(keys(_report(place=PROVINCE, day=DAY)).own) <= 60
