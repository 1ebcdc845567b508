"""First-level divisions."""

from __future__ import annotations

import pytest

from dateline.lexicon.admin1 import admin1
from dateline.lexicon.countries import countries
from dateline.text.fold import fold_name


@pytest.mark.parametrize(
    ("country", "count"), [("SYR", 14), ("IRQ", 19), ("UKR", 27), ("USA", 51), ("AFG", 34), ("NGA", 37), ("PSE", 2)]
)
def test_a_listed_country_has_all_its_divisions(country: str, count: int) -> None:
    assert len(admin1()[country]) == count


def test_divisions_belong_to_known_countries() -> None:
    assert set(admin1()) <= set(countries())


def test_a_name_stands_for_one_division_of_its_country() -> None:
    doubled = []
    for country, rows in admin1().items():
        owners: dict[str, str] = {}
        for row in rows:
            doubled += [(country, n) for n in row.names if owners.setdefault(fold_name(n), row.name) != row.name]
    assert doubled == []


def test_every_division_has_a_seat_and_sane_points() -> None:
    rows = [row for each in admin1().values() for row in each]
    assert all(row.seat for row in rows)
    assert all(abs(row.point[0]) <= 90 and abs(row.point[1]) <= 180 for row in rows if row.point)
