"""RSS and Atom, good, sloppy and hostile."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model.feed import Entry
from dateline.read.feed import MOST_ENTRIES, Feed, declares_entities, parse_feed
from dateline.read.fetch import Fetched
from tests.site import rss

URL = "https://post.example/news/feed.xml"
DAY = date(2021, 3, 2)
ATOM = """<?xml version="1.0" encoding="{encoding}"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>urn:p</id><updated>2021-03-03T00:00:00Z</updated>
{entries}</feed>"""


def feed(body: bytes | str, *, charset: str | None = None) -> Feed:
    raw = body.encode() if isinstance(body, str) else body
    return parse_feed(Fetched(URL, raw, "text/xml", charset, None, None, datetime(2021, 3, 3, tzinfo=UTC)))


def atom(*entries: str, encoding: str = "utf-8") -> bytes:
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return ATOM.format(encoding=encoding, entries=inner).encode(encoding)


def one(body: bytes | str, **options: str) -> Entry:
    (entry,) = feed(body, **options).entries
    return entry


A = "https://post.example/a"
LINK = f"<link>{A}</link>"
ATOM_DAY = "<updated>2021-03-02T23:59:00-11:00</updated>"
ATOM_HTML = (
    '<id>1</id><title type="html">&lt;i&gt;x&lt;/i&gt;</title><link rel="enclosure" href="/v.mp4"/><link href="/a"/>'
)
ENTRIES = [
    (rss(LINK).body, A, None, None),
    (rss("<link> /a?x=1&amp;y=2 </link>").body, f"{A}?x=1&y=2", None, None),
    (rss(LINK + "<title> Shells\n on  Qarrah </title>").body, A, "Shells on Qarrah", None),
    (rss("<link>b.html</link>").body, "https://post.example/news/b.html", None, None),
    (rss("<guid>https://post.example/g</guid>").body, "https://post.example/g", None, None),
    (rss("<guid isPermaLink='false'>17</guid><title>x</title>").body, None, "x", None),
    (rss("<guid>tag:post.example,2021:17</guid>").body, None, None, None),
    (rss("<title>x</title><link>mailto:desk@post.example</link>").body, None, "x", None),
    (rss("<link>https://post.example/a b</link>").body, "https://post.example/a%20b", None, None),
    (rss("<link>https://[broken/</link>").body, "https://[broken/", None, None),
    (rss(LINK + "<title>&lt;b&gt;Shells&lt;/b&gt; &amp;amp; fire</title>").body, A, "Shells & fire", None),
    (rss(LINK + "<title><![CDATA[<script>alert(1)</script>Qarrah]]></title>").body, A, "alert(1)Qarrah", None),
    (rss(LINK + "<pubDate>Tue, 02 Mar 2021 23:30:00 -0500</pubDate>").body, A, None, DAY),
    (rss(LINK + "<pubDate>2021-03-02T00:30:00+03:00</pubDate>").body, A, None, DAY),
    (rss(LINK + "<pubDate>2 Mar 2021</pubDate>").body, A, None, DAY),
    (rss(LINK + "<pubDate>yesterday</pubDate>").body, A, None, None),
    (atom(f'<id>urn:1</id><title>x</title><link href="/a"/>{ATOM_DAY}'), A, "x", DAY),
    (atom(ATOM_HTML), A, "x", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "url", "title", "day"), ENTRIES)
def test_an_entry(body: bytes, url: str | None, title: str | None, day: date | None) -> None:
    entry = one(body)
    assert (entry.url, entry.title, entry.published) == (url, title, day)
    assert one(body) == entry


def test_relative_links_keep_to_xml_base() -> None:
    body = atom('<id>1</id><link href="a"/>').replace(b"<feed ", b'<feed xml:base="https://other.example/x/" ')
    assert one(body).url == "https://other.example/x/a"


def test_the_outlet_is_the_entrys_own_else_the_feeds() -> None:
    named = "<source url='https://m.example/'>Meridian Press</source>"
    assert one(rss(LINK + named).body).publisher == "Meridian Press"
    assert one(rss(LINK).body).publisher == "The Qarrah Post"


def test_rss_1_is_read() -> None:
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Post</title></channel>'
        '<item rdf:about="https://post.example/a"><title>x</title><link>https://post.example/a</link>'
        "<dc:date>2021-03-02</dc:date></item></rdf:RDF>"
    )
    assert (one(body).url, one(body).published) == (A, DAY)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (atom('<id>1</id><title>قارة “x”</title><link href="/a"/>'), None),
        (atom('<id>1</id><title>قارة “x”</title><link href="/a"/>'), "iso-8859-1"),  # the server is wrong
        (atom('<id>1</id><title>قارة “x”</title><link href="/a"/>', encoding="windows-1256"), None),
        (atom('<id>1</id><title>قارة “x”</title><link href="/a"/>', encoding="utf-16"), None),
    ],
)
def test_encodings(body: bytes, charset: str | None) -> None:
    assert one(body, **({"charset": charset} if charset else {})).title == "قارة “x”"


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    body = rss(LINK + "<title>fish & chips</title>").body.replace(b"</channel></rss>", b"")
    assert one(body).url == "https://post.example/a"


def test_an_entry_twice_is_one_and_too_many_are_said() -> None:
    assert len(feed(rss(LINK, LINK).body).entries) == 1
    many = feed(rss(*(f"<link>https://post.example/{n}</link>" for n in range(MOST_ENTRIES + 7))).body)
    assert (len(many.entries), many.left_out) == (MOST_ENTRIES, 7)


def test_an_empty_feed_is_a_feed() -> None:
    assert feed(rss().body) == Feed("The Qarrah Post", ())


PAGE = "<html><head><link rel='alternate' type='application/rss+xml' href='/rss?a=1&amp;b=2'>{}</head><body></html>"
NO_FEED = [
    ("", "is empty", "address"),
    (PAGE.format(""), "is not a feed", "https://post.example/rss?a=1&b=2"),
    (PAGE.format("<link type=application/atom+xml href=//x.example/atom>"), "is not a feed", "https://x.example/atom"),
    ("<html><body>Nothing.</body></html>", "is not a feed", "Look on the site"),
    ('{"version": "https://jsonfeed.org/version/1.1"}', "is not a feed", "Look on the site"),
    ("%PDF-1.4", "PDF", "pdftotext"),
    ("<rss", "cannot be read", "whoever makes"),
    ("<feed>x</feed", "cannot be read", "whoever makes"),
    ("https://169.254.169.254/", "is not a feed", "Look on the site"),
]


@pytest.mark.parametrize(("body", "what", "remedy"), NO_FEED)
def test_what_is_no_feed_is_named(body: str, what: str, remedy: str) -> None:
    with pytest.raises(InputError) as refused:
        feed(body)
    assert what in refused.value.what
    assert remedy in refused.value.remedy
    if refused.value.where:
        assert refused.value.where == URL


LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMBS = [
    LAUGHS + "]><rss version='2.0'><channel><title>&j;</title></channel></rss>",
    "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title></channel></rss>",
    "<!-- <rss> -->" + LAUGHS + "]><rss/>",
    "<?x <rss> ?>" + LAUGHS + "]><rss/>",
    "<?xml version='1.0' encoding='utf-16'?>" + LAUGHS + "]><rss/>",
]


@pytest.mark.parametrize("body", BOMBS)
def test_a_bomb_of_entities_is_refused_at_once(body: str) -> None:
    started = time.monotonic()
    for raw in (body.encode(), body.encode("utf-16")):
        with pytest.raises(InputError, match=r"entities of its own|not a feed"):
            feed(raw)
    assert time.monotonic() - started < 1


def test_entities_in_an_articles_text_are_no_bomb() -> None:
    assert not declares_entities("<rss><title><![CDATA[<!ENTITY a 'b'>]]></title></rss>")
    assert one(rss(LINK + "<title><![CDATA[&lt;!ENTITY x>]]></title>", head="<!DOCTYPE rss>").body).url


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss><channel>", b"<feed>", b"<rss><channel><item><link>"]))
def test_any_bytes_are_a_feed_or_refused(raw: bytes, head: bytes) -> None:
    try:
        found = feed(head + raw)
    except InputError:
        return
    assert all(entry.key and (entry.title is None or entry.title.isprintable()) for entry in found.entries)


@pytest.mark.parametrize("filling", ["<a>" * 60_000, "<item>" * 60_000, "&" * 300_000, "<!--" * 60_000, "]]>" * 60_000])
def test_no_feed_takes_long(filling: str) -> None:
    started = time.monotonic()
    try:
        feed(f"<rss version='2.0'><channel><title>{filling}")
    except InputError as refused:
        assert refused.remedy  # noqa: PT017 (either is right)
    assert time.monotonic() - started < 2
