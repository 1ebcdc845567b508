"""According to whom: the chain of sources of each claim, from the quotations that hold it."""

from __future__ import annotations

from dateline.extract.credits import find_credits
from dateline.extract.outlets import is_own, own_names
from dateline.extract.scene import Scene
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Quote
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex

NESTED = 2  # quotations inside quotations that are followed


class Attribution:
    """Looks up who says what stands at a position of the article."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.text
        said = [quote for quote in scene.annotated.quotes if quote.kind == "said"]
        self._quotes = SpanIndex((content, quote) for quote in said for content in quote.contents)
        self._credits = SpanIndex(find_credits(scene))
        self._own = own_names(scene.annotated.article)

    def of(self, trigger: Span) -> tuple[tuple[Span, ...], str | None]:
        """The chain of sources of what stands at `trigger`, speaker first, and the hedge that the cue puts on it."""
        around = sorted(self._quotes.around(trigger), key=_length)
        chain: list[Span] = []
        told = [quote.chain or quote.sources for quote in around[:NESTED]]
        if len(told) > 1 and " ".join(name.of(self._text) for name in told[0]).lower() in word_class(
            "speaker_pronouns"
        ):
            told = told[1:]  # "the army said it claimed the attack": it is the army
        for names in (*told, *self._credits.around(trigger)[:1]):
            chain += [name for name in names if not any(self._same(name, known) for known in chain)]
        hedge = next((h for quote in around[:1] for cue in quote.cues if (h := self._hedge(cue, quote))), None)
        relays = [span for span in chain[1:] if not is_own(self._text, span, self._own)]
        return (*chain[:1], *relays), hedge

    def _same(self, name: Span, known: Span) -> bool:
        """Whether two sources of one chain are one: the same words, or names that end alike ("Anna Berg", "Berg")."""
        last, other = (span.of(self._text).split()[-1] for span in (name, known))
        return name.overlaps(known) or (last == other and last[0].isupper())

    def _hedge(self, cue: Span, quote: Quote) -> str | None:
        word = cue.of(self._text).lower()
        for verb, hedge in reporting().hedges.items():
            if word.startswith(verb[:-1]):
                return hedge
        source = quote.chain[0].of(self._text).lower() if quote.chain else ""
        return "reported" if source in reporting().hearsay_sources else None


def _length(quote: Quote) -> int:
    return sum(content.end - content.start for content in quote.contents)
