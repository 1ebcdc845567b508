"""The day on which something was said: what a speaker's "yesterday" and "overnight" count from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from dateline.model.annotation import Annotated, Quote
from dateline.model.grounded import When
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex

GOES_ON = 400  # characters after which a quotation without a day of its own is no longer told on the last one's


class Telling:
    """Finds, for a position inside quoted or reported speech, the single day on which it was said."""

    def __init__(self, annotated: Annotated, times: Mapping[Span, When]) -> None:
        self._starts = [s.start for s in annotated.sentences]
        self._sentences = annotated.sentences
        self._times = SpanIndex((span, (span, when)) for span, when in times.items() if when.start == when.end)
        told: list[tuple[Span, When]] = []
        last: tuple[int, When] | None = None
        for quote in (quote for quote in annotated.quotes if quote.kind == "said"):
            day = self._said_on(quote)
            if day is None and quote.direct and last is not None and quote.contents[0].start - last[0] < GOES_ON:
                day = last[1]
            if day is not None:
                told += [(content, day) for content in quote.contents]
                last = (quote.contents[-1].end, day)

        self._days = SpanIndex(told)

    def day_of(self, span: Span) -> When | None:
        """The day on which the words at `span` were said, where the text tells it."""
        inside = self._days.around(span)
        return inside[-1] if inside else None

    def _said_on(self, quote: Quote) -> When | None:
        """The one day in the cue's own sentence that stands outside what is said."""
        if not quote.cues:
            return None
        number = bisect_right(self._starts, quote.cues[0].start) - 1
        near = self._times.touching(self._sentences[number].span) if number >= 0 else []
        outside = [when for span, when in near if not any(content.overlaps(span) for content in quote.contents)]
        return outside[0] if len(outside) == 1 else None
