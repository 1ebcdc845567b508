"""`dateline places`: what is added is told, listed, found and taken out again; what is wrong adds nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import places
from dateline.errors import InputError
from dateline.ground.sources import fetch
from tests.cli.conftest import Outcome, Run
from tests.ground import made

OWN = "name,lang,lat,lon,radius_km,parent,note\nEast Aleppo,en,36.2,37.18,4,Aleppo,until 2016\n"


@pytest.fixture(autouse=True)
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file of what is added, which does not exist yet."""
    path = tmp_path / "mine" / "places.db"
    monkeypatch.setenv("DATELINE_PLACES", str(path))
    return path


def rows(done: Outcome) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def from_(*paths: Path) -> list[str]:
    return [word for path in paths for word in ("--from", str(path))]


@pytest.mark.parametrize("name", places.COMMANDS)
def test_every_command_explains_itself(run: Run, name: str) -> None:
    done = run("places", name, "--help")
    assert (done.code, done.out.startswith(f"Usage: dateline places {name}")) == (0, True)


@pytest.mark.parametrize("country", ["SY", "SYR", "Syria", "syria"])
def test_adding_tells_what_was_added(run: Run, tmp_path: Path, country: str) -> None:
    (source,) = rows(run("places", "add", country, *from_(*made.geonames(tmp_path)), "--json"))
    assert (source["id"], source["places"], source["joined"]) == ("geonames:SYR", 7, 2)
    assert source["licence"].startswith("CC BY 4.0")
    assert [len(each["sha256"]) for each in source["files"]] == [64, 64]
    assert source["files"][0]["name"] == str(tmp_path / "SY.zip")
    assert source["kinds"]["neighbourhood"] == 1


def test_on_a_terminal_it_is_a_table(run: Run, tmp_path: Path) -> None:
    out = run("places", "add", *from_(*made.cod_ab(tmp_path)), "--table").out
    assert out.startswith("cod-ab:SYR  3 places")
    for words in ("2 admin2, 1 admin1", "3 divisions", "became ambiguous", "CC BY 3.0 IGO", "SHA-256"):
        assert words in out


def test_what_was_added_is_listed_and_can_be_removed(run: Run, tmp_path: Path) -> None:
    assert run("places", "list", "--table").out.startswith("Nothing was added.")
    assert rows(run("places", "list", "--json")) == []
    run("places", "add", *from_(made.overture(tmp_path), *made.cod_ab(tmp_path)))
    assert [(row["id"], row["share_alike"]) for row in rows(run("places", "list", "--json"))] == [
        ("cod-ab:SYR", False),
        ("overture:SYR", True),
    ]
    done = run("places", "remove", "overture:SYR")
    assert (done.code, "2 places and 3 names taken out" in done.err) == (0, True)
    assert [row["id"] for row in rows(run("places", "list", "--json"))] == ["cod-ab:SYR"]
    assert run("places", "find", "Kallasah").code == 1


def test_finding_explains_what_is_known(run: Run, tmp_path: Path) -> None:
    run("places", "add", *from_(*made.geonames(tmp_path), *made.cod_ab(tmp_path)))
    (known,) = rows(run("places", "find", "Tell", "Zeer", "--json"))
    assert (known["id"], known["precision"], known["source"]) == ("geonames:900002", "settlement", "geonames:SYR")
    assert [division["code"] for division in known["admin"]] == ["SY02", "SY0299"]
    out = run("places", "find", "Tell Zeer", "--country", "SY", "--table").out
    assert out.startswith("Tall Zirr · city · Zirr (SY0299), Aleppo (SY02), SYR  geonames:900002")
    assert "population 900 +3.25" in out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["Damascsu"], "Nothing is known by the name 'Damascsu'. Similar: damasc"),
        (["Qqqqqqq"], "Nothing is known by the name 'Qqqqqqq'. `dateline places add`"),
        (["Damascus", "--country", "IQ"], "Nothing is known by the name 'Damascus' in IQ."),
    ],
)
def test_nothing_found_is_exit_code_1_with_a_hint(run: Run, args: list[str], says: str) -> None:
    done = run("places", "find", *args)
    assert (done.code, done.out, done.err.startswith(says)) == (1, "", True), done.err


def test_names_of_ones_own_are_added_listed_found_and_removed(run: Run, tmp_path: Path) -> None:
    own = made.write(tmp_path / "own.csv", OWN.splitlines())
    (source,) = rows(run("places", "alias", str(own), "--json"))
    assert (source["id"], source["places"], source["licence"]) == ("alias", 1, "your own")
    (name,) = rows(run("places", "alias", "--list", "--json"))
    assert (name["name"], name["radius_km"], name["note"], name["country"]) == ("East Aleppo", 4.0, "until 2016", "SYR")
    assert "until 2016" in run("places", "alias", "--list", "--table").out
    (known,) = rows(run("places", "find", "East Aleppo", "--json"))
    assert known["id"] == "alias:east-aleppo"
    assert run("places", "alias", "--remove", "East Aleppo").code == 0
    assert rows(run("places", "list", "--json")) == []


