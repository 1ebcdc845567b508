"""The days of holidays, against days that calendars print."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.ground.when_feasts import feast_days


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2016, "2016-03-27"),
        ("easter", 2019, "2019-04-21"),
        ("orthodox easter", 2016, "2016-05-01"),
        ("orthodox easter", 2019, "2019-04-28"),
        ("orthodox palm sunday", 2019, "2019-04-21"),
        ("ash wednesday", 2016, "2016-02-10"),
        ("pentecost", 2016, "2016-05-15"),
        ("thanksgiving", 2016, "2016-11-24"),
        ("labor day", 2016, "2016-09-05"),
        ("memorial day", 2016, "2016-05-30"),
        ("women's day", 2016, "2016-03-08"),
    ],
)
def test_a_holiday_has_its_day(name: str, year: int, day: str) -> None:
    (days,) = feast_days(year, name)
    assert (days.start.isoformat(), days.end.isoformat(), days.value) == (day, day, day)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ramadan", "2014-06-28"),
        ("ramadan", "2016-06-06"),
        ("ramadan", "2020-04-24"),
        ("ramadan", "2024-03-11"),
        ("eid al-fitr", "2016-07-06"),
        ("eid al-adha", "2016-09-12"),
        ("eid al-adha", "2023-06-28"),
        ("ashura", "2016-10-11"),
    ],
)
def test_an_islamic_day_is_right_to_the_day_before_or_after(name: str, day: str) -> None:
    announced = date.fromisoformat(day)
    (days,) = feast_days(announced.year, name)
    assert abs((days.start - announced).days) <= 1


def test_an_islamic_day_can_come_twice_in_a_year() -> None:
    assert [days.start.month for days in feast_days(2030, "ramadan")] == [1, 12]


@pytest.mark.parametrize("year", [2, 600, 622, 9998])
def test_far_years_do_not_fail(year: int) -> None:
    for name in ("easter", "eid", "thanksgiving", "orthodox easter", "no such day"):
        assert all(days.start <= days.end for days in feast_days(year, name))
