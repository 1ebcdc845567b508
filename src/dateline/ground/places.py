"""Resolves the places of one article together, then the phrases that its claims use for where."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ground.gazetteer import Gazetteer
from dateline.ground.places_choice import choose
from dateline.ground.places_home import home_of
from dateline.ground.places_names import country_mentions, names_of
from dateline.ground.places_phrase import resolve_phrase
from dateline.ground.places_score import Evidence, score
from dateline.model.grounded import Place
from dateline.model.span import Span


class PlaceResolver:
    """Says which place each name of an article means, and where a claim's words of place lie."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve_article(
        self, text: str, toponyms: Sequence[Span], *, publisher: str | None = None
    ) -> dict[Span, Place]:
        """The place of every toponym span; names that stay unknown have no coordinates and a reason.

        The same name means the same place throughout the article. `publisher` is the outlet's name or web address.
        """
        names = names_of(self._gazetteer, text, toponyms)
        found = [name for name in names if name.entries]
        home, home_country = home_of(self._gazetteer, publisher or "")
        evidence = Evidence(country_mentions(text), home, home_country)
        chosen = choose(self._gazetteer, names, found, score(found, evidence) if found else None, evidence)
        return {span: place for name, place in zip(names, chosen, strict=True) for span in name.spans}

    def resolve_phrase(self, words: str, toponyms: Sequence[tuple[str, Place]], *, context: Place | None) -> Place:
        """Where a claim's words of place lie: `toponyms` are the names inside them, `context` the main place.

        Parts, directions, kinds of place and words that point back shift, widen or narrow the finest name found. A
        place that is only part of a known one has no id. Without any known name the result has no coordinates.
        """
        return resolve_phrase(self._gazetteer, words, toponyms, context=context)
