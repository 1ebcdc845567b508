"""GeoNames' country dumps and alternate names, read from files in exactly their form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ground.sources.records import SourcePoint, Step
from dateline.ground.sources.steps import read_steps
from tests.ground import made


def read(*paths: Path, country: str | None = None) -> list[Step]:
    return read_steps({path: path.name for path in paths}, country=country)


@pytest.fixture
def step(tmp_path: Path) -> Step:
    (found,) = read(*made.geonames(tmp_path))
    return found


def point(step: Step, number: int) -> SourcePoint:
    return next(each for each in step.points if each.geonames == number)


def test_each_feature_becomes_a_place_of_its_kind(step: Step) -> None:
    assert {each.geonames: each.kind for each in step.points} == {
        170063: "city",
        900001: "neighbourhood",
        900002: "city",
        900003: "admin1",
        900004: "admin3",
        900005: "facility",
        900006: "camp",
    }


def test_what_is_no_place_of_ours_is_counted_by_its_kind(step: Step) -> None:
    assert step.left_out == {"waters": 1, "mountains and terrain": 1}


def test_the_source_says_what_it_is(step: Step) -> None:
    assert (step.id, step.country, step.share_alike, step.as_of) == ("geonames:SYR", "SYR", False, "2026-05-01")
    assert step.licence.startswith("CC BY 4.0")
    assert [name for name, _ in step.files] == ["SY.zip", "SY.zip"]
    assert len({digest for _, digest in step.files}) == 2


@pytest.mark.parametrize(
    ("number", "name", "main"),
    [
        (900002, "Tall Zirr", True),
        (900002, "Tell Zeer", True),  # the preferred English name
        (900002, "Zirropolis", False),  # historic
        (900002, "تل زر", False),
        (170063, "Haleb", False),
        (170063, "ALP", None),  # an airport's code
        (900002, "https://en.wikipedia.org/wiki/Zirr", None),
    ],
)
def test_names_come_from_the_dump_and_the_alternate_names(
    step: Step,
    number: int,
    name: str,
    main: bool | None,  # noqa: FBT001 (a column of the table)
) -> None:
    assert dict(point(step, number).names).get(name) is main


def test_a_plain_file_will_do_and_other_countries_are_left_out(tmp_path: Path) -> None:
    lines = [*made.DUMP, made.geoname(910001, "Qaim", (34.4, 41.0), "P.PPL", country="IQ", admin1="01")]
    file = made.write(tmp_path / "two.txt", lines)
    (syria,) = read(file, country="SYR")
    assert (len(syria.points), syria.left_out["other countries"]) == (7, 1)
    assert [step.id for step in read(file)] == ["geonames:SYR", "geonames:IRQ"]


def test_an_older_list_of_alternate_names_has_eight_columns(tmp_path: Path) -> None:
    dump = made.write(tmp_path / "SY.txt", made.DUMP)
    names = made.write(tmp_path / "names.txt", ["1\t900002\ten\tTell Zeer\t1\t\t\t"])
    (step,) = read(dump, names)
    assert ("Tell Zeer", True) in point(step, 900002).names


Damage = Callable[[str], str]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda line: line.rsplit("\t", 1)[0], r"SY.txt line 3: 18 columns where a GeoNames dump has 19.*Download"),
        (lambda line: line.replace("36.35", "north"), r"SY.txt line 3: a number is damaged"),
        (lambda line: line.replace("36.35", "136.35"), r"SY.txt line 3: no name, or a point off the earth"),
        (lambda line: line.replace("900002", "x"), r"SY.txt line 3: a number is damaged"),
    ],
)
def test_a_damaged_line_is_an_error_with_its_number(tmp_path: Path, damage: Damage, says: str) -> None:
    lines = [*made.DUMP[:2], damage(made.DUMP[2]), *made.DUMP[3:]]
    with pytest.raises(InputError, match=says):
        read(made.write(tmp_path / "SY.txt", lines))


def test_bytes_that_are_no_text_are_an_error_with_the_line(tmp_path: Path) -> None:
    file = made.write(tmp_path / "SY.txt", made.DUMP)
    file.write_bytes(file.read_bytes().replace(b"Tall Zirr", b"Tall \xff"))
    with pytest.raises(InputError, match=r"SY.txt line 3: it is not UTF-8"):
        read(file)


def test_alternate_names_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"names.txt: alternate names without the places.*Add the dump"):
        read(made.write(tmp_path / "names.txt", made.ALTERNATES))
