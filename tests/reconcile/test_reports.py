"""Reports: which claims of one article tell of one thing, and what the report keeps of them."""

from __future__ import annotations

import pytest

from dateline.model.claim import Claim
from dateline.model.report import Report
from dateline.reconcile.reports import reports_of
from tests.factories import claim, stored

DAY = "2021-03-02"
TEXT = (
    "Shelling killed 14 people in the market of Qarrah on Tuesday, the local council said. "
    "A raid wounded 30 in Deir Sahl on Wednesday. The war has killed 200000 people."
)
FIRST, SECOND = "2021-03-02", "2021-03-06"


def _attack(trigger: str, **rest: object) -> Claim:
    return claim(text=TEXT, trigger=trigger, **rest)  # type: ignore[arg-type]


TOGETHER: list[tuple[str, list[Claim], int]] = [
    ("one place and day", [_attack("Shelling", place="Qarrah", day=FIRST), _attack("killed", place="Qarrah")], 1),
    ("nothing but closeness", [_attack("Shelling"), _attack("killed")], 1),
    (
        "two days",
        [_attack("Shelling", place="Qarrah", day=FIRST), _attack("raid", place="Qarrah", day=SECOND)],
        2,
    ),
    ("two kinds", [_attack("Shelling"), claim("PROTEST", text=TEXT, trigger="raid")], 2),
    ("planned and done", [_attack("Shelling", place="Qarrah"), _attack("raid", place="Qarrah", aux="future")], 2),
    ("an attack and the toll of a war", [_attack("killed", killed=14), _attack("raid", killed=200000)], 2),
    ("two tolls of one speaker", [_attack("killed", killed=14), _attack("wounded", killed=30)], 2),
    (
        "two tolls of two speakers",
        [_attack("killed", killed=14, place="Qarrah"), _attack("raid", killed=30, place="Qarrah", sources=["council"])],
        1,
    ),
    ("fighting is no attack", [_attack("Shelling"), claim(text=TEXT.replace("raid", "battle"), trigger="battle")], 2),
]


@pytest.mark.parametrize(("_why", "claims", "count"), TOGETHER)
def test_how_many_reports(_why: str, claims: list[Claim], count: int) -> None:
    text = TEXT.replace("raid", "battle") if _why.startswith("fighting") else TEXT
    found = reports_of(stored(*claims, text=text))
    assert len(found) == count
    assert sum(len(each.claim_ids) for each in found) == len(claims)


def test_a_report_keeps_places_days_tolls_and_origins() -> None:
    rows = stored(
        claim(place="Qarrah", day=DAY, killed=14, sources=["The local council"]),
        claim(trigger="wounded", place="Qarrah", day=DAY, injured=30),
        publisher="The Post",
    )
    (report,) = reports_of(rows)
    assert [spot.name for spot in report.spots] == ["Qarrah"]
    assert report.spots[0].weight == 2.0
    assert [(days.first.isoformat(), days.weight) for days in report.days] == [(DAY, 2.0)]
    assert [(toll.measure, toll.low) for toll in report.tolls] == [("injured", 30), ("killed", 14)]
    assert [[origin.name for origin in each] for each in report.origins] == [["local council"], ["The Post"]]
    assert report.voice is not None
    assert report.voice.name == "The Post"


def test_a_report_comes_back_from_its_json() -> None:
    rows = stored(claim(place="Qarrah", day=DAY, killed=(15, None), sources=["The local council"]))
    for report in reports_of(rows):
        assert Report.from_json(report.to_json()) == report


def test_a_sum_over_weeks_is_no_incident() -> None:
    (row,) = stored(claim(place="Qarrah", day=("2021-02-20", "2021-03-02"), killed=75))
    row.claim["time"]["rule"] = "duration"
    (report,) = reports_of([row])
    assert report.lasting
    row.claim["time"]["rule"] = "calendar"  # "last week" may be a day of it
    assert not reports_of([row])[0].lasting


def test_a_second_strike_is_another_one() -> None:
    text = (
        "A strike hit a bakery in Qarrah on Tuesday. A second strike hit a school in Qarrah and killed 11 people there."
    )
    first, second, toll = (
        claim(text=text, trigger=trigger, evidence=evidence, place="Qarrah", day=DAY)
        for trigger, evidence in (
            ("hit", "A strike hit a bakery in Qarrah on Tuesday"),
            ("strike hit a school", "A second strike hit a school in Qarrah and killed 11 people"),
            ("killed", "A second strike hit a school in Qarrah and killed 11 people"),
        )
    )
    found = reports_of(stored(first, second, toll, text=text))
    assert sorted(len(each.claim_ids) for each in found) == [1, 2]
