"""One web address to its article, the same way as a page in a file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import unquote, urlsplit

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.documents import PAGE_BYTES, read_document
from dateline.read.fetch import Fetched, Fetcher, Wanted
from dateline.read.issues import refusal
from dateline.read.sniff import HEAD, Kind, sniff
from dateline.read.source import Source
from dateline.settings import Settings

PAGE: Final = Wanted("a web page", ("text/html", "application/xhtml+xml", "text/plain"), size=PAGE_BYTES)
_LONGEST_NAME: Final = 120
_ENDING: Final = re.compile(r"(?:/index)?\.(?:html?|php|aspx?|jsp|txt|xhtml)$", re.IGNORECASE)
_FRONT: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_PLAIN: Final = "text/plain"


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed says of an article, which holds where its page says nothing."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None


def read_address(url: str, fetcher: Fetcher, settings: Settings, *, told: Told) -> Iterator[Article | Issue]:
    """The article at `url` after its own doubts, or one fatal issue; raises FetchError where nothing could be fetched.

    Its `url` is the one that the page gives as its own where it lies on the same site, else where it was fetched;
    its name is that address without what all addresses have.
    """
    fetched = fetcher.get(url, PAGE)
    try:
        source = _source(fetched)
    except InputError as error:
        yield refusal(error, fetched.url)
        return
    for item in read_document(source, settings, published=told.published):
        yield item if isinstance(item, Issue) else _placed(item, fetched, told)


def article_name(url: str) -> str:
    """A name for people: "example.org/2021/qarrah-shelled"; a long one keeps its end, which tells pages apart."""
    parts = urlsplit(url)
    path = _ENDING.sub("", unquote(parts.path, errors="replace")).rstrip("/")
    query = f"?{unquote(parts.query, errors='replace')}" if parts.query else ""
    host = parts.netloc.removeprefix("www.")
    tail = f"{path}{query}"
    room = _LONGEST_NAME - len(host)
    name = host + (tail if len(tail) <= room else f"/…{tail[-max(room - 2, 8) :]}")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def _source(fetched: Fetched) -> Source:
    body = fetched.body or b""
    suffix = ".txt" if fetched.media == _PLAIN else ".html"
    # Another site's JSON could claim any name, day and outlet for its texts: it is read from files only.
    if sniff(body[:HEAD], suffix) not in (Kind.HTML, Kind.TEXT):
        raise InputError("is JSON, not a web page", remedy="Save it and give the file, if you trust what it says.")
    name = article_name(fetched.url)
    made = Source.of(io.BytesIO(body), name=name, where=fetched.url, suffix=suffix, size=len(body))
    return replace(made, charset=fetched.charset)


def _placed(article: Article, fetched: Fetched, told: Told) -> Article:
    own = article.url if article.url and same_site(article.url, fetched.url) else fetched.url
    return replace(
        article,
        url=own,
        title=article.title or told.title,
        publisher=article.publisher or told.publisher,
        retrieved=fetched.moment,
    )


def same_site(one: str, other: str) -> bool:
    """Whether two addresses lie on the same host, "www." and the like aside: what a page says of others is no proof."""
    return _host(one) == _host(other)


def _host(url: str) -> str:
    try:
        return _FRONT.sub("", (urlsplit(url).hostname or "").lower())
    except ValueError:
        return ""
