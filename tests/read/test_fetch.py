"""Fetching from a site on this machine: what comes, and what hostile servers get."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from typing import Any

import pytest

from dateline.read.address import IP
from dateline.read.connection import Limits
from dateline.read.fetch import Fetcher, Wanted
from dateline.read.fetch_error import FetchError
from tests.site import QUICK, Clock, Page, Site, article_page, fetcher, serving

WANTED = Wanted("a web page", ("text/html", "text/plain"), size=200_000)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""
    with serving() as made:
        yield made


def refused(url: str, asking: Fetcher | None = None) -> FetchError:
    with pytest.raises(FetchError) as error:
        (asking or fetcher()).get(url, WANTED)
    assert error.value.where
    assert error.value.remedy
    return error.value


def test_a_page_with_what_is_said_of_it(site: Site) -> None:
    headers = {"ETag": '"7"', "Last-Modified": "Tue, 02 Mar 2021 10:00:00 GMT"}
    site.pages["/a?b=c"] = replace(article_page(), media='Text/HTML; Charset="Windows-1256"', headers=headers)
    got = fetcher().get(f"{site.url}/a?b=c#d", WANTED)
    assert got.body == article_page().body
    assert (got.url, got.media, got.charset) == (f"{site.url}/a?b=c", "text/html", "windows-1256")
    assert (got.etag, got.modified) == ('"7"', headers["Last-Modified"])
    assert got.moment.tzinfo is not None
    _, sent = site.asked[-1]
    assert (sent["User-Agent"], sent["Host"]) == ("Dateline/test", site.url.removeprefix("http://"))
    assert "Cookie" not in sent


def test_what_has_not_changed_comes_without_a_body(site: Site) -> None:
    site.pages["/f"] = Page(status=304, media="")
    got = fetcher().get(f"{site.url}/f", replace(WANTED, etag='"7"', modified="yesterday"))
    assert got.body is None
    _, sent = site.asked[-1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"7"', "yesterday")


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(b"Qarrah fell.")),
        ("deflate", zlib.compress(b"Qarrah fell.")),
        ("identity", b"Qarrah fell."),
    ],
)
def test_a_packed_body_is_unpacked(site: Site, coding: str, packed: bytes) -> None:
    site.pages["/a"] = Page(packed, headers={"Content-Encoding": coding})
    assert fetcher().get(f"{site.url}/a", WANTED).body == b"Qarrah fell."


def test_a_redirect_is_followed(site: Site) -> None:
    site.pages["/a"] = Page(status=301, headers={"Location": "b c?x=é".encode().decode("latin-1")})
    site.pages["/b%20c?x=%C3%83%C2%A9"] = article_page()
    assert fetcher().get(f"{site.url}/a", WANTED).url == f"{site.url}/b%20c?x=%C3%83%C2%A9"


def chain(site: Site, length: int) -> str:
    for number in range(length):
        site.pages[f"/{number}"] = Page(status=302, headers={"Location": f"/{number + 1}"})
    site.pages[f"/{length}"] = article_page()
    return f"{site.url}/0"


def test_five_redirects_are_followed_and_no_more(site: Site) -> None:
    assert fetcher().get(chain(site, 5), WANTED).url == f"{site.url}/5"
    assert "more than 5 times" in refused(chain(site, 6)).what


@pytest.mark.parametrize(
    ("goal", "what"),
    [
        ("http://169.254.169.254/latest/meta-data/", "leads to 169.254.169.254, which is link-local"),
        ("http://[::ffff:a9fe:a9fe]/", "which is link-local"),
        ("http://0.0.0.0/", "which is link-local, multicast, reserved"),
        ("file:///etc/passwd", "begins with file:"),
        ("gopher://127.0.0.1/", "begins with gopher:"),
        ("http://u:p@127.0.0.1/", "a user name or a password"),
        ("http://[::1", "is no address"),
        ("/a", "in a circle"),
        ("/b", "in a circle"),
        ("", "without saying where"),
    ],
)
def test_a_redirect_to_where_nothing_is_asked(site: Site, goal: str, what: str) -> None:
    site.pages["/a"] = Page(status=302, headers={"Location": goal})
    site.pages["/b"] = Page(status=302, headers={"Location": "/a"})
    assert what in refused(f"{site.url}/a").what
    assert len(site.paths()) <= 2


def only_the_first(ip: IP) -> str | None:
    return None if ip == ip_address("127.0.0.1") else "not the first"


def test_each_hop_is_checked_and_not_only_the_first(site: Site) -> None:
    goal = site.url.replace("127.0.0.1", "127.0.0.2")
    site.pages["/a"] = Page(status=302, headers={"Location": f"{goal}/b"})
    site.pages["/b"] = article_page()
    assert (
        "leads to 127.0.0.2, which is not the first" in refused(f"{site.url}/a", fetcher(forbidden=only_the_first)).what
    )
    assert site.paths() == ["/a"]


def test_without_leave_this_machine_is_not_asked(site: Site) -> None:
    site.pages["/a"] = article_page()
    for url in (site.url, site.url.replace("127.0.0.1", "localhost"), site.url.replace("127.0.0.1", "2130706433")):
        assert "private network" in refused(f"{url}/a", Fetcher("Dateline/test", limits=QUICK)).what
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """A name server that says one address for the check and another for the connection is asked only once."""
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    resolved: list[str] = []

    def rebinding(host: str, _: int) -> list[str]:
        resolved.append(host)
        return answers[min(len(resolved), 2) - 1]

    site.pages["/a"] = article_page()
    port = site.url.rpartition(":")[2]
    asking = replace(fetcher(), resolve=rebinding)
    assert asking.get(f"http://rebound.example:{port}/a", WANTED).body == article_page().body
    assert resolved == ["rebound.example"]
    assert site.asked[-1][1]["Host"] == f"rebound.example:{port}"


def test_of_two_addresses_the_one_that_answers(site: Site) -> None:
    site.pages["/a"] = article_page()
    asking = replace(fetcher(), resolve=lambda *_: ["127.0.0.9", "127.0.0.1"])  # the first is shut
    assert asking.get(f"{site.url}/a", WANTED).body


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_an_ipv6_literal() -> None:
    try:
        with serving("::1") as site:
            site.pages["/a"] = article_page()
            assert fetcher().get(f"{site.url}/a", WANTED).url == f"{site.url}/a"
            assert site.asked[-1][1]["Host"] == site.url.removeprefix("http://")
    except OSError:
        pytest.skip("no IPv6 here")


def endless(out: Any) -> None:  # noqa: ANN401 (a socket's file)
    out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        out.write(b"x" * 10_000)


def dripping(out: Any) -> None:  # noqa: ANN401 (the same)
    out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    drip(out)


def drip(out: Any) -> None:  # noqa: ANN401 (the same)
    for _ in range(200):
        out.write(b"x")
        out.flush()
        time.sleep(0.05)


def dripping_head(out: Any) -> None:  # noqa: ANN401 (the same)
    out.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    drip(out)


def silent(out: Any) -> None:  # noqa: ANN401 (the same)
    out.flush()
    time.sleep(1.5)


def bomb() -> bytes:
    return gzip.compress(b"\0" * 50_000_000)


HOSTILE = [
    (Page(raw=endless), "more than 200,000 bytes", False),
    (Page(b"x" * 300_000), "300,000 bytes", False),
    (Page(b"x", headers={"Content-Length": "999999999999"}), "999,999,999,999 bytes", False),
    (Page(bomb(), headers={"Content-Encoding": "gzip"}), "more than 200,000 bytes", False),
    (Page(gzip.compress(bomb()), headers={"Content-Encoding": "gzip, gzip"}), "more than 200,000 bytes", False),
    (Page(b"x", headers={"Content-Encoding": ", ".join(["gzip"] * 20)}), "cannot be fetched", True),
    (Page(b"no gzip", headers={"Content-Encoding": "gzip"}), "cannot be fetched", True),
    (Page(b"short", headers={"Content-Length": "100"}), "cannot be fetched", True),
    (Page(raw=dripping), "did not come within", True),
    (Page(raw=dripping_head), "did not come within", True),
    (Page(raw=silent), "no sign for", True),
    (Page(raw=lambda out: out.write(b"SSH-2.0-OpenSSH\r\n")), "cannot be fetched", True),
    (Page(raw=lambda out: out.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500)), "cannot be fetched", True),
    (Page(raw=lambda _: None), "cannot be fetched", True),
    (Page(b"%PDF-1.4", media="application/pdf"), "is application/pdf, not a web page", False),
    (Page(b"x", media="video/mp4"), "is video/mp4, not a web page", False),
    (Page(b"x", 404), "answers 404 (Not Found)", False),
    (Page(b"x", 403), "answers 403 (Forbidden)", False),
    (Page(b"x", 500), "answers 500", True),
    (Page(b"x", 999), "answers 999", False),
    (Page(b"x", 503), "answers 503", True),
]


@pytest.mark.parametrize(("page", "what", "transient"), HOSTILE)
def test_a_hostile_answer_ends_soon_and_says_why(site: Site, page: Page, what: str, transient: bool) -> None:  # noqa: FBT001 (a table's column)
    site.pages["/a"] = page
    started = time.monotonic()
    error = refused(f"{site.url}/a", fetcher(limits=Limits(connect=1, read=0.5, total=1)))
    assert what in error.what
    assert (error.where, error.transient) == (f"{site.url}/a", transient)
    assert time.monotonic() - started < 3


def test_what_a_server_sends_cannot_write_to_a_terminal(site: Site) -> None:
    site.pages["/a"] = Page(b"x", media="image/\x1b[2Jpng")
    site.pages["/b"] = Page(status=302, headers={"Location": "x:\x1b[2J" + "y" * 5000})
    for path in ("/a", "/b"):
        said = str(refused(site.url + path))
        assert said.isprintable()
        assert len(said) < 1500


def test_nobody_at_home_is_said_so() -> None:
    error = refused("http://127.0.0.1:9/a")
    assert ("refused" in error.what, error.transient) == (True, True)


def test_a_certificate_is_checked_even_at_home(site: Site) -> None:
    error = refused(site.url.replace("http:", "https:") + "/a")  # speaks no TLS at all
    assert "cannot be fetched" in error.what


ROBOTS = [
    (Page(b"User-agent: *\nDisallow: /private/", media="text/plain"), "/a", ""),
    (Page(b"User-agent: *\nDisallow: /a", media="text/plain"), "/a", "robots.txt"),
    (Page(b"User-agent: *\nDisallow: /*.html$\nAllow: /ok", media="text/plain"), "/x.html", "robots.txt"),
    (Page(b"User-agent: dateline\nDisallow: /", media="text/plain"), "/a", "robots.txt"),
    (Page(b"User-agent: other\nDisallow: /", media="text/plain"), "/a", ""),
    (Page(b"User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nAllow: /", media="text/plain"), "/a", ""),
    (Page(b"<html>nothing here</html>"), "/a", ""),
    (Page(b"\xff\xfe\x00binary", media="text/plain"), "/a", ""),
    (Page(b"", 404), "/a", ""),
    (Page(b"", 403), "/a", ""),
    (Page(b"", 500), "/a", "cannot be had (the server answers 500)"),
    (Page(b"", 429), "/a", "cannot be had (the server answers 429)"),
    (Page(b"", 301, headers={"Location": "/elsewhere.txt"}), "/a", "robots.txt"),
    (Page(b"", 301, headers={"Location": "/robots.txt"}), "/a", ""),
]


@pytest.mark.parametrize(("robots", "path", "what"), ROBOTS)
def test_robots_are_respected(site: Site, robots: Page, path: str, what: str) -> None:
    site.pages |= {"/robots.txt": robots, path: article_page()}
    site.pages["/elsewhere.txt"] = Page(b"User-agent: *\nDisallow: /", media="text/plain")
    if what:
        assert what in refused(site.url + path).what
        assert path not in site.paths()
    else:
        assert fetcher().get(site.url + path, WANTED).body


def test_robots_are_asked_once_and_hold_after_a_redirect(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /shut", media="text/plain")
    site.pages |= {"/a": article_page(), "/b": Page(status=302, headers={"Location": "/shut"}), "/shut": article_page()}
    asking = fetcher()
    asking.get(f"{site.url}/a", WANTED)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        asking.get(f"{site.url}/b", WANTED)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]


def test_a_site_is_asked_slowly(site: Site) -> None:
    site.pages["/a"] = article_page()
    clock = Clock()
    asking = fetcher(clock=clock)
    for _ in range(3):
        asking.get(f"{site.url}/a", WANTED)
    assert clock.slept == [1, 1, 1]
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 7\nAllow: /", media="text/plain")
    clock = Clock()
    asking = fetcher(clock=clock)
    for _ in range(3):
        asking.get(f"{site.url}/a", WANTED)
    assert clock.slept == [1, 7, 7]


def test_a_server_that_asks_to_be_left_alone_is_left_alone(site: Site) -> None:
    site.pages |= {"/a": Page(b"", 429, headers={"Retry-After": "3600"}), "/b": article_page()}
    clock = Clock()
    asking = fetcher(clock=clock)
    first, second = refused(f"{site.url}/a", asking), refused(f"{site.url}/b", asking)
    assert (first.wait, first.transient, round(second.wait or 0), second.transient) == (3600, True, 3600, True)
    assert site.paths() == ["/a"]
    clock.now += 3600
    assert asking.get(f"{site.url}/b", WANTED).body


def test_a_short_wait_is_waited(site: Site) -> None:
    site.pages |= {"/a": Page(b"", 503, headers={"Retry-After": "5"}), "/b": article_page()}
    clock = Clock()
    asking = fetcher(clock=clock)
    assert refused(f"{site.url}/a", asking).wait == 5
    assert asking.get(f"{site.url}/b", WANTED).body
    assert clock.slept == [1, 5]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A certificate for qarrah.example that signs itself, and its key."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("makes its certificate with openssl")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=qarrah.example", "-addext", "subjectAltName=DNS:qarrah.example"]
    made = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names]
    files = str(folder / "cert.pem"), str(folder / "key.pem")
    subprocess.run([*made, "-out", files[0], "-keyout", files[1]], check=True, capture_output=True)
    return files


@pytest.mark.parametrize(
    ("host", "trusted", "what"),
    [
        ("qarrah.example", True, ""),
        ("qarrah.example", False, "its certificate is not valid"),
        ("other.example", True, "its certificate is not valid"),
        ("127.0.0.1", True, "its certificate is not valid"),
    ],
)
def test_a_certificate_must_bear_the_name_though_the_connection_goes_to_an_address(
    certificate: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    trusted: bool,  # noqa: FBT001 (a table's column)
    what: str,
) -> None:
    trust = ssl.create_default_context(cafile=certificate[0] if trusted else None)
    monkeypatch.setattr("dateline.read.connection._trust", lambda: trust)
    with serving(tls=certificate) as site:
        site.pages["/a"] = article_page()
        url = site.url.replace("http://127.0.0.1", f"https://{host}") + "/a"
        asking = replace(fetcher(), resolve=lambda *_: ["127.0.0.1"])
        if what:
            assert what in refused(url, asking).what
            assert site.asked == []
        else:
            assert asking.get(url, WANTED).body == article_page().body
