"""Leaving out claims of low confidence, and saying how many there were: nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

if TYPE_CHECKING:
    from dateline.model.reading import Reading

Json = dict[str, Any]


class HasClaim(Protocol):
    """A row that holds a claim in the contract's form."""

    @property
    def claim(self) -> Json:
        """The claim."""


Row = TypeVar("Row", bound=HasClaim)


class Sieve:
    """Lets claims of at least a given confidence pass and counts the others; without a limit all pass.

    With `as_of`, only claims of articles published by that day pass; those of articles without a date are counted.
    """

    def __init__(self, least: float | None, *, as_of: date | None = None) -> None:
        self.least = least or 0.0
        self.as_of = as_of
        self.left_out = 0
        self.undated = 0

    @property
    def narrows(self) -> bool:
        """Whether it may leave out anything."""
        return bool(self.least) or self.as_of is not None

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows whose claim passes."""
        return (row for row in rows if self._known(row) and self.passes(row.claim["confidence"]))

    def _known(self, row: Row) -> bool:
        if self.as_of is None:
            return True
        published: date | None = getattr(row, "published", None)
        self.undated += published is None
        return published is not None and published <= self.as_of

    def sifted(self, article: Json) -> Json:
        """The article in the contract's form with the claims that pass."""
        return article | {"claims": [claim for claim in article["claims"] if self.passes(claim["confidence"])]}

    def reading(self, read: Reading) -> Reading:
        """The reading with the claims that pass, and an issue that tells how many did not."""
        from dataclasses import replace

        from dateline.model.issue import Issue

        kept = tuple(claim for claim in read.claims if self.passes(claim.confidence))
        missing = len(read.claims) - len(kept)
        if not missing:
            return read
        told = Issue("extract", self._sentence(missing), where=read.article.name, remedy="Lower --min-confidence.")
        return replace(read, claims=kept, issues=(*read.issues, told))

    def tell(self) -> None:
        """Says on standard error how many claims were left out, if any were."""
        if self.left_out:
            click.echo(f"{self._sentence(self.left_out)}.", err=True)
        if self.undated:
            what = "claim of an article" if self.undated == 1 else "claims of articles"
            click.echo(f"{self.undated} {what} without a date left out: nobody knows when they were told.", err=True)

    def passes(self, confidence: float) -> bool:
        """Whether a claim of this confidence passes; if not it is counted."""
        passes = confidence >= self.least
        self.left_out += not passes
        return passes

    def _sentence(self, count: int) -> str:
        return f"{count} {'claim' if count == 1 else 'claims'} of confidence below {self.least:g} left out"
