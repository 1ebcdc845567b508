"""Distances and directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ground.places_geo import kilometres, offset


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 1), 111.2),
        ((36.2, 37.16), (33.51, 36.29), 309.5),
        ((0, 179.5), (0, -179.5), 111.2),
    ],
)
def test_distances_on_the_sphere(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert kilometres(*a, *b) == pytest.approx(km, rel=0.005, abs=0.01)


@given(
    st.floats(-70, 70), st.floats(-179, 179), st.floats(0, 500), st.sampled_from([0, 45, 90, 135, 180, 225, 270, 315])
)
def test_an_offset_lies_at_its_distance(lat: float, lon: float, km: float, bearing: float) -> None:
    assert kilometres(lat, lon, *offset(lat, lon, km=km, bearing=bearing)) == pytest.approx(km, abs=0.01)


def test_south_is_down_and_east_is_right() -> None:
    south, east = offset(35.0, 44.0, km=30, bearing=180), offset(35.0, 44.0, km=30, bearing=90)
    assert south == pytest.approx((34.73, 44.0), abs=0.01)
    assert east == pytest.approx((35.0, 44.33), abs=0.01)
