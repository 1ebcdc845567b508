"""Points in divisions: which ones, with p-codes, down to the level that a place's precision allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ground.admin_path import with_admin
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_additions import additions
from dateline.ground.gazetteer_areas import box, inside
from dateline.ground.sources.steps import read_steps
from dateline.model.grounded import Place
from tests.ground import made

SQUARE = (np.array(made.square(0, 0, 10, 10)[0], dtype=np.float64),)
RING = (*SQUARE, np.array(made.square(4, 4, 6, 6)[0], dtype=np.float64))
STAR = (np.array([[0, 0], [10, 0], [10, 10], [5, 2], [0, 10], [0, 0]], dtype=np.float64),)


@pytest.mark.parametrize(
    ("lat", "lon", "rings", "wanted"),
    [
        (5, 5, SQUARE, True),
        (5, 11, SQUARE, False),
        (5, -1, SQUARE, False),
        (11, 5, SQUARE, False),
        (5, 5, RING, False),  # in the hole
        (3, 5, RING, True),
        (1, 5, STAR, True),
        (8, 5, STAR, False),  # in the notch
        (8, 9.5, STAR, True),
    ],
)
def test_a_point_in_an_area(lat: float, lon: float, rings: tuple[np.ndarray, ...], wanted: bool) -> None:  # noqa: FBT001
    assert inside(lat, lon, rings) is wanted


@given(st.floats(-89, 89), st.floats(-179, 179))
def test_a_point_lies_in_one_half_of_the_world_or_the_other(lat: float, lon: float) -> None:
    """Areas that share a border leave no gap and no overlap."""
    west, east = (np.array(made.square(-90, a, 90, b)[0], dtype=np.float64) for a, b in ((-180, 12.5), (12.5, 180)))
    assert inside(lat, lon, (west,)) != inside(lat, lon, (east,))


def test_the_box_of_an_area() -> None:
    assert box((((1.0, 2.0), (3.0, 2.0), (3.0, 5.0), (1.0, 2.0)),)) == (2.0, 1.0, 5.0, 3.0)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder = tmp_path_factory.mktemp("areas")
    with additions(folder / "places.db") as writing:
        for step in read_steps({path: path.name for path in made.cod_ab(folder)}):
            writing.add(step)
    opened = Gazetteer.open(added=Path(folder / "places.db"))
    yield opened
    opened.close()


ALEPPO = Place("Aleppo", "SYR", 36.2012, 37.1612, "settlement", 15.0, "geonames:170063")


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        (ALEPPO, ["SY02", "SY0200"]),
        (replace(ALEPPO, precision="neighbourhood", id=None), ["SY02", "SY0200"]),
        (replace(ALEPPO, lat=36.45), ["SY02", "SY0299"]),
        (replace(ALEPPO, lat=36.52, lon=37.52), ["SY02"]),  # in the hole of a district
        (replace(ALEPPO, precision="admin1", id="geonames:SY.09"), ["SY02"]),
        (replace(ALEPPO, precision="admin2", id="pcode:SY0299"), ["SY02", "SY0299"]),  # its own, wherever its point
        (replace(ALEPPO, precision="country", id="iso:SYR"), []),
        (replace(ALEPPO, precision="region", id=None), []),
        (replace(ALEPPO, lat=None, lon=None), []),
        (replace(ALEPPO, lat=33.5, lon=36.3), []),  # Damascus: no bounds known
    ],
)
def test_a_place_has_the_divisions_that_its_precision_allows(
    gazetteer: Gazetteer, place: Place, codes: list[str]
) -> None:
    assert [division.code for division in with_admin(gazetteer, place).admin] == codes
