"""Names for the map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.labels import Box, gazetteer, halves, labels, turned

SYRIA = (35.5, 32.0, 42.5, 37.5)
WORLD = (-200.0, -60.0, 200.0, 80.0)


def test_from_afar_countries_are_named() -> None:
    names = {label.name for label in labels(gazetteer(), WORLD, 1.0)}
    assert {"China", "India", "Brazil"} <= names
    assert "Aleppo" not in names


def test_zoomed_in_towns_are_named_the_larger_first() -> None:
    found = labels(gazetteer(), SYRIA, 6.0)
    assert [label.country for label in found] == [False] * len(found)
    assert {"Aleppo", "Damascus", "Homs"} <= {label.name for label in found}
    assert [label.name for label in found].index("Aleppo") < 5
    assert len(found) <= 60


def test_a_label_is_a_point_with_its_name() -> None:
    (aleppo,) = (label for label in labels(gazetteer(), SYRIA, 7.0) if label.name == "Aleppo")
    point = aleppo.to_json()
    assert point["geometry"]["coordinates"] == [pytest.approx(37.16, abs=0.02), pytest.approx(36.2, abs=0.02)]
    assert point["properties"] == {"name": "Aleppo", "country": False}


def test_a_map_over_the_antimeridian_names_both_sides() -> None:
    names = {label.name for label in labels(gazetteer(), (170.0, -25.0, 195.0, -10.0), 5.0)}
    assert "Suva" in names
    assert labels(gazetteer(), (-190.0, -25.0, -165.0, -10.0), 5.0) == labels(
        gazetteer(), (170.0, -25.0, 195.0, -10.0), 5.0
    )


@pytest.mark.parametrize(
    ("box", "parts"),
    [
        ((10.0, 0.0, 20.0, 5.0), ((10.0, 0.0, 20.0, 5.0),)),
        ((370.0, 0.0, 380.0, 5.0), ((10.0, 0.0, 20.0, 5.0),)),
        ((170.0, 0.0, 190.0, 5.0), ((170.0, 0.0, 180.0, 5.0), (-180.0, 0.0, -170.0, 5.0))),
        (WORLD, ((-180.0, -60.0, 180.0, 80.0),)),
    ],
)
def test_boxes_do_not_cross_the_antimeridian(box: Box, parts: tuple[Box, ...]) -> None:
    assert halves(box) == parts


@given(st.floats(-1e6, 1e6))
def test_a_longitude_is_turned_into_one_turn(longitude: float) -> None:
    assert -180 <= turned(longitude) <= 180
