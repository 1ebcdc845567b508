"""Who may do what: hosts that are answered, forms that are ours, the token for writing, what a page may load.

Every page is protected in the same way, whatever it shows: the texts in a record were written by strangers.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.refused import RefusedError

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self' blob:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK: Final = "127.0.0.1"
NONCE: Final = "dateline_form"
KEY: Final = "dateline_key"
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SHORTEST: Final = 16  # characters of a token


@dataclass(frozen=True, slots=True)
class Rules:
    """How strict the server is.

    `hosts` are the names it may be addressed by, beside this machine's own; with `open_network` any number that is an
    IP address too (a name that is turned towards us by somebody else is no number). `token` is needed for writing,
    None for nothing. `secret` signs the forms of this run.
    """

    hosts: frozenset[str] = frozenset()
    open_network: bool = False
    read_only: bool = False
    token: str | None = field(default=None, repr=False)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @classmethod
    def of(cls, host: str, *, read_only: bool = False, token: str | None = None, names: tuple[str, ...] = ()) -> Rules:
        """The rules for a server that listens on `host`: away from loopback, writing needs a token (made if not given).

        Raises UsageError for a token that can be guessed.
        """
        if token is not None and len(token) < _SHORTEST:
            from dateline.errors import UsageError  # noqa: PLC0415 (rare)

            raise UsageError(
                f"the token has {len(token)} characters", remedy=f"Give {_SHORTEST} or more, or let one be made."
            )
        outside = not is_loopback(host)
        wanted = token or (secrets.token_urlsafe(18) if outside and not read_only else None)
        known = frozenset(each.lower() for each in (host, *names))
        return cls(known, outside, read_only, wanted)


def is_loopback(host: str) -> bool:
    """Whether a host is reached from this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guarded:
    """Around the application: answers no foreign host, and puts the headers on every response."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        if not is_known_host(Headers(scope=scope).get("host", ""), self._rules):
            await _foreign_host(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)


def is_known_host(host: str, rules: Rules) -> bool:
    """Whether a Host header names this server; a foreign page that had its own name turned to us is kept out so."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return False
    if name in _LOCAL or name in rules.hosts:
        return True
    return rules.open_network and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


async def _foreign_host(scope: Scope, receive: Receive, send: Send) -> None:
    said = "This server does not answer to that name. Name it with: dateline serve --name HOST\n"
    await Response(said, 421, media_type="text/plain")(scope, receive, send)


def form_token(request: Request, rules: Rules) -> tuple[str, str]:
    """The nonce that the browser keeps in a cookie, and the token that goes into forms and fits only that nonce."""
    nonce = request.cookies.get(NONCE) or secrets.token_urlsafe(16)
    return nonce, _signed(rules, "form", nonce)


def keep_nonce(request: Request, response: Response, nonce: str) -> None:
    """Gives the browser the nonce to keep, unless it has it."""
    if request.cookies.get(NONCE) != nonce:
        response.set_cookie(NONCE, nonce, httponly=True, samesite="strict", secure=request.url.scheme == "https")


def may_write(request: Request, rules: Rules) -> bool:
    """Whether the request shows the token where one is needed: as a bearer, or in the cookie that /unlock gave."""
    if rules.read_only:
        return False
    if rules.token is None:
        return True
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), rules.token.encode()):
        return True
    return hmac.compare_digest(request.cookies.get(KEY, "").encode(), key_of(rules).encode())


def key_of(rules: Rules) -> str:
    """What the cookie holds once the token was given: not the token itself."""
    return _signed(rules, "key", rules.token or "")


async def guard(request: Request) -> None:
    """A dependency for every form that writes; raises RefusedError, which says what is missing and what to do."""
    rules: Rules = request.app.state.dateline.rules
    check_writable(rules)
    check_origin(request)
    await check_form(request, rules)
    check_token(request, rules)


def guard_api(request: Request) -> None:
    """The same for JSON: a browser sends JSON to another site only after asking, and we never say yes."""
    rules: Rules = request.app.state.dateline.rules
    check_writable(rules)
    check_origin(request)
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        raise RefusedError("the body is not sent as JSON", remedy="Send it with Content-Type: application/json.")
    check_token(request, rules)


def check_writable(rules: Rules) -> None:
    """Raises RefusedError where the record is only shown."""
    if rules.read_only:
        raise RefusedError("the record is only shown here", remedy="Start dateline serve without --read-only to judge.")


def check_origin(request: Request) -> None:
    """Raises RefusedError where the browser says that another site sent this."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    own = origin is None or urlsplit(origin).netloc.lower() == request.headers.get("Host", "").lower()
    if site not in ("same-origin", "none") or not own:
        raise RefusedError("the form was sent by another site", remedy="Open the page here and use its own form.")


async def check_form(request: Request, rules: Rules) -> None:
    """Raises RefusedError where the form's token does not fit the browser's cookie."""
    given = request.headers.get("X-CSRF-Token")
    if given is None:
        value = (await request.form()).get("csrf")
        given = value if isinstance(value, str) else ""
    nonce = request.cookies.get(NONCE, "")
    if not nonce or not hmac.compare_digest(given.encode(), _signed(rules, "form", nonce).encode()):
        raise RefusedError(
            "the form is not of this run of the program, or the browser keeps no cookies",
            remedy="Go back, load the page anew and send it again. Nothing was written.",
        )


def check_token(request: Request, rules: Rules) -> None:
    """Raises RefusedError where writing needs a token that the request does not show."""
    if not may_write(request, rules):
        raise RefusedError(
            "writing needs the token that dateline serve printed when it started",
            remedy="Give it at /unlock, or programs send it as Authorization: Bearer TOKEN.",
        )


def _signed(rules: Rules, what: str, value: str) -> str:
    return hmac.new(rules.secret, f"{what}:{value}".encode(), hashlib.sha256).hexdigest()
