"""A web site on this machine for tests: what it answers is set by path, and what it was asked is kept."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dateline.read.address import IP
from dateline.read.connection import Limits
from dateline.read.fetch import Fetcher
from dateline.read.manners import Manners
from tests.factories import DISPATCH

QUICK = Limits(connect=1, read=1, total=2)


@dataclass(frozen=True, slots=True)
class Page:
    """One answer. `raw` takes the place of all of it: it is called with the socket's file and writes what it likes."""

    body: bytes = b""
    status: int = 200
    media: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: Callable[[Any], None] | None = None


@dataclass(slots=True)
class Site:
    """The site's pages by path, where it lies, and the (path, headers) of each request in order."""

    url: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path, Page(b"nothing here", 404))
            try:
                self._answer(page)
            except OSError:  # the client hung up, as it should on some of these pages
                self.close_connection = True

        def _answer(self, page: Page) -> None:
            if page.raw:
                page.raw(self.wfile)
                self.close_connection = True
                return
            self.send_response(page.status)
            sized = page.status in (204, 304) or "Content-Length" in page.headers
            own = {"Content-Type": page.media} if page.media else {}
            length = {} if sized else {"Content-Length": str(len(page.body))}
            for name, value in {**own, **page.headers, **length}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    return Handler


@contextmanager
def serving(host: str = "127.0.0.1", *, tls: tuple[str, str] | None = None) -> Iterator[Site]:
    """A site on a free port of this machine, until the block ends; over TLS with a certificate and its key."""
    site = Site("")

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

        def handle_error(self, *_: object) -> None:
            """Nor do they show how a client hung up."""

    server = Server((host, 0), _handler(site))
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    site.url = f"http://{shown}:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def time(self) -> float:
        """The time now, in seconds."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Lets time pass."""
        self.slept.append(round(seconds, 3))
        self.now += seconds


def fetcher(
    *, limits: Limits = QUICK, clock: Clock | None = None, forbidden: Callable[[IP], str | None] | None = None
) -> Fetcher:
    """A fetcher that may ask this machine, with short patience and time of its own."""
    clock = clock or Clock()
    manners = Manners(pause=1, patience=60, clock=clock.time, sleep=clock.sleep)
    return Fetcher("Dateline/test", allow_private=True, limits=limits, manners=manners, forbidden=forbidden)


def article_page(title: str = "Shells on Qarrah", *, text: str = DISPATCH, head: str = "") -> Page:
    """A news page around `text`."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    html = (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body>"
    )
    return Page(f"<!doctype html>{html}</html>".encode())


def rss(*items: str, title: str = "The Qarrah Post", head: str = "") -> Page:
    """An RSS feed of these <item>s."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    body = f"<?xml version='1.0'?>{head}<rss version='2.0'><channel><title>{title}</title>{inner}</channel></rss>"
    return Page(body.encode(), media="application/rss+xml")
