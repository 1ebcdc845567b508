"""Downloads, with a fake in place of the network: addresses, https alone, limits, errors that name the remedy."""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPMessage
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.ground.sources import fetch as module
from dateline.ground.sources.fetch import cod_ab, fetch, geonames

HDX = {
    "result": {
        "license_title": "Creative Commons Attribution for Intergovernmental Organisations",
        "resources": [
            {"format": "SHP", "url": "https://data.humdata.org/a/syr_shp.zip", "name": "syr_shp.zip"},
            {
                "format": "GeoJSON",
                "url": "https://data.humdata.org/a/syr_admin.geojson.zip",
                "name": "syr_admin.geojson.zip",
            },
        ],
    }
}


class Server:
    """Stands in for the network: what each address gives, and what was asked for."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, url: str, target: Path) -> None:
        """Writes what the address gives, and keeps the address."""
        self.asked.append(url)
        target.write_bytes(self.answers.get(url, b""))


def test_geonames_is_asked_for_the_dump_and_the_names(tmp_path: Path) -> None:
    server = Server({})
    paths = geonames("SYR", tmp_path, fetch=server)
    assert server.asked == [
        "https://download.geonames.org/export/dump/SY.zip",
        "https://download.geonames.org/export/dump/alternatenames/SY.zip",
    ]
    assert list(paths.values()) == server.asked
    assert all(path.exists() for path in paths)


def test_hdx_is_asked_which_geojson_there_is_and_under_which_licence(tmp_path: Path) -> None:
    about = "https://data.humdata.org/api/3/action/package_show?id=cod-ab-syr"
    server = Server({about: json.dumps(HDX).encode()})
    paths, licence = cod_ab("SYR", tmp_path, fetch=server)
    assert server.asked == [about, "https://data.humdata.org/a/syr_admin.geojson.zip"]
    assert [path.suffix for path in paths] == [".zip"]
    assert licence.startswith("Creative Commons")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"<html>", "not understood"),
        (b'{"result": {}}', "not understood"),
        (b'{"result": {"resources": []}}', r"no GeoJSON.*ogr2ogr"),
    ],
)
def test_an_answer_of_hdx_that_does_not_help_is_explained(tmp_path: Path, answer: bytes, says: str) -> None:
    server = Server({f"{module.HDX}syr": answer})
    with pytest.raises(InputError, match=says):
        cod_ab("SYR", tmp_path, fetch=server)


class Opener:
    """Stands in for urllib's opener."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.timeout: float | None = None

    def open(self, request: urllib.request.Request, timeout: float) -> io.BytesIO:
        """The answer, or the failure."""
        assert request.full_url.startswith("https://")
        self.timeout = timeout
        if isinstance(self.answer, Exception):
            raise self.answer
        return io.BytesIO(self.answer)


def answering(monkeypatch: pytest.MonkeyPatch, answer: bytes | Exception) -> Opener:
    opener = Opener(answer)
    monkeypatch.setattr(urllib.request, "build_opener", lambda *_: opener)
    return opener


URL = "https://example.org/SY.zip"


def test_a_download_is_written_and_has_a_time_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opener = answering(monkeypatch, b"abc" * 50_000)
    fetch(URL, tmp_path / "SY.zip")
    assert (tmp_path / "SY.zip").read_bytes() == b"abc" * 50_000
    assert opener.timeout == module.SECONDS


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (urllib.error.HTTPError(URL, 404, "Not Found", Message(), None), "the server answers 404 Not Found"),
        (urllib.error.URLError("Name or service not known"), "cannot be downloaded: Name or service not known"),
        (TimeoutError("timed out"), "cannot be downloaded: timed out"),
        (ConnectionResetError("reset"), "cannot be downloaded: reset"),
        (b"x" * 200, "it is larger than"),
    ],
)
def test_what_goes_wrong_names_the_address_and_the_way_without_network(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: bytes | Exception, says: str
) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    answering(monkeypatch, answer)
    with pytest.raises(InputError, match=rf"{URL}: .*{says}.*--from"):
        fetch(URL, tmp_path / "SY.zip")


@pytest.mark.parametrize("url", ["http://example.org/SY.zip", "file:///etc/passwd", "ftp://example.org/a"])
def test_only_https_is_used(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match="only https"):
        fetch(url, tmp_path / "x")


def test_a_redirect_may_not_leave_https() -> None:
    handler = module._OnlyHttps()
    request = urllib.request.Request(URL)
    rest = (io.BytesIO(), 302, "Found", HTTPMessage())
    with pytest.raises(InputError, match="not https"):
        handler.redirect_request(request, *rest, "http://example.org/SY.zip")
    followed = handler.redirect_request(request, *rest, "https://example.net/SY.zip")
    assert followed is not None
    assert followed.full_url == "https://example.net/SY.zip"
