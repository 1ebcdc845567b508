"""RSS and Atom to entries, by feedparser: it knows the dialects, and mends what is broken."""

from __future__ import annotations

import html
import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from dateline.errors import InputError
from dateline.model.feed import Entry
from dateline.model.ids import content_id
from dateline.read.address import parse_address
from dateline.read.fetch import Fetched, Wanted
from dateline.read.fetch_error import FetchError
from dateline.read.sniff import HEAD, is_feed, sniff
from dateline.text.decode import decode

FEED: Final = Wanted(
    "a feed",
    (
        *("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
        *("text/html", "text/plain", "application/xhtml+xml"),  # feeds come as these too: their bytes decide
    ),
    size=10_000_000,
)
MOST_ENTRIES: Final = 500
_DECLARES: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_ASIDE: Final = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ELEMENT: Final = re.compile(r"<[A-Za-z_]")
_TAGS: Final = re.compile(r"<[^<>]*>")
_ALTERNATE: Final = re.compile(
    r"<link\b[^>]{0,600}?type\s*=\s*[\"']?application/(?:rss|atom)\+xml[^>]*>", re.IGNORECASE
)
_HREF: Final = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LONGEST_TITLE: Final = 500
_MOST_OFFERED: Final = 3
# What feedparser lets through of its own on hostile input, beside what it mends.
_FAILS: Final = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it came: `left_out` counts the entries beyond the most that are taken from one."""

    title: str | None
    entries: tuple[Entry, ...]
    left_out: int = 0


def parse_feed(fetched: Fetched) -> Feed:
    """The entries of what came from a feed's address; raises InputError with what it is where it is no feed."""
    body = fetched.body or b""
    text = decode(body, declared=fetched.charset).text
    _check(body, text, fetched.url)
    parsed = _parsed(body, fetched)
    title = _words(parsed.feed.get("title"))
    entries = {entry.key: entry for raw in parsed.entries for entry in _entry(raw, fetched.url, title)}
    taken = tuple(entries.values())[:MOST_ENTRIES]
    return Feed(title, taken, left_out=len(entries) - len(taken))


def declares_entities(text: str) -> bool:
    """Whether an XML document declares entities of its own, of which a few lines can be made to fill the memory."""
    bare = _ASIDE.sub("", text)
    first = _ELEMENT.search(bare)
    return _DECLARES.search(bare, 0, first.start() if first else len(bare)) is not None


def _check(body: bytes, text: str, where: str) -> None:
    if not body.strip():
        raise InputError("is empty, not a feed", where=where, remedy="Check the address.")
    if not is_feed(text):
        sniff(body[:HEAD])  # names what is not text
        offered = list(dict.fromkeys(_offered(text, where)))[:_MOST_OFFERED]
        if offered:
            remedy = f"The page names its feeds; give one of them: {' '.join(offered)}"
        else:
            remedy = "Look on the site for an address of its RSS or Atom feed."
        raise InputError("is not a feed (RSS or Atom)", where=where, remedy=remedy)
    if declares_entities(text):
        what = "declares XML entities of its own, which can be made to fill the memory, so it is not read"
        raise InputError(what, where=where, remedy="Tell whoever makes the feed, or give its pages one by one.")


def _offered(text: str, base: str) -> Iterator[str]:
    """The feeds that a web page names in its head."""
    for link in _ALTERNATE.finditer(text, 0, 200_000):
        if href := _HREF.search(link[0]):
            try:
                yield parse_address(html.unescape(href[1]), base=base).url
            except FetchError:
                continue


def _parsed(body: bytes, fetched: Fetched) -> Any:  # noqa: ANN401 (feedparser ships no types)
    import feedparser  # noqa: PLC0415 (a tenth of a second, only where a feed is read)

    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    headers = {"content-type": f"application/xml{charset}", "content-location": fetched.url}
    try:
        # A stream, not bytes: feedparser would fetch or open what is named by a text that is given to it.
        parsed = feedparser.parse(io.BytesIO(body), response_headers=headers)
    except _FAILS as error:
        raise _broken(fetched.url, str(error)) from error
    if not parsed.version or (parsed.bozo and not parsed.entries):
        raise _broken(fetched.url, str(parsed.get("bozo_exception") or "no entries"))
    return parsed


def _broken(where: str, reason: str) -> InputError:
    return InputError(f"is a feed that cannot be read ({reason})", where=where, remedy="Tell whoever makes the feed.")


def _entry(raw: Any, base: str, feed_title: str | None) -> Iterator[Entry]:  # noqa: ANN401 (as above)
    url = _url(raw.get("link"), base)
    title = _words(raw.get("title"))
    key = raw.get("id") or url or title
    if key:
        publisher = _words((raw.get("source") or {}).get("title")) or feed_title
        yield Entry(content_id("entry", key), url, title, _day(raw), publisher)


def _url(link: object, base: str) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        return parse_address(link, base=base).url
    except FetchError:
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in link.strip())


def _words(value: object) -> str | None:
    """A title without tags, in one line."""
    if not isinstance(value, str):
        return None
    plain = " ".join(html.unescape(_TAGS.sub("", value)).split())
    return "".join(c for c in plain if c.isprintable() or c == " ")[:_LONGEST_TITLE] or None


def _day(raw: Any) -> date | None:  # noqa: ANN401 (as above)
    """The day as the feed writes it, in its own time zone: the same moment is another day in UTC."""
    for name in ("published", "updated", "created"):
        if (found := _written(raw.get(name))) or (found := _moment(raw.get(f"{name}_parsed"))):
            return found
    return None


def _written(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(value.strip()).date()
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _moment(value: object) -> date | None:
    if not isinstance(value, time.struct_time):
        return None
    try:
        return date(value.tm_year, value.tm_mon, value.tm_mday)
    except ValueError:
        return None
