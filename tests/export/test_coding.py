"""Sides, kinds of violence and tolls, only as far as the claims tell."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.export.coding import article_heads, country_name, days, province, toll, violence
from dateline.model.grounded import Actor
from tests.export.made import HEAD, SHELLING, figure, incident
from tests.factories import claim, stored

WHO = "The Fourth Army"
WHOM = "14 people"


def _between(first: str | None, second: str | None, kind: str = "body") -> int | None:
    who = [Actor(WHO, "SYR", first, kind)] if first != "nobody" else []
    whom = [Actor(WHOM, "SYR", second, "group")] if second != "nobody" else []
    return violence(incident(*stored(claim(who=who, whom=whom))))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("MIL", "REB", 1),
        ("REB", "GOV", 1),
        ("MIL", "MIL", 1),
        ("REB", "REB", 2),
        ("MIL", "CVL", 3),
        ("REB", "HLH", 3),
        ("UAF", "CVL", None),
        (None, "CVL", None),
        ("MIL", None, None),
        ("CVL", "MIL", None),
        ("nobody", "CVL", None),
        ("MIL", "nobody", None),
    ],
)
def test_the_kind_of_violence_follows_from_the_sectors_or_is_empty(
    first: str | None, second: str | None, kind: int | None
) -> None:
    assert _between(first, second) == kind


def test_weapons_are_no_side() -> None:
    assert _between("MIL", "CVL", kind="thing") is None


def test_a_mixed_side_gives_no_kind() -> None:
    whom = [Actor(WHOM, "SYR", "CVL", "group"), Actor("about 200 families", "SYR", "REB", "group")]
    assert violence(incident(*stored(claim(who=[Actor(WHO, "SYR", "MIL", "body")], whom=whom)))) is None


@pytest.mark.parametrize(
    ("best", "around", "wanted"),
    [
        (14, (11, 14), {"best": 14, "low": 11, "high": 14}),
        ((45, None), (45, None), {"best": 45, "low": 45, "high": None}),
        ((None, 150), (150, 150), {"best": 150, "low": 150, "high": 150}),
        ((27.0, 33.0), None, {"best": 27, "low": 27, "high": 33}),
        ((float("nan"), float("inf")), None, {"best": None, "low": None, "high": None}),
    ],
)
def test_the_toll_is_the_lower_bound_of_what_most_say(best: Any, around: Any, wanted: dict[str, Any]) -> None:  # noqa: ANN401
    assert toll(incident(figures=[figure("injured", 3), figure("killed", best, around)]).incident) == wanted


def test_without_killed_there_is_no_toll() -> None:
    assert toll(incident(figures=[figure("injured", 3)]).incident) == {}


def test_each_article_has_one_head() -> None:
    assert article_heads(incident(*stored(SHELLING, SHELLING, **HEAD))) == [
        ("The Post", "2021-03-03", "Shells on Qarrah")
    ]


def test_names_of_countries_and_provinces() -> None:
    assert (country_name("SYR"), country_name("QQQ"), country_name(None)) == ("Syria", "QQQ", None)
    assert province({"name": "Homs", "precision": "admin1"}) == "Homs"
    assert province({"name": "Qarrah", "precision": "settlement"}) is None
    assert province({"name": "Qarrah", "admin": [{"level": 1, "name": "Homs", "code": None}]}) == "Homs"


def test_days_are_counted_with_both_ends() -> None:
    assert days({"from": "2021-03-01", "to": "2021-03-02"}) == 2
    assert days({"from": None, "to": None}) is None
