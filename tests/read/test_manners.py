"""Retry-After and how long rules hold."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.read.address import parse_address
from dateline.read.manners import Manners, Rules, retry_after, robots_rules
from tests.site import Clock

NOW = datetime(2021, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("99999999999", 86400),
        ("Tue, 02 Mar 2021 12:10:00 GMT", 600),
        ("Tue, 02 Mar 2021 13:10:00 +0100", 600),
        ("Tue, 02 Mar 2021 11:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(written: str | None, seconds: float | None) -> None:
    assert retry_after(written, now=NOW) == seconds


def test_rules_are_asked_again_once_they_are_old() -> None:
    clock, asked = Clock(), list[float]()
    manners, address = Manners(clock=clock.time, sleep=clock.sleep), parse_address("http://a.example/b")

    def ask() -> Rules:
        asked.append(clock.now)
        return robots_rules(404, b"", now=clock.now)

    for hours in (0, 11, 2):
        clock.now += hours * 3600
        manners.rules(address, ask).check(address.url)
    assert len(asked) == 2


def test_a_rate_is_a_pause() -> None:
    rules = robots_rules(200, b"User-agent: *\nRequest-rate: 1/30\n", now=0)
    assert rules.pause() == 30
