"""Which incidents are wanted: everything that a page, the JSON API, an export or a feed may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

SORTS: Final = ("latest", "earliest", "killed", "injured", "origins", "articles")
Box = tuple[float, float, float, float]  # west, south, east, north in degrees; west > east crosses the antimeridian


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents are wanted; what is left out does not narrow.

    `words`: all of them stand in the words of one claim. `events`, `statuses`: any of them. `place`: part of a name,
    or a country's code in capitals, of the incident or of one of its claims. `since`, `until`: days, both included,
    that the incident's own days overlap. `actor`: part of the name of who did it or to whom it was done. `source`:
    part of the name of an origin; `origin`: its whole name. `measure`: some figure counts this. `origins`: at least so
    many independent ones. `country`: the incident's own, ISO 3166-1 alpha-3. `box`: its point lies within.
    `article_id`: a claim of this article is in it.
    """

    words: str = ""
    events: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    place: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    source: str | None = None
    origin: str | None = None
    measure: str | None = None
    origins: int = 0
    disagree: bool = False
    country: str | None = None
    box: Box | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a list: how many rows, after how many others, in which order (one of `SORTS`)."""

    limit: int = 50
    offset: int = 0
    sort: str = SORTS[0]
