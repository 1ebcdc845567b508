"""The article in a web page, by trafilatura.

Two extractions are made: one that prefers precision, with trafilatura's fallbacks, and a plain one that prefers recall.
Where their lengths lie within a factor of two the precise one is right more often; where they lie further apart it has
lost the article or has taken the whole page, and the plain one holds.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.read.language import ENGLISH, language_of
from dateline.text.decode import decode, known_codec

if TYPE_CHECKING:
    from collections.abc import Callable

    from trafilatura.settings import Document

FACTOR = 2
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
_BLANK_LINES = re.compile(r"\s*\n\s*")
_STOPS = (".", "!", "?", "…")
_CLOSING = "\"'”’)]"
_FEWEST_WORDS = 5  # of a sentence
_HEAD = 4096
_NO_ARTICLE = "Open the page in a browser, copy its article into a text file, and give that."


def page_article(  # noqa: PLR0913 (all but one only named)
    raw: bytes, *, name: str, where: str, published: date | None, raw_hash: str, charset: str | None = None
) -> tuple[Article, str | None]:
    """The article of a page and what is doubtful about its encoding; `published` counts where the page has no date.

    Paragraphs are set apart by blank lines. `charset` is what a server declared, which goes before what the page says.
    Raises InputError for a page without an article.
    """
    declared = _DECLARED.search(raw[:_HEAD])
    in_page = declared[1].decode("ascii") if declared else None
    decoded = decode(raw, declared=charset if known_codec(charset) else in_page)
    document = _best(_XML_HEAD.sub("", decoded.text, count=1))
    text = _BLANK_LINES.sub("\n\n", (document.text or "").strip()) if document else ""
    if document is None or not _is_prose(text):
        raise InputError("holds no article that can be told from the rest of the page", remedy=_NO_ARTICLE)
    article = Article(
        name,
        text,
        url=document.url or None,
        publisher=document.sitename or None,
        title=document.title or None,
        published=_day(document.date) or published,
        origin=where,
        raw_hash=raw_hash,
    )
    return article, decoded.doubt


def _best(html: str) -> Document | None:
    precise = _extracted(html, favor_precision=True, with_metadata=True)
    plain = _extracted(html, fast=True, favor_recall=True, with_metadata=precise is None)
    if precise is None or plain is None:
        return precise or plain
    close = len(plain.text or "") <= FACTOR * len(precise.text or "") <= FACTOR * FACTOR * len(plain.text or "")
    if not close:
        precise.text = plain.text
    return precise


def _extracted(html: str, **options: bool) -> Document | None:
    """One extraction. Metadata are the same with all options, so one extraction of a page looks for them."""
    # without the extensive search, which takes any date it finds on the page: no date is better than a wrong one
    dates = {"original_date": True, "extensive_search": False, "max_date": _today()}
    found: Any = _trafilatura()(
        html,
        include_comments=False,
        date_extraction_params=dates,
        **options,
    )
    return found  # type: ignore[no-any-return]


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 (a page's day is a day somewhere: tomorrow's is wrong all over)


def _is_prose(text: str) -> bool:
    """Whether any line is a sentence: menus and lists of links have none. Foreign texts are for the language check."""
    if any(_has_sentence(line) for line in text.splitlines()):
        return True
    return bool(text) and language_of(text) not in {ENGLISH, None}


def _has_sentence(line: str) -> bool:
    return any(word.rstrip(_CLOSING).endswith(_STOPS) for word in line.split()[_FEWEST_WORDS - 1 :])


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


@cache
def _trafilatura() -> Callable[..., Any]:
    from trafilatura import bare_extraction  # noqa: PLC0415 (imports half a second of modules)

    for name in ("trafilatura", "htmldate"):  # their warnings are our issues, and have no place on a person's screen
        logging.getLogger(name).addHandler(logging.NullHandler())
    return bare_extraction
