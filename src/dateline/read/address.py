"""Web addresses: which ones may be asked at all, and which machines their names may lead to.

A name is resolved once, and the connection goes to the very address that was checked: a name server that answers
differently the second time changes nothing. Each redirect goes through the same checks.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from dateline.read.fetch_error import FetchError

IP = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]
Allowed = Callable[[IP], str | None]

ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 4096  # characters
_STRANGE: Final = re.compile(r"[\x00-\x20\x7f\\]")
_HOST: Final = re.compile(r"[a-z0-9._-]+")
_PATH: Final = "/%:@!$&'()*+,;=~"
_NAT64: Final = IPv6Network("64:ff9b::/96")
# Where clouds tell machines their own keys. They stay closed even where private addresses are allowed.
_METADATA: Final = frozenset(map(ip_address, ("169.254.169.254", "100.100.100.200", "fd00:ec2::254")))
_NEVER: Final = "link-local, multicast, reserved or a cloud's own"
_ASK_FOR_WEB: Final = "Give an address that begins with http:// or https://."
_PRIVATE: Final = "If you trust it, such as a server of your own network, allow it with --allow-private."


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in its parts: `url` whole and without a fragment, `host` in ASCII without brackets.

    `target` is what a request asks for: path and query.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: whose robots.txt holds, and who is counted as one server."""
        return f"{self.scheme}://{self.authority}"


def parse_address(given: str, *, base: str | None = None) -> Address:
    """The parts of an address, resolved against `base` where it is relative; raises FetchError for one never asked."""
    said = given.strip()
    if _STRANGE.search(said) or len(said) > _LONGEST:
        what = f"is longer than {_LONGEST} characters" if len(said) > _LONGEST else "holds a blank or a backslash"
        raise FetchError(f"is no address: it {what}", where=said[:200], remedy="Copy it again.")
    try:
        parts = urlsplit(urljoin(base, said) if base else said)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(f"is no address ({error})", where=said, remedy="Copy it again.") from None
    if parts.scheme not in _PORTS:
        scheme = parts.scheme or "nothing"
        raise FetchError(f"begins with {scheme}:, and only http and https are asked", where=said, remedy=_ASK_FOR_WEB)
    if parts.username is not None or parts.password is not None:
        raise FetchError("holds a user name or a password, which would be stored", where=_bare(parts, host))
    return _address(parts, _ascii(host, said), port or _PORTS[parts.scheme])


def _address(parts: SplitResult, host: str, port: int) -> Address:
    target = quote(parts.path or "/", safe=_PATH) + (f"?{quote(parts.query, safe=_PATH + '?')}" if parts.query else "")
    bare = Address("", parts.scheme, host, port, target)
    return Address(bare.origin + target, parts.scheme, host, port, target)


def _bare(parts: SplitResult, host: str) -> str:
    """The address as it may be shown and stored: without the password."""
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def _ascii(host: str, where: str) -> str:
    try:
        if ":" in host:
            return str(ip_address(host))
        name = host.encode("idna").decode("ascii").lower()
    except ValueError:  # UnicodeError is one
        name = "?"
    if not name:
        raise FetchError("names no host", where=where, remedy="Copy it again.")
    if not _HOST.fullmatch(name):
        raise FetchError("has a host that is no name of one", where=where, remedy="Copy it again.")
    return name


def system_resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the order in which the system would try them; OSError where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is empty or too long
        raise OSError(str(error)) from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def reachable(address: Address, *, resolve: Resolve, forbidden: Allowed) -> list[str]:
    """The IP addresses of `address` that may be connected to; raises FetchError where there is none.

    `forbidden` says why an IP address may not be asked, or None.
    """
    try:
        found = resolve(address.host, address.port)
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "Check its spelling and your connection."
        raise FetchError(
            f"its host cannot be found ({reason})", where=address.url, remedy=remedy, transient=True
        ) from error
    reasons = {ip: forbidden(ip_address(ip)) for ip in found}
    good = [ip for ip, reason in reasons.items() if reason is None]
    if not good:
        ip, why = next(iter(reasons.items()), ("nothing", "no address"))
        never = why == _NEVER
        remedy = "Such addresses are never asked." if never else _PRIVATE
        raise FetchError(f"leads to {ip}, which is {why}, so it is not asked", where=address.url, remedy=remedy)
    return good


def forbidden_publicly(ip: IP) -> str | None:
    """Why `ip` may not be asked when only the open internet may; None where it may."""
    for each in _embedded(ip):
        if forbidden := forbidden_at_home(each):
            return forbidden
        if not each.is_global:
            return "an address of this machine or of a private network"
    return None


def forbidden_at_home(ip: IP) -> str | None:
    """Why `ip` may not be asked even where private networks are allowed; None where it may."""
    for each in _embedded(ip):
        closed = each.is_link_local or each.is_multicast or each.is_unspecified or each in _METADATA
        if closed or (each.is_reserved and not each.is_loopback and each not in _NAT64):
            return _NEVER
    return None


def _embedded(ip: IP) -> Iterator[IP]:
    """The address itself, or the IPv4 address that it carries to a gateway: ::ffff:127.0.0.1 is this machine."""
    if isinstance(ip, IPv4Address):
        yield ip
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    elif ip in _NAT64:
        yield IPv4Address(int(ip) & 0xFFFFFFFF)
    elif ip.sixtofour:
        yield ip.sixtofour
    else:
        yield ip
        yield from ip.teredo or ()
