"""RSS (0.9 to 2.0) and Atom to entries, by lxml in its mending mode.

lxml is here already, for web pages; its safe settings bound what hostile XML can cost (9 MB of unclosed elements: 0.4
s, where feedparser's mending parser takes seconds for a third of a megabyte), and only an entry's address, title, day
and outlet are needed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from dateline.errors import InputError
from dateline.model.feed import Entry
from dateline.model.ids import content_id
from dateline.read.address import parse_address
from dateline.read.fetch import Fetched, Wanted
from dateline.read.fetch_error import FetchError
from dateline.read.sniff import HEAD, is_feed, sniff
from dateline.text.decode import decode

if TYPE_CHECKING:
    Element = Any  # of lxml, which ships no types

FEED: Final = Wanted(
    "a feed",
    (
        *("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
        *("text/html", "text/plain", "application/xhtml+xml"),  # feeds come as these too: their bytes decide
    ),
    size=10_000_000,
)
MOST_ENTRIES: Final = 500
_ROOTS: Final = frozenset({"rss", "feed", "RDF"})
_ITEMS: Final = frozenset({"item", "entry"})
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_DATES: Final = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BARE_DAY: Final = re.compile(rf"\b([0-9]{{1,2}}) ({'|'.join(_MONTHS)})[a-z]* ([0-9]{{4}})\b", re.IGNORECASE)
_HEAD: Final = 400  # bytes that an XML declaration may take
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_XML_HEAD: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_ASIDE: Final = {"<!--": "-->", "<?": "?>"}
_TAGS: Final = re.compile(r"<[^<>]*>")
_ALTERNATE: Final = re.compile(
    r"<link\b[^>]{0,600}?type\s*=\s*[\"']?application/(?:rss|atom)\+xml[^>]{0,600}>", re.IGNORECASE
)
_HREF: Final = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LONGEST_TITLE: Final = 500
_MOST_OFFERED: Final = 3


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it came: `left_out` counts the entries beyond the most that are taken from one."""

    title: str | None
    entries: tuple[Entry, ...]
    left_out: int = 0


def parse_feed(fetched: Fetched) -> Feed:
    """The entries of what came from a feed's address; raises InputError with what it is where it is no feed."""
    body = fetched.body or b""
    declared = _DECLARED.match(body[:_HEAD])
    text = decode(body, declared=declared[1].decode("ascii") if declared else fetched.charset).text
    _check(body, text, fetched.url)
    root = _parsed(text, fetched.url)
    channel = next((child for child in root if _local(child) == "channel"), root)
    title = _words(_Parts(channel).text("title"))
    items = [element for element in root.iter() if _local(element) in _ITEMS]
    entries = {entry.key: entry for raw in items[:MOST_ENTRIES] for entry in _entry(raw, title)}
    return Feed(title, tuple(entries.values()), left_out=max(0, len(items) - MOST_ENTRIES))


def declares_entities(text: str) -> bool:
    """Whether an XML document may declare entities of its own, of which a few lines can be made to fill the memory."""
    at = text.find("<")
    while at >= 0:
        mark = next((mark for mark in _ASIDE if text.startswith(mark, at)), None)
        if mark is None:
            head = text[at : text.find(">", at) + 1] if text[at : at + 2] == "<!" else ""
            return "[" in head
        end = text.find(_ASIDE[mark], at)
        at = text.find("<", end) if end >= 0 else -1
    return False


def _check(body: bytes, text: str, where: str) -> None:
    if not body.strip():
        raise InputError("is empty, not a feed", where=where, remedy="Check the address.")
    if declares_entities(text):
        what = "declares XML entities of its own, which can be made to fill the memory, so it is not read"
        raise InputError(what, where=where, remedy="Tell whoever makes the feed, or give its pages one by one.")
    if not is_feed(text):
        sniff(body[:HEAD])  # names what is not text
        offered = list(dict.fromkeys(_offered(text, where)))[:_MOST_OFFERED]
        if offered:
            remedy = f"The page names its feeds; give one of them: {' '.join(offered)}"
        else:
            remedy = "Look on the site for an address of its RSS or Atom feed."
        raise InputError("is not a feed (RSS or Atom)", where=where, remedy=remedy)


