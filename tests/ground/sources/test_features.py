"""COD-AB, Who's On First and Overture: GeoJSON of each, read from files in exactly its form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ground.sources.features import middle
from dateline.ground.sources.records import SourcePoint, Step
from dateline.ground.sources.steps import read_steps
from tests.ground import made


def read(*paths: Path) -> Step:
    (step,) = read_steps({path: path.name for path in paths})
    return step


def by_reference(step: Step) -> dict[str, SourcePoint]:
    return {each.reference: each for each in step.points}


def test_cod_ab_gives_divisions_with_p_codes_in_both_spellings_of_its_columns(tmp_path: Path) -> None:
    step = read(*made.cod_ab(tmp_path))
    found = by_reference(step)
    assert (step.id, step.as_of) == ("cod-ab:SYR", "2025-01-31")
    assert {each.code: (each.name, each.kind) for each in found.values()} == {
        "SY02": ("Aleppo", "admin1"),
        "SY0200": ("Jebel Saman", "admin2"),
        "SY0299": ("Zirr", "admin2"),
    }
    assert ("حلب", False) in found["pcode:SY02"].names
    assert ("جبل سمعان", False) in found["pcode:SY0200"].names
    assert (found["pcode:SY0200"].lat, found["pcode:SY0200"].lon) == (36.2, 37.15)  # the centre that it gives


def test_cod_ab_gives_bounds_with_the_whole_path(tmp_path: Path) -> None:
    areas = {area.place: area for area in read(*made.cod_ab(tmp_path)).areas}
    assert areas["pcode:SY0299"].path == ((1, "Aleppo", "SY02"), (2, "Zirr", "SY0299"))
    assert [len(areas[place].rings) for place in ("pcode:SY02", "pcode:SY0200", "pcode:SY0299")] == [1, 1, 2]


def test_lines_and_points_beside_the_bounds_and_divisions_given_twice_are_left_out(tmp_path: Path) -> None:
    line = made.COD_LOWER[0] | {"geometry": {"type": "LineString", "coordinates": [[37, 36], [38, 36]]}}
    other = made.collection(tmp_path / "b" / "roads.geojson", [made.feature({"name": "a road"}, "Point", [37, 36])])
    made.collection(tmp_path / "b" / "adm2.geojson", [*made.COD_LOWER, made.COD_LOWER[0], line])
    step = read(other.parent)
    assert step.left_out == {"lines and points of divisions": 1, "given twice": 1}
    assert len(step.points) == 2


def test_the_middle_of_an_area_and_the_disc_as_large() -> None:
    square = tuple((float(lon), float(lat)) for lon, lat in made.square(0, 10, 2, 12)[0])
    lat, lon, radius = middle((square,))
    assert (round(lat, 6), round(lon, 6)) == (1.0, 11.0)
    assert radius == pytest.approx((222.4 * 222.4 / 3.1416) ** 0.5, rel=0.01)


def test_whosonfirst_gives_what_stands_and_leaves_the_rest_out(tmp_path: Path) -> None:
    step = read(made.whosonfirst(tmp_path / "whosonfirst-data-admin-sy"))
    found = by_reference(step)
    assert {each.reference: each.kind for each in found.values()} == {
        "wof:421": "city",
        "wof:422": "city",
        "wof:423": "neighbourhood",
        "wof:426": "city",
    }
    assert step.left_out == {"country": 1, "not there any more": 1, "other geometries": 1}
    assert ("Teltzirr", False) in found["wof:422"].names
    assert found["wof:426"].geonames == 900002
    assert step.as_of == "2023-11-14"


def test_overture_by_line_is_marked_as_share_alike(tmp_path: Path) -> None:
    step = read(made.overture(tmp_path))
    found = by_reference(step)
    assert (step.id, step.share_alike, step.as_of) == ("overture:SYR", True, "2026-02-03")
    assert step.licence.startswith("ODbL")
    assert (found["overture:0a-1"].name, found["overture:0a-1"].kind) == ("Kallasah", "neighbourhood")
    assert ("الكلاسة", True) in found["overture:0a-1"].names
    assert (found["overture:0a-2"].kind, found["overture:0a-2"].population) == ("city", 1200)


def test_overture_as_one_collection_is_the_same(tmp_path: Path) -> None:
    one = read(made.overture(tmp_path))
    other = read(made.collection(tmp_path / "divisions.geojson", made.OVERTURE))
    assert other.points == one.points


def broken(place: str, value: object) -> made.Json:
    """A feature of COD-AB with one part of it replaced."""
    feature: made.Json = json.loads(json.dumps(made.COD_LOWER[0]))
    part, _, key = place.partition(".")
    feature[part][key] = value
    return feature


@pytest.mark.parametrize(
    ("feature", "says"),
    [
        (broken("geometry.coordinates", None), r"adm.geojson feature 2: a geometry of type Polygon that holds none"),
        (broken("geometry.coordinates", [[["a", "b"]]]), r"feature 2: coordinates that are no numbers"),
        (broken("geometry.coordinates", made.square(3e6, 4e6, 5e6, 6e6)), r"feature 2: a point off the earth.*WGS 84"),
        (broken("geometry.coordinates", [[[1, 1], [2, 2]]]), r"feature 2: a polygon with fewer than four corners"),
        (broken("geometry.coordinates", [[[10**400, 1]] * 4]), r"feature 2: coordinates that are no numbers"),
        (made.COD_LOWER[0] | {"geometry": "POINT (1 2)"}, r"feature 2: a geometry that is no GeoJSON object"),
        (broken("properties.adm2_name", ""), None),  # another of its names will do
        ({"type": "Feature", "properties": None}, r"feature 2: no GeoJSON feature with properties"),
        ({"type": "Feature", "properties": {"a": 1}}, r"feature 2: a feature without a p-code"),
    ],
)
def test_a_damaged_feature_is_an_error_with_its_number(tmp_path: Path, feature: made.Json, says: str | None) -> None:
    file = made.collection(tmp_path / "adm.geojson", [made.COD_LOWER[1], feature])
    if says is None:
        assert by_reference(read(file))["pcode:SY0200"].name == "جبل سمعان"
    else:
        with pytest.raises(InputError, match=says):
            read(file)


def test_damaged_json_is_an_error_with_its_line(tmp_path: Path) -> None:
    file = made.collection(tmp_path / "adm.geojson", made.COD_LOWER)
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2][:80]
    with pytest.raises(InputError, match=r"adm.geojson line \d: damaged JSON"):
        read(made.write(file, lines))


def test_a_damaged_line_of_json_is_an_error_with_its_number(tmp_path: Path) -> None:
    file = made.overture(tmp_path)
    lines = file.read_text(encoding="utf-8").splitlines()
    with pytest.raises(InputError, match=r"divisions.geojsonseq line 2: damaged JSON"):
        read(made.write(file, [lines[0], lines[1][:-5], lines[2]]))
