"""What a user adds: kept apart in one file, joined to what is there, replaced when added again, taken out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import InputError, RecordError, UsageError
from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.gazetteer_additions import Source, additions, sources
from dateline.ground.gazetteer_build import build
from dateline.ground.gazetteer_schema import SourcePlace
from dateline.ground.sources.records import Step
from dateline.ground.sources.steps import read_steps
from tests.ground import made

BUILT_IN = [
    SourcePlace(170063, "Aleppo", "SYR", "09", 36.2, 37.16, 1_600_000, ("Halab",)),
    SourcePlace(500, "Tall Zirr", "SYR", "11", 34.0, 38.0, 2_000),  # another one, far away
    SourcePlace(501, "Zirr al Kabira", "SYR", "09", 36.42, 37.33, 1_000),
    SourcePlace(502, "Salhin", "EGY", "08", 30.0, 31.0, 5_000),
]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    build(path, BUILT_IN, meta={"schema": "1"})
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.db"


def add(file: Path, shipped: Path, *paths: Path) -> list[Source]:
    with additions(file, gazetteer=shipped) as writing:
        return [writing.add(step) for step in read_steps({path: path.name for path in paths})]


@pytest.fixture
def full(file: Path, shipped: Path, tmp_path: Path) -> Iterator[Gazetteer]:
    """The tiny gazetteer with all four sources, in the order in which one adds them."""
    add(file, shipped, *made.geonames(tmp_path))
    add(file, shipped, *made.cod_ab(tmp_path))
    add(file, shipped, made.whosonfirst(tmp_path / "wof"))
    add(file, shipped, made.overture(tmp_path))
    opened = Gazetteer.open(shipped, added=file)
    yield opened
    opened.close()


def ids(entries: tuple[Entry, ...]) -> list[object]:
    return [entry.reference or entry.id for entry in entries]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Aleppo", ["geonames:SY.09", 170063]),  # in all sources: once
        ("Haleb", [170063]),  # a name that only the dump has
        ("Aleppo-Stadt", [170063]),  # one that only Who's On First has: joined by name and distance
        ("Tall Zirr", [500, "geonames:900002"]),  # of one name, far apart
        ("Teltzirr", ["geonames:900002"]),
        ("Karm Zirr", ["geonames:900002"]),  # joined by the GeoNames id that Who's On First gives
        ("Salhin", [502, "geonames:900001"]),
        ("Zirr al-Kabira", [501]),  # of Overture, joined to the one that ships
        ("Dar al-Safaa Hospital", ["geonames:900005"]),
        ("Jebel Saman", ["pcode:SY0200"]),
        ("Wadi Zirr", []),
    ],
)
def test_a_name_finds_what_ships_and_what_was_added_each_place_once(
    full: Gazetteer, name: str, wanted: list[object]
) -> None:
    assert ids(full.lookup(name)) == wanted


def test_an_added_division_is_joined_to_the_one_that_ships(full: Gazetteer) -> None:
    """By its GeoNames code from the dump, by its name from COD-AB."""
    for name in ("Aleppo Governorate", "Muhafazat Halab", "حلب"):
        assert "geonames:SY.09" in ids(full.lookup(name)), name


def test_places_without_a_division_get_that_of_their_surroundings(full: Gazetteer) -> None:
    (entry,) = full.lookup("Kallasah")
    assert (entry.kind, entry.country, entry.admin1, entry.source) == ("neighbourhood", "SYR", "09", "overture:SYR")


def test_other_ways_to_ask_find_what_was_added(full: Gazetteer) -> None:
    found = full.by_reference("wof:423")
    assert found is not None
    assert found.name == "Bustan Zirr"
    joined = full.by_reference("wof:422")
    assert joined is not None
    assert joined.reference == "geonames:900002"
    assert full.by_reference("wof:999") is None
    assert full.contains_name("tell zeer")
    assert not full.contains_name("tell zoor")
    assert "geonames:900001" in ids(full.loosely("Salheen", "SYR"))
    assert full.loosely("Salheen", "IRQ") == ()


def test_without_a_file_nothing_is_different(shipped: Path, file: Path) -> None:
    with closing(Gazetteer.open(shipped, added=file)) as opened:
        assert opened.added is None
        assert ids(opened.lookup("Tall Zirr")) == [500]
        assert opened.divisions_at(36.2, 37.2, deepest=5) == ()
    assert not file.exists()


def test_a_source_says_what_it_brought(file: Path, shipped: Path, tmp_path: Path) -> None:
    (geonames,) = add(file, shipped, *made.geonames(tmp_path))
    assert geonames.kinds == {"city": 2, "admin1": 1, "admin3": 1, "camp": 1, "facility": 1, "neighbourhood": 1}
    assert (geonames.places, geonames.joined, geonames.areas) == (7, 2, 0)
    assert geonames.left_out == {"waters": 1, "mountains and terrain": 1}
    (cod,) = add(file, shipped, *made.cod_ab(tmp_path))
    assert (cod.kinds, cod.joined, cod.areas) == ({"admin2": 2, "admin1": 1}, 1, 3)
    assert sources(file) == [cod, geonames]


def test_the_names_that_became_ambiguous_are_counted(file: Path, shipped: Path, tmp_path: Path) -> None:
    """Tall Zirr and Salhin meant one place before; Aleppo, a town and its province, meant two already."""
    (geonames,) = add(file, shipped, *made.geonames(tmp_path))
    assert geonames.ambiguous == 2
    (cod,) = add(file, shipped, *made.cod_ab(tmp_path))
    assert cod.ambiguous == 2  # "Zirr", a subdistrict and a district; "حلب", the town and its province


def everything(file: Path) -> list[object]:
    """All rows but for keys, the moment of adding, and how many names became ambiguous by then."""
    with closing(sqlite3.connect(file)) as connection:
        queries = (
            "SELECT id, files, left_out FROM source ORDER BY id",
            "SELECT source, reference, name, kind, admin1, same FROM place ORDER BY source, reference",
            "SELECT folded, n.kind, written, reference FROM name n JOIN place p ON p.id = n.place ORDER BY 1, 4, 2",
            "SELECT l.country, key, reference FROM loose l JOIN place p ON p.id = l.place ORDER BY 1, 2, 3",
            "SELECT source, place, path, south, rings FROM area ORDER BY 1, 2",
        )
        return [connection.execute(query).fetchall() for query in queries]


def test_adding_the_same_again_replaces_it(file: Path, shipped: Path, tmp_path: Path) -> None:
    add(file, shipped, *made.geonames(tmp_path), *made.cod_ab(tmp_path))
    before = everything(file)
    add(file, shipped, *made.cod_ab(tmp_path))
    add(file, shipped, *made.geonames(tmp_path))
    assert everything(file) == before


def test_what_is_removed_is_gone_and_others_stand_in(file: Path, shipped: Path, tmp_path: Path) -> None:
    add(file, shipped, *made.geonames(tmp_path))
    add(file, shipped, made.whosonfirst(tmp_path / "wof"))
    with additions(file, gazetteer=shipped) as writing:
        assert writing.remove("geonames:SYR").places == 7
    with closing(Gazetteer.open(shipped, added=file)) as opened:
        assert ids(opened.lookup("Tall Zirr")) == [500, "wof:422"]
        assert opened.lookup("Tell Zeer") == ()
    assert [source.id for source in sources(file)] == ["whosonfirst:SYR"]


def test_removing_what_is_not_there_says_what_is(file: Path, shipped: Path, tmp_path: Path) -> None:
    add(file, shipped, made.overture(tmp_path))
    with (
        pytest.raises(UsageError, match=r"nothing was added from 'wof'. There is: overture:SYR"),
        additions(file, gazetteer=shipped) as writing,
    ):
        writing.remove("wof")


def test_an_error_leaves_the_file_as_it_was(file: Path, shipped: Path, tmp_path: Path) -> None:
    add(file, shipped, *made.geonames(tmp_path))
    before = everything(file)
    (step,) = read_steps({made.overture(tmp_path): "x"})
    with pytest.raises(InputError), additions(file, gazetteer=shipped) as writing:  # noqa: PT012 (what fails is inside)
        writing.remove("geonames:SYR")
        writing.add(step)
        raise InputError("damaged")
    assert everything(file) == before


def test_an_error_in_the_first_step_leaves_no_file(file: Path, shipped: Path) -> None:
    with pytest.raises(InputError), additions(file, gazetteer=shipped) as writing:  # noqa: PT012 (what fails is inside)
        writing.add(Step("geonames", "SYR", "none"))
        raise InputError("damaged")
    assert not file.exists()


def test_a_damaged_file_is_explained(file: Path, shipped: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database" * 100)
    with pytest.raises(RecordError, match=r"places.db: the added places cannot be read.*Move the file away"):
        Gazetteer.open(shipped, added=file)
    with pytest.raises(RecordError, match="cannot be read"), additions(file, gazetteer=shipped):
        pass
    assert file.exists()


def test_a_file_of_another_form_is_refused(file: Path, shipped: Path, tmp_path: Path) -> None:
    add(file, shipped, made.overture(tmp_path))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET value = '0'")
    with pytest.raises(RecordError, match="form 0, not 1"):
        Gazetteer.open(shipped, added=file)


def test_a_folder_that_cannot_be_written_is_explained(shipped: Path, tmp_path: Path) -> None:
    blocked = made.write(tmp_path / "file", ["x"]) / "places.db"
    with pytest.raises(RecordError, match=r"cannot be written.*DATELINE_PLACES"), additions(blocked, gazetteer=shipped):
        pass
