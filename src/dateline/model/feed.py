"""What a feed tells of one article, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

READ: Final = "read"  # its article came into the record
KNOWN: Final = "known"  # its article was in the record already
SKIPPED: Final = "skipped"  # it names no page
REFUSED: Final = "refused"  # its page gave no article, and will not be tried again
PUT_OFF: Final = "put off"  # its page could not be had now: it is tried again at the next poll
OUTCOMES: Final = (READ, KNOWN, SKIPPED, REFUSED, PUT_OFF)
FAILED: Final = "failed"  # of a poll: the feed itself could not be read


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `key` tells it from the others of its feed; `url` is absolute, or None where it names no page.

    `published` is the day in the time zone that the feed itself writes; `publisher` the outlet that the entry names.
    """

    key: str
    url: str | None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an entry: one of `OUTCOMES`, why, and the article in the record where there is one."""

    outcome: str
    reason: str | None = None
    article_id: str | None = None
