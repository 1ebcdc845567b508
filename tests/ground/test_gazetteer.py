"""The gazetteer: built from a handful of rows, and read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import InstallError
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_admin import divisions
from dateline.ground.gazetteer_build import build
from dateline.ground.gazetteer_schema import SourcePlace

META = {"schema": "1", "source": "made up", "licence": "none"}
PLACES = [
    SourcePlace(1, "Ar Raqqah", "SYR", "04", 35.95, 39.01, 531_000, ("Raqqa", "RAQ", "الرقة", "lrqt")),
    SourcePlace(2, "Damascus", "SYR", "13", 33.51, 36.29, 1_500_000, ("Dimashq",)),
    SourcePlace(3, "Sha‘ar Hill", "SYR", "04", 36.5, 39.5, 900),
    SourcePlace(4, "Springfield", "USA", "IL", 39.8, -89.64, 114_000),
    SourcePlace(5, "Springfield", "USA", "MO", 37.2, -93.29, 166_000, ("Fulbright",)),
    SourcePlace(6, "Fulbright", "USA", "MO", 37.9, -93.9, 700),
    SourcePlace(7, "Chicago", "USA", "IL", 41.85, -87.65, 2_700_000),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    build(file, PLACES, meta=META)
    return file


@pytest.fixture(scope="module")
def gazetteer(path: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer.open(path)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Ar Raqqah", [1]),
        ("al-Raqqa", [1]),
        ("Raqqa", [1]),
        ("RAQQA", [1]),
        ("Dimashq", [2]),
        ("Springfield", [5, 4]),
        ("RAQ", []),
        ("lrqt", []),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_name_gives_its_towns_most_populous_first(gazetteer: Gazetteer, name: str, ids: list[int]) -> None:
    assert [e.id for e in gazetteer.lookup(name) if e.id > 0] == ids


def test_an_alternate_name_is_told_from_a_main_one(gazetteer: Gazetteer) -> None:
    assert [(e.id, e.main) for e in gazetteer.lookup("Fulbright")] == [(5, False), (6, True)]


def test_the_capital_is_marked(gazetteer: Gazetteer) -> None:
    kinds = {e.id: e.kind for name in ("Damascus", "Raqqa") for e in gazetteer.lookup(name)}
    assert (kinds[2], kinds[1]) == ("capital", "city")


@pytest.mark.parametrize(
    ("name", "kind", "reference"),
    [
        ("Syria", "country", "iso:SYR"),
        ("Illinois", "admin1", "geonames:US.IL"),
        ("Raqqa", "admin1", "geonames:SY.04"),
        ("Donbas", "region", None),
    ],
)
def test_countries_divisions_and_regions_are_places(
    gazetteer: Gazetteer, name: str, kind: str, reference: str | None
) -> None:
    assert [e.reference for e in gazetteer.lookup(name) if e.kind == kind] == [reference]


def test_a_division_lies_where_the_list_puts_it(gazetteer: Gazetteer) -> None:
    (division,) = (e for e in gazetteer.lookup("Raqqa") if e.kind == "admin1")
    assert (division.lat, division.lon) == (35.95, 38.95)


def test_a_division_without_a_point_lies_in_the_middle_of_its_towns() -> None:
    towns = [
        SourcePlace(1, "Tartus", "SYR", "14", 34.9, 35.9, 115_000, ()),
        SourcePlace(2, "Safita", "SYR", "14", 34.8, 36.1, 33_000, ()),
    ]
    (division,) = divisions(towns)
    assert (division.name, division.lat, division.lon) == ("Tartus", 34.85, 36.0)
    assert division.radius_km == 15.0


def test_places_are_found_by_their_id(gazetteer: Gazetteer) -> None:
    found = [gazetteer.by_reference(each) for each in ("geonames:7", "iso:SYR", "geonames:US.IL")]
    assert [e.name if e else None for e in found] == ["Chicago", "Syria", "Illinois"]


@pytest.mark.parametrize("reference", ["geonames:99", f"geonames:{10**30}", "geonames:²", "geonames:", ""])
def test_an_id_of_nothing_finds_nothing(gazetteer: Gazetteer, reference: str) -> None:
    assert gazetteer.by_reference(reference) is None


def test_a_division_is_found_by_country_and_code(gazetteer: Gazetteer) -> None:
    division = gazetteer.division("SYR", "04")
    assert division is not None
    assert (division.name, gazetteer.division("SYR", "99"), gazetteer.division("SYR", "")) == ("Raqqa", None, None)


def test_loose_lookup_stays_in_one_country(gazetteer: Gazetteer) -> None:
    assert [e.id for e in gazetteer.loosely("Rakkah", "SYR")] == [1]
    assert gazetteer.loosely("Rakkah", "IRQ") == ()


def test_contains_name_asks_for_the_folded_form(gazetteer: Gazetteer) -> None:
    assert gazetteer.contains_name("al raqqa")
    assert not gazetteer.contains_name("Ar Raqqah")


def test_threads_may_share_it(path: Path) -> None:
    shared = Gazetteer.open(path)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda name: len(shared.lookup(name)), ["Springfield", "Syria", "Chicago", "Raqqa"] * 25))
    shared.close()
    assert sum(found) == 25 * (2 + 1 + 1 + 2)


def test_two_builds_are_the_same_bytes(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    total = build(again, PLACES, meta=META)
    assert again.read_bytes() == path.read_bytes()
    assert total > len(PLACES)


def test_meta_is_kept(gazetteer: Gazetteer) -> None:
    assert gazetteer.meta() == META


def test_a_missing_gazetteer_is_explained(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match=r"gazetteer is missing.*build_gazetteer"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_broken_gazetteer_is_explained(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database" * 100)
    with pytest.raises(InstallError, match="cannot be read"):
        Gazetteer.open(broken)


def test_a_gazetteer_of_another_form_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.execute("INSERT INTO meta VALUES ('schema', '0')")
    connection.commit()
    connection.close()
    with pytest.raises(InstallError, match="form 0, not 1"):
        Gazetteer.open(other)
