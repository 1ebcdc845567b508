"""The article in a web page."""

from __future__ import annotations

from datetime import date

import pytest

from tests.read.conftest import Reader

FIRST = "The council of Qarrah said on Tuesday that the road to the north had been cut for three days."
SECOND = "“Nobody can leave,” said Idriss Haddad, a teacher, as shells fell near the café on the square."
THIRD = "About 200 families had fled towards Deir Sahl by the evening, according to the local council."
HEAD = (
    '<title>Road cut at Qarrah</title><meta property="og:title" content="Road cut at Qarrah">'
    '<meta property="og:site_name" content="Meridian Press"><link rel="canonical" href="https://meridian.example/q">'
    '<meta property="article:published_time" content="2021-03-03T10:00:00Z">'
)
MENU = "<nav><ul><li><a href='/w'>World</a></li><li><a href='/s'>Sport</a></li></ul></nav>"


def page(*paragraphs: str, head: str = HEAD, charset: str = "utf-8") -> str:
    """A page with a menu, an article and a foot."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">{head}</head><body>{MENU}'
        f"<article><h1>Road cut at Qarrah</h1>{body}</article><footer>© 2021 Meridian Press</footer></body></html>"
    )


def test_text_and_what_is_known_of_it(read: Reader) -> None:
    [article], issues = read(page(FIRST, SECOND, THIRD).encode(), "q.html", published=date(2020, 1, 1))
    assert issues == []
    assert f"{FIRST}\n\n{SECOND}\n\n{THIRD}" in article.text
    assert "Sport" not in article.text
    assert (article.title, article.publisher) == ("Road cut at Qarrah", "Meridian Press")
    assert (article.published, article.url) == (date(2021, 3, 3), "https://meridian.example/q")
    assert (article.name, article.language) == ("q", "en")


def test_the_given_day_counts_where_the_page_has_none(read: Reader) -> None:
    raw = page(FIRST, SECOND, THIRD, head="").replace("2021", "").encode()
    [article], _ = read(raw, "q.html", published=date(2021, 3, 4))
    assert article.published == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("x", "utf-16")]
)
def test_the_charset_of_the_page_is_followed(read: Reader, charset: str, encoding: str) -> None:
    [article], issues = read(page(FIRST, SECOND, THIRD, charset=charset).encode(encoding), "q.html")
    assert (SECOND in article.text, issues) == (True, [])


def test_a_charset_that_had_to_be_guessed_is_a_doubt(read: Reader) -> None:
    [article], [issue] = read(page(FIRST, SECOND, THIRD, charset="none").encode("cp1252"), "q.html")
    assert SECOND in article.text
    assert (issue.fatal, issue.where) == (False, article.origin)


def test_xhtml_that_declares_its_encoding(read: Reader) -> None:
    raw = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page(FIRST, SECOND, THIRD, charset="iso-8859-1")
    [article], _ = read(raw.encode("cp1252"), "q.xhtml")
    assert SECOND in article.text


def test_a_page_of_links_is_no_article(read: Reader) -> None:
    links = "".join(f"<li><a href='/{n}'>Headline number {n}</a></li>" for n in range(30))
    articles, [issue] = read(f"<html><body><ul>{links}</ul></body></html>".encode(), "front.html")
    assert (articles, issue.fatal, "no article" in issue.reason) == ([], True, True)


def test_a_foreign_page_is_named_as_such(read: Reader) -> None:
    german = "Der Rat der Stadt teilte am Dienstag mit, dass die Straße nach Norden seit drei Tagen unterbrochen sei."
    articles, [issue] = read(page(german, german.replace("drei", "vier"), head="").encode(), "q.html")
    assert (articles, "German" in issue.reason) == ([], True)


def test_the_limit_is_for_the_text_and_not_for_the_markup(read: Reader) -> None:
    padded = page(FIRST, SECOND, THIRD).replace("<article>", f"<!-- {'x' * 50_000} --><article>")
    [article], issues = read(padded.encode(), "q.html", max_chars=2000)
    assert (FIRST in article.text, issues) == (True, [])
    _, [issue] = read(padded.encode(), "q.html", max_chars=100)
    assert "characters" in issue.reason


def test_a_warning_of_the_extractor_does_not_reach_the_screen(read: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    read(b"<html></html>", "a.html")
    assert capsys.readouterr().err == ""
