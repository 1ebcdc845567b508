"""A web address to its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.inputs import read_inputs
from dateline.read.web import Told, article_name, read_address, same_site
from dateline.settings import Settings
from tests.factories import DISPATCH
from tests.site import Page, Site, article_page, fetcher, serving

GERMAN = "Der Rat der Stadt teilte mit, dass die Straße seit drei Tagen gesperrt sei."
SETTINGS = Settings(max_chars=5000)
TOLD = Told("Told title", "Told outlet", date(2021, 3, 3))


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""
    with serving() as made:
        yield made


def read(site: Site, page: Page, told: Told = TOLD) -> list[Article | Issue]:
    site.pages["/news/shells.html"] = page
    return list(read_address(f"{site.url}/news/shells.html", fetcher(), SETTINGS, told=told))


def test_what_the_page_lacks_is_taken_from_what_was_told(site: Site) -> None:
    (article,) = read(site, article_page(""))
    assert isinstance(article, Article)
    assert article.text.endswith(DISPATCH)
    assert (article.publisher, article.published) == ("Told outlet", date(2021, 3, 3))
    assert (article.url, article.origin) == (f"{site.url}/news/shells.html",) * 2
    assert article.name == f"{site.url.removeprefix('http://')}/news/shells"
    assert article.retrieved is not None


def test_what_the_page_says_goes_before_what_was_told(site: Site) -> None:
    head = (
        '<meta property="og:title" content="Shells on Qarrah"><meta property="og:site_name" content="The Post">'
        '<meta property="article:published_time" content="2021-03-02T10:00:00Z">'
        f'<link rel="canonical" href="{site.url}/2021/shells">'
    )
    (article,) = read(site, article_page(head=head))
    assert isinstance(article, Article)
    assert (article.title, article.publisher, article.published) == ("Shells on Qarrah", "The Post", date(2021, 3, 2))
    assert article.url == f"{site.url}/2021/shells"


def test_a_page_cannot_pass_itself_off_as_another_sites(site: Site) -> None:
    (article,) = read(site, article_page(head='<link rel="canonical" href="https://herald.example/famous">'))
    assert isinstance(article, Article)
    assert article.url == f"{site.url}/news/shells.html"


WORDS = "Émile said “no” in Qarrah on Tuesday, and the road was shut."
WIDE = f"<body><article><p>{WORDS}</p>".encode("cp1252")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (replace(article_page(text=WORDS), media="text/html; charset=iso-8859-1"), WORDS),  # the server is wrong
        (Page(b"<html>" + WIDE, media="text/html; charset=windows-1252"), WORDS),
        (Page(b"<html><head><meta charset=windows-1252></head>" + WIDE, media="text/html"), WORDS),
        (Page(DISPATCH.encode(), media="text/plain"), DISPATCH),
    ],
)
def test_encodings_and_plain_text(site: Site, page: Page, words: str) -> None:
    *_, article = read(site, page)
    assert isinstance(article, Article)
    assert words in article.text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(b'{"text": "Qarrah fell.", "publisher": "The Herald"}'), "is JSON"),
        (Page(b"%PDF-1.7", media="text/html"), "PDF"),
        (Page(b"<rss version='2.0'><channel/></rss>", media="text/plain"), "is a feed"),
        (Page(b"<html><body><p>14</p></body></html>"), "no article"),
        (Page(b""), "is empty"),
        (Page(GERMAN.encode(), media="text/plain"), "German"),
    ],
)
def test_a_page_without_an_article_is_a_fatal_issue(site: Site, page: Page, reason: str) -> None:
    (issue,) = read(site, page)
    assert isinstance(issue, Issue)
    assert (reason in issue.reason, issue.fatal, issue.where) == (True, True, f"{site.url}/news/shells.html")


def test_addresses_among_other_inputs(site: Site) -> None:
    site.pages["/a"] = article_page()
    inputs = [f"{site.url}/a", f"{site.url}/none", "ftp://a.example/b"]
    article, missing, ftp = read_inputs(inputs, settings=SETTINGS, published=date(2021, 3, 3), fetcher=fetcher())
    assert isinstance(article, Article)
    assert article.published == date(2021, 3, 3)
    assert isinstance(missing, Issue)
    assert (missing.reason, missing.where, missing.fatal) == ("the server answers 404 (Not Found)", inputs[1], True)
    assert isinstance(ftp, Issue)
    assert "ftp" in ftp.reason


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.post.example/2021/03/shells-on-qarrah.html", "post.example/2021/03/shells-on-qarrah"),
        ("https://post.example/", "post.example"),
        ("https://post.example/news/index.php?id=7", "post.example/news?id=7"),
        ("https://post.example/%D9%82", "post.example/ق"),
        ("https://post.example/a%00%0Ab", "post.example/a��b"),
    ],
)
def test_names_for_people(url: str, name: str) -> None:
    assert article_name(url) == name


def test_a_long_name_keeps_its_end() -> None:
    name = article_name(f"https://post.example/{'a' * 300}/shells")
    assert (len(name) <= 120, name.startswith("post.example/…"), name.endswith("/shells")) == (True, True, True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.post.example/a", "http://post.example/b", True),
        ("https://m.post.example/a", "https://amp.post.example/b", True),
        ("https://post.example/", "https://post.example.evil.example/", False),
        ("https://[", "https://post.example", False),
    ],
)
def test_same_site(one: str, other: str, same: bool) -> None:  # noqa: FBT001 (a table's column)
    assert same_site(one, other) is same
