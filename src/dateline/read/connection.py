"""One request to one IP address, bounded in time and in bytes.

urllib3 is used because it comes with trafilatura anyway, takes an IP address to connect to beside the name that a
certificate must bear (by its public parameters), unpacks bodies within bounds, and follows nothing by itself. Proxies
and cookies are not used.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from threading import Event, Timer
from typing import TYPE_CHECKING, Final

from dateline.read.address import Address
from dateline.read.fetch_error import LATER, FetchError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

LARGEST: Final = 20_000_000  # bytes
_CHUNK: Final = 1 << 16
_CERTIFICATE: Final = "Check the clock of this machine and the address; if both are right, the site is misconfigured."


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: seconds to connect, seconds between two pieces, seconds in all, and bytes when unpacked."""

    connect: float = 10
    read: float = 20
    total: float = 60
    size: int = LARGEST


class Exchange:
    """A request that was sent and whose answer has begun: look at it, then take the body or leave it."""

    def __init__(self, response: BaseHTTPResponse, address: Address, limits: Limits) -> None:
        self._response = response
        self._address = address
        self._limits = limits
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.headers.items()}

    def body(self) -> bytes:
        """The whole body, unpacked; raises FetchError for more bytes than the limit, packed or not."""
        said = self.headers.get("content-length", "")
        if said.isascii() and said.isdigit() and int(said) > self._limits.size:
            raise self._too_big(f"{int(said):,} bytes")
        pieces, size = [], 0
        while piece := self._response.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if max(size, self._response.tell()) > self._limits.size:
                raise self._too_big(f"more than {self._limits.size:,} bytes")
        return b"".join(pieces)

    def _too_big(self, said: str) -> FetchError:
        return FetchError(f"has {said}, and at most {self._limits.size:,} are fetched", where=self._address.url)


@contextmanager
def exchange(address: Address, ip: str, *, headers: Mapping[str, str], limits: Limits) -> Iterator[Exchange]:
    """Asks `ip` for `address`; every failure, inside the block too, is a FetchError that names the address."""
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 (only where something is fetched)

    connection = _connection(address, ip, limits)
    alarm = _Alarm(limits.total)
    try:
        connection.connect()
        alarm.cuts(connection.sock)
        connection.timeout = min(limits.read, limits.total)  # from here on, between two pieces
        connection.request("GET", address.target, headers={"Host": address.authority, **headers}, preload_content=False)
        yield Exchange(connection.getresponse(), address, limits)
        if alarm.rang:  # a body without a length ends quietly when it is cut
            raise _too_slow(address, limits)
    except (HTTPError, HTTPException, OSError) as error:
        if alarm.rang:
            raise _too_slow(address, limits) from error
        raise _explained(error, address, limits) from error
    finally:
        alarm.cancel()
        connection.close()


def _connection(address: Address, ip: str, limits: Limits) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 (as above)

    if address.scheme == "http":
        made: HTTPConnection = HTTPConnection(ip, address.port, timeout=min(limits.connect, limits.total))
    else:
        made = HTTPSConnection(
            ip,
            address.port,
            timeout=min(limits.connect, limits.total),
            ssl_context=_trust(),
            server_hostname=address.host,  # what the certificate must bear
        )
    return made


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that the system trusts, and those of certifi: some systems come without any."""
    import certifi  # noqa: PLC0415 (as above)

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _Alarm:
    """Cuts a connection after so many seconds.

    Time-outs of sockets are between two pieces: a server that drips a byte now and then would hold us for ever.
    """

    def __init__(self, seconds: float) -> None:
        self._late = Event()
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    @property
    def rang(self) -> bool:
        """Whether the time is over."""
        return self._late.is_set()

    def cuts(self, connected: socket.socket) -> None:
        """Says what to cut; http.client lets go of it before the body is read."""
        self._socket = connected
        if self.rang:
            self._ring()

    def cancel(self) -> None:
        """Cuts nothing any more."""
        self._timer.cancel()

    def _ring(self) -> None:
        self._late.set()
        if self._socket is not None:
            with suppress(OSError):  # closed meanwhile
                # the plain socket's: TLS would first take leave of a server that may not listen
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _too_slow(address: Address, limits: Limits) -> FetchError:
    what = f"did not come within {limits.total:g} s"
    return FetchError(what, where=address.url, remedy=LATER, transient=True)


def _explained(error: Exception, address: Address, limits: Limits) -> FetchError:
    causes = [error, error.__cause__, error.__context__, *error.args]
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return FetchError(f"its certificate is not valid ({error})", where=address.url, remedy=_CERTIFICATE)
    if any(isinstance(cause, TimeoutError) for cause in causes) or "timed out" in str(error):
        what = f"its server gave no sign for {limits.read:g} s"
        return FetchError(what, where=address.url, remedy=LATER, transient=True)
    return FetchError(f"cannot be fetched: {error}", where=address.url, remedy=LATER, transient=True)
