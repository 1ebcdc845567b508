"""Manners towards servers: what robots.txt asks for, a pause between two requests, and Retry-After.

Protego reads robots.txt, because the standard library's reader knows neither wildcards nor the longest rule first
(RFC 9309). All of this is kept in memory, for one run of a command.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from dateline.read.address import Address
from dateline.read.fetch_error import BY_HAND, LATER, FetchError
from dateline.text.decode import decode

if TYPE_CHECKING:
    from protego import Protego

ROBOTS_BYTES: Final = 512_000  # RFC 9309 asks for at least 500 KiB
_TOKEN: Final = "Dateline"  # noqa: S105 (the name that robots.txt may call us by)
_HOURS: Final = 12 * 3600
_MINUTES: Final = 10 * 60
_LONGEST_WAIT: Final = 24 * 3600
_TOO_MANY: Final = 429
_SERVER_FAILS: Final = 500
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Rules:
    """The robots.txt of one server, and until when it holds. `shut` closes everything; without both all is open."""

    until: float
    file: Protego | None = None
    shut: FetchError | None = None

    def check(self, url: str) -> None:
        """Raises FetchError where `url` may not be fetched."""
        if self.shut:
            raise FetchError(self.shut.what, where=url, remedy=self.shut.remedy, transient=self.shut.transient)
        if self.file and not self.file.can_fetch(url, _TOKEN):
            raise FetchError("is closed to programs by its site's robots.txt", where=url, remedy=BY_HAND)

    def pause(self) -> float:
        """The seconds between two requests that the site asks for; 0 where it asks for none."""
        if self.file is None:
            return 0
        rate = self.file.request_rate(_TOKEN)
        return max(self.file.crawl_delay(_TOKEN) or 0, rate.seconds / rate.requests if rate and rate.requests else 0)


def robots_rules(status: int, body: bytes, *, now: float) -> Rules:
    """The rules in what a server answered for robots.txt: none where it has no such file, all shut where it fails."""
    if status == _TOO_MANY or status >= _SERVER_FAILS:
        what = f"has a robots.txt that cannot be had (the server answers {status})"
        return Rules(now + _MINUTES, shut=FetchError(what, where="", remedy=LATER, transient=True))
    if status != _OK:
        return Rules(now + _HOURS)
    from protego import Protego  # noqa: PLC0415 (only where something is fetched)

    return Rules(now + _HOURS, Protego.parse(decode(body).text))


def unreachable_rules(error: FetchError, *, now: float) -> Rules:
    """The rules of a server whose robots.txt cannot be had: what is allowed is not known, so nothing is."""
    return Rules(now + _MINUTES, shut=error)


@dataclass(slots=True)
class Manners:
    """Who was asked when, and what they ask for.

    `pause` is the least number of seconds between two requests to one server, `patience` the longest wait: where more
    is asked for, the request is put off with a FetchError that says until when.
    """

    pause: float = 1
    patience: float = 60
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, Rules] = field(default_factory=dict)
    _free: dict[str, float] = field(default_factory=dict)  # when a server may be asked again

    def rules(self, address: Address, ask: Callable[[], Rules]) -> Rules:
        """The rules of the server, by `ask` where they are not known or have grown old."""
        known = self._rules.get(address.origin)
        if known is None or known.until < self.clock():
            known = self._rules[address.origin] = ask()
        return known

    def wait(self, address: Address, *, asked: float = 0) -> None:
        """Waits for the server's turn and takes it; `asked` is the pause in seconds that robots.txt asks for."""
        left = self._free.get(address.origin, 0) - self.clock()
        if left > self.patience:
            what = f"is put off: its server asks to be left alone for {left:.0f} s more"
            raise FetchError(what, where=address.url, remedy=LATER, transient=True, wait=left)
        if left > 0:
            self.sleep(left)
        self._free[address.origin] = self.clock() + max(self.pause, asked)

    def leave_alone(self, address: Address, seconds: float) -> None:
        """Keeps away from a server for a while, as it asked."""
        self._free[address.origin] = max(self._free.get(address.origin, 0), self.clock() + seconds)


def retry_after(written: str | None, *, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header (a number or a date) asks for, a day at most; None where it has none."""
    said = (written or "").strip()
    if re.fullmatch(r"[0-9]+", said):
        return min(float(said), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - (now or datetime.now(tz=UTC))).total_seconds(), 0), _LONGEST_WAIT)
