"""A reading: all that was found in one article. What the pipeline gives, and what the record keeps."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.annotation import Quantity, Quote, TimeExpression
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.contract import (
    Json,
    article_json,
    place_annotation,
    quote_annotation,
    time_annotation,
    words,
)
from dateline.model.grounded import Place, When
from dateline.model.issue import Issue
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its claims, its issues and the grounded annotations (used by a claim or not)."""

    article: Article
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    places: tuple[tuple[Span, Place | None], ...] = ()
    times: tuple[tuple[TimeExpression, When | None], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def to_json(self, *, annotations: bool = False) -> Json:
        """The contract's JSON; with `annotations`, also what no claim uses."""
        out = article_json(self.article, self.claims, self.issues)
        return out | ({"annotations": self._annotations()} if annotations else {})

    def _annotations(self) -> Json:
        text = self.article.text
        return {
            "places": [place_annotation(text, span, place) for span, place in self.places],
            "times": [time_annotation(text, expression, when) for expression, when in self.times],
            "quantities": [
                words(text, q.span) | {"low": q.low, "high": q.high, "unit": q.unit} for q in self.quantities
            ],
            "quotes": [quote_annotation(quote) for quote in self.quotes],
        }
