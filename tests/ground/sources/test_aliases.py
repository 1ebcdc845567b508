"""A user's own names: a CSV with a radius and a parent; every bad line is an error with its number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.errors import InputError
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.sources.aliases import Alias, read_aliases

HEAD = "name,lang,lat,lon,radius_km,parent,note"


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = Gazetteer.open()
    yield opened
    opened.close()


def read(gazetteer: Gazetteer, *lines: str) -> list[Alias]:
    return read_aliases((f"{line}\n" for line in lines), "own.csv", gazetteer)


@pytest.mark.parametrize(
    ("line", "kind", "country", "radius", "same"),
    [
        ("East Aleppo,en,36.2,37.18,4,Aleppo,", "neighbourhood", "SYR", 4.0, None),
        ("East Aleppo,en,36.2,37.18,,Aleppo,", "neighbourhood", "SYR", 3.0, None),
        ("Castello checkpoint,en,36.25,37.14,0.5,geonames:170063,", "facility", "SYR", 0.5, None),
        ("Camp Seven,,36.6,37.05,,,", "city", None, 5.0, None),
        ("the northern pocket,,36.4,37.1,40,Syria,", "region", "SYR", 40.0, None),
        ("Halab al-Shahba,,,,,geonames:170063,", "city", "SYR", None, "geonames:170063"),
        ("rural Aleppo,,,,60,geonames:SY.09,", "region", "SYR", 60.0, None),
    ],
)
def test_a_name_becomes_a_place(  # noqa: PLR0917 (columns of a table)
    gazetteer: Gazetteer, line: str, kind: str, country: str | None, radius: float | None, same: str | None
) -> None:
    (alias,) = read(gazetteer, HEAD, line)
    point = alias.point
    assert (point.kind, point.country or None, point.radius_km, alias.same) == (kind, country, radius, same)
    if country == "SYR" and "Syria" not in line:
        assert point.admin1 == "09"


def test_columns_come_in_any_order_and_notes_are_kept(gazetteer: Gazetteer) -> None:
    lines = ("\ufeffparent,Name,note", "geonames:170063,x,y", "", "geonames:170063,X,z")
    first, second = read(gazetteer, *lines)
    assert (first.point.name, first.note, first.same) == ("x", "y", "geonames:170063")
    assert (first.point.reference, second.point.reference) == ("alias:x", "alias:x-2")


def test_of_parents_of_one_name_the_one_around_the_point_is_meant(gazetteer: Gazetteer) -> None:
    (alias,) = read(gazetteer, HEAD, "Zone One,,39.78,-89.65,2,Springfield,")
    assert (alias.point.country, alias.point.admin1) == ("USA", "IL")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["name,colour", "x,red"], r"own.csv line 1: there is no column 'colour'. The columns are name, lang, lat"),
        (["lat,lon", "1,2"], r"line 1: the column names are not in its first line"),
        (["name,name", "x,y"], r"line 1: the column 'name' is there twice"),
        (["name;lat;lon", "x;1;2"], r"line 1: there is no column 'name;lat;lon'. Put commas between"),
        ([HEAD, 'A,en,1,2,,,"in', 'two lines"', "B,en,north,2,,,"], r"line 4: lat is 'north'"),
        ([HEAD, 'A,en,north,2,,,"in', 'two lines"'], r"line 2: lat is 'north'"),
        ([HEAD, "A,en,36.2,37.2,,,", "B,en,north,37.2,,,"], r"line 3: lat is 'north', not a number from -90 to 90"),
        ([HEAD, "A,en,36.2,370,,,"], r"line 2: lon is '370'"),
        ([HEAD, "A,en,36.2,37.2,-3,,"], r"line 2: radius_km is '-3'"),
        ([HEAD, "A,en,36.2,37.2,nan,,"], r"line 2: radius_km is 'nan'"),
        ([HEAD, "A,en,36.2,,,,"], r"line 2: only one of lat and lon"),
        ([HEAD, "A,en,,,,,"], r"line 2: neither a point nor a parent"),
        ([HEAD, ",en,36.2,37.2,,,"], r"line 2: no name"),
        ([HEAD, "A,in English,36.2,37.2,,,"], r"line 2: 'in English' is no language"),
        ([HEAD, "A,en,,,,Nowhereburg,"], r"line 2: the parent 'Nowhereburg' is not in the gazetteer.*places find"),
        ([HEAD, "A,en,36.2,37.2,,Kyiv,"], r"line 2: the parent 'Kyiv' lies \d+ km away"),
        ([HEAD, "A,en,,,,Springfield,"], r"line 2: the parent 'Springfield' may mean several.*id: geonames:"),
        ([HEAD, "A,en,36.2,37.2,3,Aleppo,held, then lost"], r"line 2: 8 values for 7 columns.*double quotes"),
        ([HEAD, 'A,"en"x,1,2,,,'], r"line 2: damaged CSV"),
        ([HEAD], r"own.csv: no names in it"),
        ([], r"own.csv line 1: the column names are not"),
    ],
)
def test_a_bad_line_is_an_error_with_its_number_and_what_to_do(
    gazetteer: Gazetteer, lines: list[str], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        read(gazetteer, *lines)