def test_names_added_again_replace_those_of_the_same_name(run: Run, tmp_path: Path) -> None:
    run("places", "alias", str(made.write(tmp_path / "own.csv", [*OWN.splitlines(), "Camp Seven,en,36.6,37.05,2,,"])))
    run("places", "alias", str(made.write(tmp_path / "more.csv", [OWN.replace(",4,", ",6,")])))
    names = {row["name"]: row["radius_km"] for row in rows(run("places", "alias", "--list", "--json"))}
    assert names == {"East Aleppo": 6.0, "Camp Seven": 2.0}
    (source,) = rows(run("places", "list", "--json"))
    assert [each["name"] for each in source["files"]] == ["own.csv", "more.csv"]


def test_names_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OWN.encode())))
    (source,) = rows(run("places", "alias", "-", "--json"))
    assert source["files"][0]["name"] == "standard input"


def test_a_bad_line_adds_no_name(run: Run, tmp_path: Path, file: Path) -> None:
    own = made.write(tmp_path / "own.csv", [*OWN.splitlines(), "B,en,north,37,,,"])
    done = run("places", "alias", str(own))
    assert (done.code, "own.csv line 3: lat is 'north'" in done.err) == (3, True)
    own.write_bytes(OWN.encode("utf-16"))
    assert run("places", "alias", str(own)).code == 3
    assert not file.exists()


def test_a_damaged_file_adds_nothing_of_any_file(run: Run, tmp_path: Path, file: Path) -> None:
    good = made.geonames(tmp_path)
    damaged = made.write(tmp_path / "bad.geojson", ['{"type": "FeatureCollection", "features": ['])
    done = run("places", "add", *from_(*good, damaged))
    assert (done.code, "bad.geojson line 2: damaged JSON" in done.err) == (3, True)
    assert not file.exists()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["add"], "dateline: no country is given. Such as: dateline places add SY"),
        (["add", "Atlantis"], "'Atlantis' is no country"),
        (["add", "QQ"], "'QQ' is no country"),
        (["add", "SY", "--from", "x", "--source", "geonames"], "--source is for downloads"),
        (["alias"], "give a file, or --list"),
        (["alias", "x.csv", "--list"], "give a file, or --list"),
        (["alias", "--remove", "X"], "you have no names of your own"),
        (["remove", "geonames:SYR"], "nothing was added"),
        (["fnd", "x"], "Did you mean find?"),
    ],
)
def test_what_is_asked_wrongly_is_a_usage_error(run: Run, args: list[str], says: str) -> None:
    done = run("places", *args)
    assert (done.code, says in done.err) == (2, True), done.err


class Network:
    """Stands in for the network: GeoNames and HDX as they answer, or as they fail."""

    def __init__(self, folder: Path, *, fails: str = "") -> None:
        dump, names = made.geonames(folder)
        _, level2 = made.cod_ab(folder)
        resource = {"format": "GeoJSON", "url": "https://data.humdata.org/syr.geojson", "name": "syr.geojson"}
        about = {"result": {"license_title": "CC BY-IGO", "resources": [resource]}}
        self.fails = fails
        self.answers = {
            f"{fetch.GEONAMES}/SY.zip": dump.read_bytes(),
            f"{fetch.GEONAMES}/alternatenames/SY.zip": names.read_bytes(),
            f"{fetch.HDX}syr": json.dumps(about).encode(),
            "https://data.humdata.org/syr.geojson": level2.read_bytes(),
        }

    def __call__(self, url: str, target: Path) -> None:
        """Writes what the address gives."""
        if self.fails and self.fails in url:
            raise InputError("it cannot be downloaded: no network", where=url, remedy="Give it with --from.")
        target.write_bytes(self.answers[url])


def online(monkeypatch: pytest.MonkeyPatch, network: Network) -> None:
    for name in ("geonames", "cod_ab"):
        monkeypatch.setitem(getattr(fetch, name).__kwdefaults__, "fetch", network)


def test_a_country_is_downloaded(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    online(monkeypatch, Network(tmp_path))
    geonames, cod = rows(run("places", "add", "SY", "--json"))
    assert [each["name"] for each in geonames["files"]] == [
        "https://download.geonames.org/export/dump/SY.zip",
        "https://download.geonames.org/export/dump/alternatenames/SY.zip",
    ]
    assert (cod["id"], cod["licence"], cod["files"][0]["name"]) == (
        "cod-ab:SYR",
        "CC BY-IGO",
        "https://data.humdata.org/syr.geojson",
    )


def test_a_source_that_cannot_be_had_does_not_keep_the_others_out(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    online(monkeypatch, Network(tmp_path, fails="humdata"))
    done = run("places", "add", "SY", "--json")
    assert (done.code, [json.loads(line)["id"] for line in done.out.splitlines()]) == (3, ["geonames:SYR"])
    assert done.err.startswith("cod-ab: https://data.humdata.org/")
    online(monkeypatch, Network(tmp_path, fails="geonames"))
    done = run("places", "add", "SY", "--source", "geonames")
    assert (done.code, done.out, "--from" in done.err) == (3, "", True)


def test_a_damaged_file_of_added_places_is_explained(run: Run, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database" * 100)
    for args in (["list"], ["find", "Aleppo"], ["remove", "x"]):
        done = run("places", *args)
        assert (done.code, "the added places cannot be read" in done.err) == (4, True)