def _offered(text: str, base: str) -> Iterator[str]:
    """The feeds that a web page names in its head."""
    for link in _ALTERNATE.finditer(text, 0, 200_000):
        if href := _HREF.search(link[0]):
            try:
                yield parse_address(html.unescape(href[1]), base=base).url
            except FetchError:
                continue


def _parsed(text: str, where: str) -> Element:
    from lxml import etree  # noqa: PLC0415 (only where a feed is read)

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(_XML_HEAD.sub("", text, count=1).encode("utf-8", "replace"), parser, base_url=where)
    except etree.XMLSyntaxError as error:
        raise _broken(where, str(error)) from error
    if root is None:
        raise _broken(where, "its XML is broken from its beginning")
    whole = not parser.error_log or any(_local(element) in _ITEMS for element in root.iter())
    if _local(root) not in _ROOTS or not whole:
        raise _broken(where, "its XML is broken near its beginning")
    return root


def _broken(where: str, reason: str) -> InputError:
    return InputError(f"is a feed that cannot be read ({reason})", where=where, remedy="Tell whoever makes the feed.")


def _local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _entry(raw: Element, feed_title: str | None) -> Iterator[Entry]:
    parts = _Parts(raw)
    url, title = _link(parts), _words(parts.text("title"))
    key = parts.text("guid") or parts.text("id") or raw.get(_ABOUT) or url or title
    if key:
        yield Entry(content_id("entry", key), url, title, _day(parts), _source(parts) or feed_title)


class _Parts:
    """The children of an element by their names: those of its own namespace before those of another."""

    def __init__(self, element: Element) -> None:
        self._found: dict[str, list[Element]] = {}
        namespace = element.tag.rpartition("}")[0]
        for child in sorted(element, key=lambda child: not str(child.tag).startswith(f"{namespace}}}")):
            self._found.setdefault(_local(child), []).append(child)

    def all(self, name: str) -> list[Element]:
        """The children of this name."""
        return self._found.get(name, [])

    def text(self, name: str) -> str | None:
        """The text of the first child of this name; None where it has none."""
        return next((text for child in self.all(name) if (text := "".join(child.itertext()).strip())), None)


def _link(parts: _Parts) -> str | None:
    """The page of an entry: an RSS link's text, an Atom link's address, or an id that is one."""
    for element in parts.all("link"):
        if element.get("rel", "alternate") == "alternate":
            said = element.get("href") or "".join(element.itertext())
            if url := _url(said, element.base):
                return url
    for guid in parts.all("guid"):
        if guid.get("isPermaLink", "true").strip().lower() != "false":
            return _url("".join(guid.itertext()), guid.base)
    return None


def _source(parts: _Parts) -> str | None:
    """The outlet that an entry was taken from, where it names one."""
    for source in parts.all("source"):
        if name := _words(_Parts(source).text("title") or "".join(source.itertext())):
            return name
    return None


def _url(link: object, base: str) -> str | None:
    """The page that a link names: absolute, or as it stands where it is broken; None for what is no web address."""
    if not isinstance(link, str) or not link.strip():
        return None
    said = link.strip().replace(" ", "%20")
    try:
        return parse_address(said, base=base).url
    except FetchError:
        broken = said.lower().startswith(("http://", "https://"))
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in said) if broken else None


def _words(value: object) -> str | None:
    """A title without tags, in one line."""
    if not isinstance(value, str):
        return None
    plain = " ".join(html.unescape(_TAGS.sub("", value)).split())
    return "".join(c for c in plain if c.isprintable() or c == " ")[:_LONGEST_TITLE] or None


def _day(parts: _Parts) -> date | None:
    """The day as the feed writes it, in its own time zone: the same moment is another day in UTC."""
    return next((day for name in _DATES if (day := _written(parts.text(name)))), None)


def _written(value: str | None) -> date | None:
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader((value or "").strip()).date()
        except (ValueError, TypeError, OverflowError):
            continue
    bare = _BARE_DAY.search(value or "")
    try:
        return date(int(bare[3]), _MONTHS.index(bare[2].lower()) + 1, int(bare[1])) if bare else None
    except ValueError:
        return None
