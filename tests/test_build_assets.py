"""The script that makes the page's assets: the basemap, and the scripts of others."""

from __future__ import annotations

import importlib.util
import json
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "build_assets.py"
shapely = pytest.importorskip("shapely")
if not SCRIPT.is_file():
    pytest.skip("only in a checkout", allow_module_level=True)


@pytest.fixture(scope="module")
def assets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_assets", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look there for what their types mean
    spec.loader.exec_module(module)
    return module


def drawn(assets: ModuleType, *countries: object, **level: float) -> dict[str, Any]:
    """The geometry of land and borders of a map of these countries."""
    wanted = {"file": "map.json", "tolerance": 0.05, "digits": 2, "smallest": 0.1} | level
    found = assets.basemap(list(countries), assets.Level(**wanted))
    return {feature["properties"]["kind"]: feature["geometry"]["coordinates"] for feature in found["features"]}


def test_only_what_two_countries_share_is_a_border(assets: ModuleType) -> None:
    found = drawn(assets, shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10))
    assert len(found["land"]) == 2
    points = [tuple(point) for line in found["border"] for point in line]
    assert {x for x, _ in points} == {10.0}
    assert {y for _, y in points} >= {0.0, 10.0}


def test_the_cut_at_the_antimeridian_is_no_border(assets: ModuleType) -> None:
    both = shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)])
    found = drawn(assets, both)
    assert (len(found["land"]), found["border"]) == (2, [])
    for part in found["land"]:
        longitudes = [x for x, _ in part[0]]
        assert max(longitudes) - min(longitudes) == 10


def test_small_islands_are_left_out_but_no_country_is(assets: ModuleType) -> None:
    found = drawn(
        assets,
        shapely.MultiPolygon([shapely.box(0, 0, 5, 5), shapely.box(7, 7, 7.1, 7.1)]),
        shapely.box(30, 0, 30.2, 0.2),
    )
    assert len(found["land"]) == 2


def test_points_are_rounded_and_never_said_twice(assets: ModuleType) -> None:
    found = drawn(assets, shapely.Point(5, 5).buffer(3, quad_segs=64), digits=1, tolerance=0.001)
    (ring,) = found["land"][0]
    assert all(round(value, 1) == value for point in ring for value in point)
    assert all(one != other for one, other in pairwise(ring))
    assert ring[0] == ring[-1]


def test_assets_that_are_up_to_date_are_left_alone(assets: ModuleType, tmp_path: Path) -> None:
    for name in assets.names():
        (tmp_path / name).write_text("kept", encoding="utf-8")
    try:
        stamp = assets.wanted_stamp()
    except ModuleNotFoundError:  # importlib.metadata.PackageNotFoundError is one
        pytest.skip("the packages that assets come from are not installed")
    (tmp_path / assets.STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    assert assets.ensure(tmp_path) is False
    assert (tmp_path / "world.json").read_text(encoding="utf-8") == "kept"


def test_a_script_names_no_source_map(assets: ModuleType) -> None:
    assert assets.without_source_map("a();\n//# sourceMappingURL=a.js.map") == "a();\n"


def test_a_missing_package_is_told_with_the_remedy(assets: ModuleType) -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such_package has no x\.js: install what build-system\.requires"):
        assets.source("no_such_package", "x.js")


def test_what_is_no_stamp_counts_as_none(assets: ModuleType, tmp_path: Path) -> None:
    (tmp_path / assets.STAMP).write_text("{", encoding="utf-8")
    assert assets.read_stamp(tmp_path) == {}
    assert assets.read_stamp(tmp_path / "nowhere") == {}
