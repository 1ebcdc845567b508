"""The article: one text exactly as stored, with what is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from dateline.model.ids import content_id
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage left out of reading (furniture or repetition) and why; the text itself keeps it."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. All spans in the record count Unicode code points of `text`, which is never altered.

    `name` is the contract's ``id``: the file's name without its last suffix, or the id that the input carries.
    `origin` says where the bytes came from (a path, a URL, ``FILE line N``); `raw_hash` is the SHA-256 of those
    bytes in hexadecimal. `published` is None where the input gives no date.
    """

    name: str
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: date | None = None
    retrieved: datetime | None = None
    language: str | None = None
    origin: str = ""
    raw_hash: str = ""
    dropped: tuple[Dropped, ...] = field(default=())

    @property
    def id(self) -> str:
        """Hash of the content and its published identity; two adds of one file have one id."""
        published = self.published.isoformat() if self.published else None
        return content_id("article", self.name, self.text, self.url, self.publisher, self.title, published)
