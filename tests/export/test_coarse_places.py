"""No village can be found from a coarse place: neither by its name, nor its id, nor its point."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.coarse_places import GRID, LEAST_RADIUS, coarse_place, is_fine
from dateline.model.codebook import PRECISIONS
from tests.factories import claim, stored

HOMS = {"level": 1, "name": "Homs", "code": "SY04"}
EAST = {"level": 2, "name": "Qarrah East", "code": "SY0409"}
SUBDISTRICT = {"level": 3, "name": "Old Qarrah", "code": "SY040901"}


def _place(**rest: Any) -> dict[str, Any]:  # noqa: ANN401 (members of the JSON)
    (row,) = stored(claim(place="Qarrah"))
    return {**row.claim["places"][0], **rest}


def test_a_district_or_province_takes_the_place_of_the_village() -> None:
    coarse = coarse_place(_place(admin=[SUBDISTRICT, EAST, HOMS]))
    assert coarse == {
        "role": "at",
        "country": "SYR",
        "precision": "admin2",
        "name": "Qarrah East",
        "lat": None,
        "lon": None,
        "radius_km": None,
        "id": None,
        "admin": [HOMS, EAST],
    }
    assert coarse_place(_place(admin=[HOMS]))["precision"] == "admin1"


def test_the_province_as_parent_does_so_too() -> None:
    coarse = coarse_place(_place(parent={"name": "Homs", "id": "geonames:SY.11"}))
    assert (coarse["name"], coarse["precision"], coarse["lat"]) == ("Homs", "admin1", None)


@pytest.mark.parametrize("parent", [None, {"name": "Qarrah", "id": "geonames:900001"}, {"name": "Qarrah", "id": None}])
def test_else_it_is_a_point_of_a_grid_without_a_name(parent: dict[str, Any] | None) -> None:
    coarse = coarse_place(_place(parent=parent, precision="neighbourhood"))
    assert (coarse["name"], coarse["id"], coarse["precision"]) == (None, None, "region")
    assert (coarse["lat"], coarse["lon"], coarse["radius_km"]) == (34.0, 37.0, LEAST_RADIUS)
    assert "Qarrah" not in json.dumps(coarse)


@pytest.mark.parametrize("precision", ["admin2", "admin1", "country"])
def test_what_is_wide_already_stays(precision: str) -> None:
    wide = _place(precision=precision, radius_km=30.0, admin=[HOMS, EAST, SUBDISTRICT], reason="as it says")
    coarse = coarse_place(wide)
    assert {key: coarse[key] for key in ("name", "lat", "lon", "id", "radius_km")} == {
        key: wide[key] for key in ("name", "lat", "lon", "id", "radius_km")
    }
    assert coarse["admin"] == [HOMS, EAST]
    assert {"text", "reason"}.isdisjoint(coarse)


@pytest.mark.parametrize("radius", [None, 5.0, float("nan")])
def test_a_point_that_may_be_a_villages_is_not_that_of_a_district(radius: float | None) -> None:
    coarse = coarse_place(_place(precision="admin2", radius_km=radius))
    assert [coarse[key] for key in ("name", "lat", "lon", "radius_km")] == ["Qarrah", None, None, None]


@pytest.mark.parametrize("lat", [None, float("nan"), 200])
def test_a_place_without_a_point_is_left_out(lat: float | None) -> None:
    coarse = coarse_place(_place(lat=lat, precision=None))
    assert [coarse[key] for key in ("name", "lat", "lon", "precision")] == [None] * 4


def test_whatever_is_not_known_to_be_wide_is_fine() -> None:
    fine = [precision for precision in (*PRECISIONS, None) if is_fine({"precision": precision})]
    assert fine == ["exact", "neighbourhood", "settlement", "region", None]


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), radius=st.floats(0, 500), far=st.floats(0, 1))
def test_the_circle_holds_the_place_and_the_point_lies_on_the_grid(
    lat: float, lon: float, radius: float, far: float
) -> None:
    coarse = coarse_place(_place(lat=lat, lon=lon, radius_km=radius))
    assert (coarse["lat"] % GRID, coarse["lon"] % GRID) == (0, 0)
    assert abs(coarse["lat"]) <= 90
    assert abs(coarse["lon"]) <= 180
    assert _km(lat, lon, coarse["lat"], coarse["lon"]) + radius * far <= coarse["radius_km"]


@given(lat=st.floats(-80, 80), lon=st.floats(-170, 170), radius=st.floats(0, 20))
def test_all_towns_of_a_cell_look_alike(lat: float, lon: float, radius: float) -> None:
    coarse = coarse_place(_place(lat=lat, lon=lon, radius_km=radius))
    middle = coarse_place(_place(lat=coarse["lat"], lon=coarse["lon"], radius_km=5))
    assert coarse == middle


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance on a sphere."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon - other_lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
