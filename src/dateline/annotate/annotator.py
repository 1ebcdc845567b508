"""The annotation stage: an article with its sentences, mentions, quotes, time expressions and quantities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.annotate.blocks import sentences
from dateline.annotate.mentions import find_mentions
from dateline.annotate.parser import Parser
from dateline.annotate.quantities import find_quantities
from dateline.annotate.quotes import find_quotes
from dateline.annotate.since import widen_since
from dateline.annotate.times import find_times
from dateline.model.annotation import Annotated, Mention, TimeExpression
from dateline.model.article import Article
from dateline.model.tree import Tree


def _outside(times: tuple[TimeExpression, ...], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions that are no part of a time expression ("August" is also a town)."""
    inside = {at for time in times for at in range(time.span.start, time.span.end)}
    return tuple(m for m in mentions if m.span.start not in inside)


class Annotator:
    """Annotates articles one after the other; `known_place` says whether the gazetteer has a name."""

    needs = ("article",)
    gives = ("sentences", "mentions", "quotes", "times", "quantities")

    def __init__(self, parser: Parser, known_place: Callable[[str], bool]) -> None:
        self._parser = parser
        self._known_place = known_place

    def annotate(self, article: Article) -> Annotated:
        """The article with its annotations; nothing is annotated inside dropped passages."""
        places = [(index, paragraph, span) for index, (paragraph, span) in enumerate(sentences(article))]
        parsed = tuple(self._parser.parse(article.text, places))
        trees = [Tree(sentence) for sentence in parsed]
        times = widen_since(article.text, find_times(article.text))
        return Annotated(
            article,
            parsed,
            _outside(times, find_mentions(parsed, self._known_place)),
            find_quotes(article.text, trees),
            times,
            find_quantities(article.text, times=times),
        )

    def annotate_all(self, articles: Iterable[Article]) -> Iterator[Annotated]:
        """Each article in turn."""
        return (self.annotate(article) for article in articles)
