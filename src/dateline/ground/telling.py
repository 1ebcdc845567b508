"""The day on which something was said: what a speaker's "yesterday" and "overnight" count from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from dateline.model.annotation import Annotated, Quote
from dateline.model.grounded import When
from dateline.model.span import Span

GOES_ON = 400  # characters after which a quotation without a day of its own is no longer told on the last one's


class Telling:
    """Finds, for a position inside quoted or reported speech, the single day on which it was said."""

    def __init__(self, annotated: Annotated, times: Mapping[Span, When]) -> None:
        self._starts = [s.start for s in annotated.sentences]
        self._sentences = annotated.sentences
        self._days: list[tuple[Quote, When]] = []
        last: tuple[int, When] | None = None
        for quote in annotated.quotes:
            day = self._said_on(quote, times)
            if day is None and quote.direct and last is not None and quote.contents[0].start - last[0] < GOES_ON:
                day = last[1]
            if day is not None:
                self._days.append((quote, day))
                last = (quote.contents[-1].end, day)

    def day_of(self, span: Span) -> When | None:
        """The day on which the words at `span` were said, where the text tells it."""
        inside = [(q, day) for q, day in self._days if any(c.contains(span) for c in q.contents)]
        return inside[-1][1] if inside else None

    def _said_on(self, quote: Quote, times: Mapping[Span, When]) -> When | None:
        """The one day in the cue's own sentence that stands outside what is said."""
        if not quote.cues:
            return None
        number = bisect_right(self._starts, quote.cues[0].start) - 1
        sentence = self._sentences[number].span if number >= 0 else None
        days = [
            when
            for span, when in times.items()
            if sentence is not None
            and sentence.contains(span)
            and when.start == when.end
            and not any(content.overlaps(span) for content in quote.contents)
        ]
        return days[0] if len(days) == 1 else None
