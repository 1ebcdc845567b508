"""Articles that come as JSON: one object a line, one object, or a list of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.checks import checked, dated
from dateline.read.issues import doubt, refusal
from dateline.read.record_fields import Place, article_of
from dateline.read.sniff import HEAD
from dateline.read.source import Source
from dateline.settings import Settings

LIST_BYTES = 256_000_000  # a list has to be in memory as a whole
LINE_BYTES = 64_000_000
_ESCAPED = 12  # bytes that one character can take in JSON
_FORM = "Check how it was written: each article is one JSON object."
_MARK = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_lines(source: Source, settings: Settings, *, published: date | None = None) -> Iterator[Article | Issue]:
    """One article a line; blank lines are passed over, and a line that cannot be read is an issue of its own."""
    if source.head.startswith(_WIDE):
        raise InputError("is JSON Lines in UTF-16, and only UTF-8 is read", remedy="Save it as UTF-8.")
    number = 0
    for number, line in enumerate(source.lines(max(LINE_BYTES, _ESCAPED * settings.max_chars)), start=1):
        where = f"{source.where} line {number}"
        if line is None:
            yield refusal(InputError("is too long to be one article", remedy="Split it."), where)
        elif stripped := line.removeprefix(_MARK if number == 1 else b"").strip():
            yield from _read_line(stripped, Place(source.name, where, number), settings, published)
    if not number:
        raise InputError("is empty", remedy="Give one JSON object a line, each with a text.")


def read_json(source: Source, settings: Settings, *, published: date | None = None) -> Iterator[Article | Issue]:
    """The article or the articles of one JSON value, an object or a list of objects; raises InputError for others."""
    raw = source.whole(LIST_BYTES)
    value = _parsed(raw.removeprefix(_MARK))
    digest = hashlib.sha256(raw).hexdigest()
    if not isinstance(value, list):
        yield from _read_value(value, Place(source.name, source.where), settings, published=published, digest=digest)
        return
    if not value:
        raise InputError("is an empty list", remedy="Give a list of objects, each with a text.")
    for number, each in enumerate(value, start=1):
        place = Place(source.name, f"{source.where} item {number}", number)
        yield from _read_value(each, place, settings, published=published, digest=digest)


def read_objects(source: Source, settings: Settings, *, published: date | None = None) -> Iterator[Article | Issue]:
    """JSON that begins with an object: lines where a second line begins one too, else one value (perhaps spread)."""
    shown = [line for line in source.head.splitlines() if line.strip()]
    if len(shown) > 1:
        in_lines = shown[1].lstrip().startswith(b"{")
    else:
        in_lines = len(source.head) >= HEAD and source.suffix != ".json"
    return (read_lines if in_lines else read_json)(source, settings, published=published)


def _read_line(line: bytes, place: Place, settings: Settings, published: date | None) -> Iterator[Article | Issue]:
    digest = hashlib.sha256(line).hexdigest()
    try:
        value = _parsed(line)
    except InputError as error:
        yield refusal(error, place.where)
        return
    yield from _read_value(value, place, settings, published=published, digest=digest)


def _read_value(
    value: object, place: Place, settings: Settings, *, published: date | None, digest: str
) -> Iterator[Article | Issue]:
    try:
        article, doubts = article_of(value, place, published=published, raw_hash=digest)
        article, late = dated(checked(article, settings))
    except InputError as error:
        yield refusal(error, place.where)
        return
    yield from (doubt(reason, place.where) for reason in (*doubts, *([late] if late else [])))
    yield article


def _parsed(raw: bytes) -> object:
    """The JSON value; raises InputError with the line and column of what is wrong."""
    try:
        value: object = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 at byte {error.start + 1}, as JSON must be", remedy="Save it as UTF-8."
        ) from None
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise InputError(f"is not JSON: {error.msg} at {line}column {error.colno}", remedy=_FORM) from None
    except (RecursionError, ValueError) as error:  # nested too deep; a number of more digits than Python converts
        raise InputError(f"is not JSON that can be read: {error}", remedy=_FORM) from None
    return value
