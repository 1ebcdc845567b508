"""Claims as rows: stable columns, and a value for each that a claim has."""

from __future__ import annotations

from datetime import date

from dateline.export.claim_rows import COLUMNS, claim_table, claim_values, interval, name_of
from dateline.model.codebook import MEASURES
from dateline.model.grounded import Division, Place
from tests.export.made import SHELLING
from tests.factories import claim, stored

NAMES = tuple(column.name for column in COLUMNS)


def test_the_columns_are_stable() -> None:
    assert NAMES[:6] == ("claim", "article", "title", "publisher", "published", "url")
    assert NAMES[-8:-4] == ("figures", "sources", "trigger", "evidence")
    assert NAMES[-4:] == ("admin1", "admin1_code", "admin2", "admin2_code")
    assert {f"{measure}_{edge}" for measure in MEASURES for edge in ("low", "high")} < set(NAMES)
    assert len(NAMES) == len(set(NAMES))
    assert all(column.meaning for column in COLUMNS)


def test_every_value_has_its_column() -> None:
    (row,) = stored(SHELLING)
    assert set(claim_values(row)) <= set(NAMES)


def test_of_several_figures_the_columns_hold_the_largest_and_the_list_all() -> None:
    (row,) = stored(claim(killed=14))
    row.claim["figures"].append(row.claim["figures"][0] | {"low": 3, "high": 3, "who": "children"})
    values = claim_values(row)
    assert (values["killed_low"], values["killed_high"]) == (14, 14)
    assert values["figures"] == "killed 14; killed 3 children"


def test_days_are_days_and_divisions_have_their_columns() -> None:
    admin = (Division(1, "Homs", "SY04"), Division(2, "Qarrah East", "SY0409"), Division(3, "Old Qarrah", "SY040901"))
    place = Place("Qarrah", "SYR", 34.15, 36.75, "settlement", 5.0, "geonames:900001", admin=admin)
    (row,) = stored(claim(place=place, day="2021-03-02"))
    values = claim_values(row)
    assert (values["from"], values["to"]) == (date(2021, 3, 2), date(2021, 3, 2))
    assert [values[key] for key in NAMES[-4:]] == ["Homs", "SY04", "Qarrah East", "SY0409"]


def test_an_interval_shows_which_bound_is_missing() -> None:
    cases = [(61, 61, "61"), (27, 33, "27..33"), (45, None, "45.."), (None, 150, "..150"), (0.5, float("inf"), "0.5..")]
    assert [interval(low, high) for low, high, _ in cases] == [text for _, _, text in cases]


def test_a_pronoun_is_told_by_what_it_points_back_to() -> None:
    assert name_of({"text": "they", "antecedent": {"text": "the guards"}}) == "the guards"
    assert name_of({"text": "they"}) == "they"


def test_only_coarse_rows_have_the_column_that_tells_so() -> None:
    assert claim_table([]).names == NAMES
    assert claim_table([], coarse=True).names == (*NAMES, "coarse")
