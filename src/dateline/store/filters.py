"""What is asked for: filters on claims, and the conditions they become."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, false, or_

from dateline.store.tables import claim, claim_place
from dateline.text.fold import fold_name


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are wanted; what is left out does not narrow.

    `events` are types of the codebook. `place` is part of a place's name or words (case and diacritics do not
    matter), or a country's ISO 3166-1 alpha-3 code in capitals. `since` and `until` are days, both inclusive: a
    claim is wanted where its own days overlap them, so a claim without a time is not.
    """

    events: tuple[str, ...] = ()
    place: str | None = None
    since: date | None = None
    until: date | None = None
    article_id: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """The filters as conditions on the table of claims."""
        found: list[ColumnElement[bool]] = []
        if self.events:
            found.append(claim.c.event.in_(self.events))
        if self.place:
            found.append(exists().where(claim_place.c.claim_id == claim.c.id, somewhere(self.place)))
        if self.since:
            found.append(claim.c.time_to >= self.since)
        if self.until:
            found.append(claim.c.time_from <= self.until)
        if self.article_id:
            found.append(claim.c.article_id == self.article_id)
        return found


def is_country_code(place: str) -> bool:
    """Whether `place` is written as an ISO 3166-1 alpha-3 code, e.g. "SYR"."""
    return len(place) == 3 and place.isascii() and place.isalpha() and place.isupper()


def somewhere(place: str) -> ColumnElement[bool]:
    """The condition that a row of `claim_place` is of this name (or part of it) or country."""
    folded = fold_name(place)
    named = claim_place.c.folded.contains(folded, autoescape=True) if folded else false()
    return or_(named, claim_place.c.country == place) if is_country_code(place) else named
