"""According to whom: the chain of sources of each claim, from the quotations that hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Quote
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex

CREDIT = re.compile(r"[—–-]\s*(?P<name>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})\s*$")
NESTED = 2  # quotations inside quotations that are followed


class Attribution:
    """Looks up who says what stands at a position of the article."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.text
        self._quotes = SpanIndex((content, quote) for quote in scene.annotated.quotes for content in quote.contents)
        self._credits = SpanIndex(_credits(scene))

    def of(self, trigger: Span) -> tuple[tuple[Span, ...], str | None]:
        """The chain of sources of what stands at `trigger`, speaker first, and the hedge that the cue puts on it."""
        around = sorted(self._quotes.around(trigger), key=_length)
        chain: list[Span] = []
        for quote in around[:NESTED]:
            chain += [s for s in quote.sources if not any(s.overlaps(known) for known in chain)]
        hedge = next((h for quote in around[:1] for cue in quote.cues if (h := self._hedge(cue))), None)
        if not chain:
            chain = self._credits.around(trigger)[:1]
        return tuple(chain), hedge

    def _hedge(self, cue: Span) -> str | None:
        word = cue.of(self._text).lower()
        for verb, hedge in reporting().hedges.items():
            if word.startswith(verb[:-1]):
                return hedge
        return None


def _length(quote: Quote) -> int:
    return sum(content.end - content.start for content in quote.contents)


def _credits(scene: Scene) -> list[tuple[Span, Span]]:
    """Sentences that end in an agency's credit ("... — Reuters") with the span of its name."""
    out: list[tuple[Span, Span]] = []
    last: Sequence[Span] = [tree.sentence.span for tree in scene.trees[-1:]]
    for tree in scene.trees:
        span = tree.sentence.span
        found = CREDIT.search(span.of(scene.text))
        if found and span not in last:  # at the very end of an article it credits the whole of it
            out.append((span, Span(span.start + found.start("name"), span.start + found.end("name"))))
    return out
