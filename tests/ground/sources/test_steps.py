"""What a user may name with --from: files, folders and zips; what is not read says what to do instead."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ground.sources import files
from dateline.ground.sources.files import checksum
from dateline.ground.sources.steps import read_steps
from tests.ground import made


def ids(*paths: Path) -> list[str]:
    return [step.id for step in read_steps({path: path.name for path in paths})]


def test_a_folder_may_hold_several_forms_and_other_files(tmp_path: Path) -> None:
    made.geonames(tmp_path / "a")
    made.cod_ab(tmp_path / "b")
    made.overture(tmp_path / "c")
    made.write(tmp_path / "notes.md", ["notes"])
    made.write(tmp_path / ".git" / "x.geojson", ["no JSON"])
    assert sorted(ids(tmp_path)) == ["cod-ab:SYR", "geonames:SYR", "overture:SYR"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("places.parquet", r"\.parquet are not read.*geojsonseq"),
        ("adm1.shp", r"\.shp are not read.*ogr2ogr"),
        ("own.csv", r"\.csv are not read.*places alias"),
        ("SY.txt", "no file of a known form.*GeoNames dump"),
        ("other.geojson", "GeoJSON of a form that is not known"),
        ("README.md", "no file of a known form"),
    ],
)
def test_a_form_that_is_not_read_is_refused_with_what_to_do(tmp_path: Path, name: str, says: str) -> None:
    file = made.write(tmp_path / name, ['{"type": "Feature", "properties": {"name": "x"}}'])
    with pytest.raises(InputError, match=says):
        ids(file)


def test_a_zip_of_shapefiles_alone_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = made.zipped(tmp_path / "adm.zip", {"adm1.shp": ["x"], "adm1.dbf": ["x"]})
    with pytest.raises(InputError, match="ogr2ogr"):
        ids(file)


def test_a_damaged_zip_is_an_error(tmp_path: Path) -> None:
    file = made.zipped(tmp_path / "SY.zip", {"SY.txt": made.DUMP})
    file.write_bytes(file.read_bytes()[:-200])
    with pytest.raises(InputError, match=r"SY.zip: the zip is damaged.*Download it again"):
        ids(file)


def test_damage_inside_a_zip_is_an_error(tmp_path: Path) -> None:
    file = made.zipped(tmp_path / "SY.zip", {"SY.txt": made.DUMP})
    raw = bytearray(file.read_bytes())
    raw[60:90] = b"\0" * 30
    file.write_bytes(bytes(raw))
    with pytest.raises(InputError, match=r"SY.zip"):
        ids(file)


def test_damage_in_another_compression_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "SY.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("SY.txt", "\n".join(made.DUMP))
    raw = bytearray(file.read_bytes())
    raw[50:120] = b"\xff" * 70
    file.write_bytes(bytes(raw))
    with pytest.raises(InputError, match=r"SY.zip/SY.txt: it cannot be read"):
        ids(file)


def test_names_in_a_zip_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    file = made.zipped(tmp_path / "SY.zip", {"SY-€.txt": made.DUMP})
    file.write_bytes(file.read_bytes().replace("€".encode(), b"\xff\xff\xff"))
    with pytest.raises(InputError, match=r"SY.zip: the zip is damaged"):
        ids(file)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST", 100)
    with pytest.raises(InputError, match=r"SY.zip/SY.txt: it unpacks to more than"):
        ids(made.zipped(tmp_path / "SY.zip", {"SY.txt": made.DUMP}))


def test_a_file_that_is_not_there_and_a_country_that_is_not_in_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none.zip: there is no such file"):
        ids(tmp_path / "none.zip")
    dump = made.write(tmp_path / "SY.txt", made.DUMP)
    with pytest.raises(InputError, match="no places of IRQ in it"):
        read_steps({dump: "SY.txt"}, country="IRQ")


def test_checksums_are_what_other_tools_give(tmp_path: Path) -> None:
    """A file's is `sha256sum`'s; a folder's that of the list that sha256sum prints of its files."""
    one, two = made.write(tmp_path / "d" / "a.txt", ["a"]), made.write(tmp_path / "d" / "b.txt", ["b"])
    digests = [sha256(path.read_bytes()).hexdigest() for path in (one, two)]
    assert checksum(one) == digests[0]
    assert checksum(tmp_path / "d") == sha256(f"{digests[0]}  a.txt\n{digests[1]}  b.txt\n".encode()).hexdigest()


def test_members_of_a_zip_in_folders_are_read(tmp_path: Path) -> None:
    path = tmp_path / "syr.zip"
    geojson = made.cod_ab(tmp_path)[1].read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("syr/admin2/syr_admin2.geojson", geojson)
    assert ids(path) == ["cod-ab:SYR"]
