"""GeoJSON, opened by GeoPandas, and held to RFC 7946 member by member."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import geopandas
import pytest

from dateline.export.claim_rows import claim_table
from dateline.export.columns import NUMBER, Column, Table
from dateline.export.geojson import point, write_geojson
from dateline.export.incident_rows import incident_table
from tests.export.made import incident, rows


def _text(table: Table) -> str:
    out = io.StringIO(newline="")
    write_geojson(table, out)
    return out.getvalue()


def _json(table: Table) -> Any:  # noqa: ANN401 (what json gives)
    return json.loads(_text(table), parse_constant=pytest.fail)


def test_it_is_a_collection_of_features_with_a_point_or_null() -> None:
    made = _json(claim_table(rows()))
    assert set(made) == {"type", "features"}
    assert made["type"] == "FeatureCollection"
    located, nowhere = made["features"]
    assert set(located) == {"type", "id", "geometry", "properties"}
    assert (located["type"], located["id"]) == ("Feature", rows()[0].id)
    assert located["geometry"] == {"type": "Point", "coordinates": [36.75, 34.15]}
    assert nowhere["geometry"] is None
    said = located["properties"]
    assert (said["radius_km"], said["precision"], said["killed_low"]) == (5, "settlement", 14)
    assert (said["from"], said["published"], said["mode"], said["aux"]) == (
        "2021-03-01",
        "2021-03-03",
        "heavy-weapons",
        None,
    )
    assert {"lat", "lon"}.isdisjoint(said)


def test_geopandas_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.geojson"
    path.write_text(_text(claim_table(rows())), encoding="utf-8")
    frame = geopandas.read_file(path)
    assert str(frame.crs) == "EPSG:4326"
    assert [shape and (shape.x, shape.y) for shape in frame.geometry] == [(36.75, 34.15), None]
    assert frame["event"].tolist() == ["ASSAULT", "MOVE"]
    assert frame["radius_km"].tolist()[0] == 5


def test_incidents_have_their_place_too() -> None:
    (feature,) = _json(incident_table([incident(*rows())]))["features"]
    assert feature["id"] == "0123456789abcdef"
    assert feature["geometry"]["coordinates"] == [36.75, 34.15]
    assert feature["properties"]["killed_disagree"] is None


def test_an_empty_collection_is_one_too() -> None:
    assert _json(claim_table([])) == {"type": "FeatureCollection", "features": []}


def test_notes_are_a_member_of_the_collection() -> None:
    assert _json(claim_table([], notes=('Told "so".', "Ü")))["notes"] == ['Told "so".', "Ü"]


@pytest.mark.parametrize(
    ("lat", "lon", "wanted"),
    [
        (34.15, 36.75, (36.75, 34.15)),
        (-90, 180, (180, -90)),
        (0, 0, (0, 0)),
        (91, 0, None),
        (0, -181, None),
        (None, 3, None),
        (3, None, None),
        (float("nan"), 3, None),
        (3, float("inf"), None),
    ],
)
def test_a_point_lies_on_the_globe(lat: float | None, lon: float | None, wanted: tuple[float, float] | None) -> None:
    assert point({"lat": lat, "lon": lon}) == wanted


def test_no_number_that_is_not_finite_is_written() -> None:
    columns = (Column("id", ""), Column("n", "", NUMBER))
    made = _json(Table("t", columns, [{"id": "a", "n": float("nan")}, {"id": "b", "n": float("-inf")}]))
    assert [one["properties"] for one in made["features"]] == [{"id": "a", "n": None}, {"id": "b", "n": None}]
