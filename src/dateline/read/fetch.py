"""Fetching one address: through its redirects, with manners, within bounds. Every failure is a FetchError."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from http import HTTPStatus
from typing import Final

from dateline.read.address import (
    Address,
    Allowed,
    Resolve,
    forbidden_at_home,
    forbidden_publicly,
    parse_address,
    reachable,
    system_resolve,
)
from dateline.read.connection import LARGEST, Exchange, Limits, exchange
from dateline.read.fetch_error import BY_HAND, LATER, FetchError
from dateline.read.manners import ROBOTS_BYTES, Manners, Rules, retry_after, robots_rules, unreachable_rules

REDIRECTS: Final = 5
_LEAST_SECONDS: Final = 0.5  # for a request after slow redirects
_TRIES: Final = 3  # addresses of one host that are tried
_REDIRECT: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})
_TRANSIENT: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_CLOSED: Final = {
    401: "It asks for a password; open it in a browser, save the page, and give the file.",
    402: "It is for subscribers; open it in a browser, save the page, and give the file.",
    404: "Check its spelling; it may have been taken down.",
    410: "It was taken down for good.",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: media types that are taken, named `kind` for people, and validators of an earlier answer."""

    kind: str
    media: tuple[str, ...]
    etag: str | None = None
    modified: str | None = None
    size: int = LARGEST


_ROBOTS: Final = Wanted("a robots.txt", ("text/plain",), size=ROBOTS_BYTES)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came. `url` is where it lay in the end; `media` and `charset` are as declared, in lower case, or None.

    `body` is None where nothing has changed since the answer whose validators were sent; `moment` is in UTC.
    """

    url: str
    body: bytes | None
    media: str | None
    charset: str | None
    etag: str | None
    modified: str | None
    moment: datetime


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches web addresses; `agent` is how it calls itself. Keep one for a whole run: it remembers its manners.

    With `allow_private` machines of private networks and this one may be asked too; link-local, multicast and reserved
    addresses and those where clouds keep their keys never are. `forbidden` puts another rule in place of both.
    """

    agent: str
    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    manners: Manners = field(default_factory=Manners)
    resolve: Resolve = system_resolve
    forbidden: Allowed | None = None

    def get(self, url: str, wanted: Wanted) -> Fetched:
        """The document at `url`, after at most five redirects; raises FetchError where it cannot or may not be had."""
        address = parse_address(url)
        seen, left = {address.url}, self.limits.total
        for _ in range(REDIRECTS + 1):
            ips = self._ips(address)
            self._take_turn(address, ips)
            started = time.monotonic()
            with self._asked(address, ips, wanted, seconds=left) as answer:
                if answer.status not in _REDIRECT:
                    return self._taken(address, answer, wanted)
                address = _next(address, answer, first=url)
            left = max(left - (time.monotonic() - started), _LEAST_SECONDS)
            if address.url in seen:
                raise FetchError("redirects in a circle", where=url, remedy=BY_HAND)
            seen.add(address.url)
        raise FetchError(f"redirects more than {REDIRECTS} times", where=url, remedy=BY_HAND)

    def _ips(self, address: Address) -> list[str]:
        forbidden = self.forbidden or (forbidden_at_home if self.allow_private else forbidden_publicly)
        return reachable(address, resolve=self.resolve, forbidden=forbidden)[:_TRIES]

    def _take_turn(self, address: Address, ips: list[str]) -> None:
        rules = self.manners.rules(address, lambda: self._robots(address, ips))
        rules.check(address.url)
        self.manners.wait(address, asked=rules.pause())

    def _robots(self, address: Address, ips: list[str]) -> Rules:
        """The server's robots.txt, through its redirects; what fails on the way counts as RFC 9309 says."""
        now, here = self.manners.clock(), parse_address("/robots.txt", base=address.url)
        try:
            for _ in range(REDIRECTS + 1):
                self.manners.wait(here)
                with self._asked(here, ips, _ROBOTS, seconds=self.limits.total) as answer:
                    if answer.status not in _REDIRECT:
                        body = answer.body() if answer.status == HTTPStatus.OK else b""
                        return robots_rules(answer.status, body, now=now)
                    here = _next(here, answer, first=here.url)
                ips = self._ips(here)
        except FetchError as error:
            if error.wait is not None:
                raise
            return unreachable_rules(error, now=now)
        return robots_rules(HTTPStatus.NOT_FOUND, b"", now=now)

    @contextmanager
    def _asked(self, address: Address, ips: list[str], wanted: Wanted, *, seconds: float) -> Iterator[Exchange]:
        """The exchange with the first of `ips` that answers."""
        limits = replace(self.limits, total=seconds, size=wanted.size)
        with ExitStack() as stack:
            for ip in ips:
                try:
                    made = exchange(address, ip, headers=self._headers(wanted), limits=limits)
                    answer = stack.enter_context(made)
                    break
                except FetchError as error:
                    if ip == ips[-1] or not error.transient:
                        raise
            yield answer

    def _headers(self, wanted: Wanted) -> Mapping[str, str]:
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip, deflate", "Connection": "close"}
        headers["Accept"] = ", ".join((*wanted.media, "*/*;q=0.1"))
        if wanted.etag:
            headers["If-None-Match"] = wanted.etag
        if wanted.modified:
            headers["If-Modified-Since"] = wanted.modified
        return headers

    def _taken(self, address: Address, answer: Exchange, wanted: Wanted) -> Fetched:
        if answer.status in _BUSY:
            self._told_to_wait(address, answer)
        if answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            raise _refused(address, answer.status)
        media, charset = _declared(answer.headers.get("content-type", ""))
        unchanged = answer.status == HTTPStatus.NOT_MODIFIED
        if not unchanged and media and media not in wanted.media:
            raise FetchError(f"is {media}, not {wanted.kind}", where=address.url)
        return Fetched(
            address.url,
            None if unchanged else answer.body(),
            media,
            charset,
            answer.headers.get("etag"),
            answer.headers.get("last-modified"),
            datetime.now(tz=UTC).replace(microsecond=0),
        )

    def _told_to_wait(self, address: Address, answer: Exchange) -> None:
        wait = retry_after(answer.headers.get("retry-after"))
        if wait is not None:
            self.manners.leave_alone(address, wait)
            what = f"is put off: its server answers {answer.status} and asks to be left alone for {wait:.0f} s"
            raise FetchError(what, where=address.url, remedy=LATER, transient=True, wait=wait)


def _next(address: Address, answer: Exchange, *, first: str) -> Address:
    """Where a redirect leads; raises FetchError, naming the `first` address, where that is nothing to be asked."""
    goal = answer.headers.get("location")
    if not goal:
        raise FetchError("redirects without saying where to", where=first, remedy=BY_HAND)
    try:
        # Spaces and letters beyond ASCII do stand in this header, and browsers follow them all the same.
        return parse_address(goal.strip().replace(" ", "%20"), base=address.url)
    except FetchError as error:
        raise FetchError(f"redirects to what {error.what} ({error.where})", where=first, remedy=BY_HAND) from error


def _refused(address: Address, status: int) -> FetchError:
    try:
        phrase = f" ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = ""
    transient = status in _TRANSIENT
    remedy = _CLOSED.get(status, LATER if transient else BY_HAND)
    return FetchError(f"the server answers {status}{phrase}", where=address.url, remedy=remedy, transient=transient)


def _declared(header: str) -> tuple[str | None, str | None]:
    """The media type and the charset of a Content-Type header, in lower case."""
    if not header.strip():
        return None, None
    message = Message()
    message["Content-Type"] = header.replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip().lower() if isinstance(charset, str) else None
