"""Addresses: what is asked, what never is, and which machines a name may lead to."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.address import forbidden_at_home, forbidden_publicly, parse_address, reachable, system_resolve
from dateline.read.fetch_error import FetchError

GOOD = [
    ("http://example.org", "http://example.org/", "example.org", 80),
    (" https://Example.ORG/a?b=c#d ", "https://example.org/a?b=c", "example.org", 443),
    ("HTTPS://example.org:443/", "https://example.org/", "example.org", 443),
    ("http://example.org:8080/x", "http://example.org:8080/x", "example.org", 8080),
    (
        "http://قارة.example/أخبار",
        "http://xn--mgbex0e.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1",
        "xn--mgbex0e.example",
        80,
    ),
    ("http://example.org/a%20b?q=é", "http://example.org/a%20b?q=%C3%A9", "example.org", 80),
    ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/", "2001:db8::1", 81),
    ("http://2130706433/", "http://2130706433/", "2130706433", 80),
]


@pytest.mark.parametrize(("said", "url", "host", "port"), GOOD)
def test_parts_of_an_address(said: str, url: str, host: str, port: int) -> None:
    address = parse_address(said)
    assert (address.url, address.host, address.port) == (url, host, port)
    assert parse_address(url) == address


BAD = [
    ("file:///etc/passwd", "begins with file:"),
    ("ftp://example.org/", "begins with ftp:"),
    ("javascript:alert(1)", "begins with javascript:"),
    ("example.org", "begins with nothing:"),
    ("http://", "names no host"),
    ("http://a b/", "blank"),
    ("http://example.org\\@127.0.0.1/", "backslash"),
    ("http://example.org/\r\nHost: x", "blank"),
    ("http://example.org:99999/", "is no address"),
    ("http://[::1/", "is no address"),
    ("http://[fe80::zz]/", "is no address"),
    (f"http://{'a' * 64}.org/", "no name"),
    (f"http://example.org/{'a' * 5000}", "longer than"),
]


@pytest.mark.parametrize(("said", "what"), BAD)
def test_what_is_never_asked_is_refused_with_a_reason(said: str, what: str) -> None:
    with pytest.raises(FetchError) as refused:
        parse_address(said)
    assert what in refused.value.what
    assert refused.value.remedy
    assert not refused.value.transient


def test_a_password_is_neither_sent_nor_shown() -> None:
    with pytest.raises(FetchError) as refused:
        parse_address("http://amal:secret@example.org/a")
    assert "secret" not in str(refused.value)
    assert "amal" not in str(refused.value)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/b", "https://example.org/b"),
        ("b", "https://example.org/news/b"),
        ("//other.example/c", "https://other.example/c"),
        ("?p=2", "https://example.org/news/a?p=2"),
    ],
)
def test_a_relative_address(link: str, url: str) -> None:
    assert parse_address(link, base="https://example.org/news/a").url == url


@given(st.text(), st.sampled_from(["", "http://", "http://[", "https://a:", "//"]))
def test_any_text_is_an_address_or_refused(text: str, head: str) -> None:
    try:
        address = parse_address(head + text)
    except FetchError:
        return
    assert address.url.isascii()
    assert address.scheme in {"http", "https"}
    assert not set(address.target + address.host) & set(" \r\n\t\\")


# (IP address, may be asked by everybody, may be asked with --allow-private)
MACHINES = [
    ("93.184.216.34", True, True),
    ("2606:2800:220:1:248:1893:25c8:1946", True, True),
    ("127.0.0.1", False, True),
    ("127.8.9.10", False, True),
    ("10.1.2.3", False, True),
    ("172.16.0.1", False, True),
    ("192.168.1.1", False, True),
    ("100.64.0.1", False, True),
    ("192.0.2.1", False, True),
    ("::1", False, True),
    ("fd12:3456::1", False, True),
    ("::ffff:127.0.0.1", False, True),
    ("::ffff:93.184.216.34", True, True),
    ("64:ff9b::5db8:d822", True, True),
    ("64:ff9b::7f00:1", False, True),
    ("2002:7f00:1::", False, True),
    ("2002:5db8:d822::", True, True),
    ("0.0.0.0", False, False),  # noqa: S104 (refused)
    ("::", False, False),
    ("169.254.169.254", False, False),
    ("::ffff:169.254.169.254", False, False),
    ("64:ff9b::a9fe:a9fe", False, False),
    ("2002:a9fe:a9fe::", False, False),
    ("169.254.1.1", False, False),
    ("fe80::1", False, False),
    ("fe80::1%1", False, False),
    ("100.100.100.200", False, False),
    ("fd00:ec2::254", False, False),
    ("224.0.0.1", False, False),
    ("ff02::1", False, False),
    ("240.0.0.1", False, False),
    ("255.255.255.255", False, False),
]


@pytest.mark.parametrize(("ip", "publicly", "at_home"), MACHINES)
def test_which_machines_may_be_asked(ip: str, publicly: bool, at_home: bool) -> None:  # noqa: FBT001 (a table's column)
    assert (forbidden_publicly(ip_address(ip)) is None, forbidden_at_home(ip_address(ip)) is None) == (
        publicly,
        at_home,
    )


@given(st.ip_addresses())
def test_what_is_forbidden_at_home_is_forbidden_everywhere(ip: object) -> None:
    address = ip_address(str(ip))
    if forbidden_at_home(address):
        assert forbidden_publicly(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:7f00:1]", "localhost"])
def test_a_private_address_in_disguise_is_seen_through(host: str) -> None:
    with pytest.raises(FetchError) as refused:
        reachable(parse_address(f"http://{host}/"), resolve=system_resolve, forbidden=forbidden_publicly)
    assert "private network" in refused.value.what
    assert "--allow-private" in refused.value.remedy


def test_of_several_addresses_only_the_open_ones_are_asked() -> None:
    ips = reachable(
        parse_address("http://a.example/"),
        resolve=lambda *_: ["10.0.0.1", "93.184.216.34", "fe80::1"],
        forbidden=forbidden_publicly,
    )
    assert ips == ["93.184.216.34"]


def test_an_unknown_host_may_be_known_later() -> None:
    def unknown(*_: object) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchError) as refused:
        reachable(parse_address("http://a.example/"), resolve=unknown, forbidden=forbidden_publicly)
    assert refused.value.transient
    assert "Name or service not known" in refused.value.what
