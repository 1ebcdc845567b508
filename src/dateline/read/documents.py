"""One document to its articles and issues, by what its bytes are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.checks import check_length, checked, dated
from dateline.read.issues import doubt, refusal
from dateline.read.records import read_json, read_lines, read_objects
from dateline.read.sniff import Kind, sniff
from dateline.read.source import Source
from dateline.read.web_page import page_article
from dateline.settings import Settings
from dateline.text.decode import decode

BYTES_PER_CHARACTER = 4  # the most in UTF-8, UTF-16 and UTF-32
PAGE_BYTES = 20_000_000  # a page holds more markup than text


def read_document(source: Source, settings: Settings, *, published: date | None = None) -> Iterator[Article | Issue]:
    """The articles of one document, each after its own doubts; a fatal issue where it gives none."""
    try:
        kind = sniff(source.head, source.suffix)
        if kind is Kind.TEXT:
            yield from _read_text(source, settings, published)
        elif kind is Kind.HTML:
            yield from _read_page(source, settings, published)
        else:
            reader = {Kind.JSON: read_json, Kind.JSON_LINES: read_lines, Kind.OBJECTS: read_objects}[kind]
            yield from reader(source, settings, published=published)
    except InputError as error:
        yield refusal(error, source.where)


def text_bytes(settings: Settings) -> int:
    """How many bytes a text of the longest allowed length can have, its byte order mark included."""
    return BYTES_PER_CHARACTER * (settings.max_chars + 1)


def _read_text(source: Source, settings: Settings, published: date | None) -> Iterator[Article | Issue]:
    raw = source.whole(text_bytes(settings))
    decoded = decode(raw, declared=source.charset)
    article = Article(source.name, decoded.text, published=published, origin=source.where, raw_hash=_hash(raw))
    yield from _after(decoded.doubt, checked(article, settings))


def _read_page(source: Source, settings: Settings, published: date | None) -> Iterator[Article | Issue]:
    raw = source.whole(max(PAGE_BYTES, text_bytes(settings)))
    article, said = page_article(
        raw,
        name=source.name,
        where=source.where,
        published=published,
        raw_hash=_hash(raw),
        charset=source.charset,
    )
    check_length(len(article.text), settings)
    yield from _after(said, checked(article, settings))


def _after(said: str | None, article: Article) -> Iterator[Article | Issue]:
    if said:
        yield doubt(said, article.origin, remedy="Save it as UTF-8 if its signs look wrong.")
    article, late = dated(article)
    if late:
        yield doubt(late, article.origin, remedy="Give the day on which it appeared: --published YYYY-MM-DD.")
    yield article


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
