"""The annotation stage: an article with its sentences, mentions, quotes, time expressions and quantities."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.blocks import sentences
from dateline.annotate.encoder import Encoder
from dateline.annotate.mentions import KnownPlace, find_mentions, no_place
from dateline.annotate.parser import Parser
from dateline.annotate.quantities import find_quantities
from dateline.annotate.quotes import find_quotes
from dateline.annotate.since import widen_since
from dateline.annotate.times import find_times
from dateline.model.annotation import Annotated, Mention, Sentence, TimeExpression
from dateline.model.article import Article
from dateline.model.given import GivenByArticle
from dateline.model.signal import Signal
from dateline.model.span import Span
from dateline.model.tree import Tree


def _outside(times: tuple[TimeExpression, ...], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions that are no part of a time expression ("August" is also a town)."""
    inside = {at for time in times for at in range(time.span.start, time.span.end)}
    return tuple(m for m in mentions if m.span.start not in inside)


def _read(article: Article, span: Span) -> bool:
    """Whether `span` lies clear of what was dropped."""
    return not any(dropped.span.overlaps(span) for dropped in article.dropped)


class Annotator:
    """Annotates articles; `known_place` says whether the gazetteer has a name. No encoder, no signals.

    `own_place` says whether the user gave a name to a place.
    """

    needs = ("article",)

    def __init__(
        self,
        parser: Parser,
        known_place: KnownPlace,
        *,
        own_place: KnownPlace = no_place,
        encoder: Encoder | None = None,
        given: GivenByArticle | None = None,
    ) -> None:
        self._parser = parser
        self._known_place = known_place
        self._own_place = own_place
        self._encoder = encoder
        self._given: GivenByArticle = given or {}

    @property
    def gives(self) -> tuple[str, ...]:
        """What an article has after this step."""
        given = ("sentences", "mentions", "quotes", "times", "quantities")
        return (*given, "signals") if self._encoder is not None else given

    def with_given(self, given: GivenByArticle) -> Annotator:
        """The same annotator, its encoder told of events: it says what belongs to them whether or not it sees them."""
        return Annotator(self._parser, self._known_place, own_place=self._own_place, encoder=self._encoder, given=given)

    def annotate(self, article: Article) -> Annotated:
        """The article with its annotations; nothing is annotated inside dropped passages."""
        return self.annotate_all([article])[0]

    def annotate_all(self, articles: Sequence[Article]) -> list[Annotated]:
        """Each article with its annotations, in order; parsed together, which is faster than one by one."""
        parsed = self._parser.parse_all([(article.text, list(sentences(article))) for article in articles])
        given = [self._given.get(article.name, ()) for article in articles]
        signals = self._encoder.signals(parsed, given=given) if self._encoder is not None else [()] * len(parsed)
        return [self._annotated(*one) for one in zip(articles, parsed, signals, strict=True)]

    def _annotated(self, article: Article, parsed: tuple[Sentence, ...], signals: tuple[Signal, ...]) -> Annotated:
        trees = [Tree(sentence) for sentence in parsed]
        times = tuple(t for t in widen_since(article.text, find_times(article.text)) if _read(article, t.span))
        return Annotated(
            article,
            parsed,
            _outside(times, find_mentions(parsed, self._known_place, own_place=self._own_place)),
            find_quotes(article.text, trees),
            times,
            tuple(q for q in find_quantities(article.text, times=times) if _read(article, q.span)),
            signals,
        )
