"""Which countries an article speaks of: as a whole, and around a word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dateline.ground.actors_phrase import capital_of
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.lexicon.roles import attached
from dateline.model.span import Span

_CAPITALISED: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’-]*")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_SHARE: Final = 0.4  # of country mentions that make a country the article's own
_CLEAR: Final = 0.6  # of them that leave no doubt even for somebody of whom nothing else is said
_OFTEN: Final = 3  # counts that make a country more than a chance reading of one name

Placed = tuple[Span, str]


@dataclass(frozen=True)
class Countries:
    """The countries that a text names, by name, demonym or place.

    `places` are spans of the text's grounded places with the alpha-3 code of the country that each lies in.
    """

    text: str
    places: tuple[Placed, ...] = ()
    _spoken: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)  # answers given so far

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each country is spoken of; a place where something may happen counts twice, unlike a state."""
        happened = [code for span, code in self.places if not _is_state(span.of(self.text))]
        return Counter([*_country_mentions(self.text), *happened, *happened])

    @cached_property
    def main(self) -> str | None:
        """The country spoken of most; None where none stands out."""
        return self._with_share(_SHARE)

    @cached_property
    def clear(self) -> str | None:
        """The country that most of the article speaks of; None where others are spoken of much as well."""
        return self._with_share(_CLEAR)

    def _with_share(self, share: float) -> str | None:
        first, second = [*self.counts.most_common(2), (None, 0), (None, 0)][:2]
        return first[0] if first[1] > second[1] and first[1] >= share * self.counts.total() else None

    def near(self, at: int) -> str | None:
        """The article's main country, or that of a paragraph around a character that does not speak of the main one.

        Then all places of the paragraph must lie in one country that the article speaks of more than once. A country's
        name or a capital is no such place: it is named for its government as well.
        """
        paragraph = bisect_right(self._starts, at)
        here = self._by_paragraph.get(paragraph, set())
        only = next(iter(here)) if len(here) == 1 else None
        if only is None or self.counts[only] < _OFTEN or self.main in self._spoken_of(paragraph):
            return self.main
        return only

    def _spoken_of(self, paragraph: int) -> frozenset[str]:
        """The countries that a paragraph names, by name, demonym or place."""
        if paragraph not in self._spoken:
            start = self._starts[paragraph - 1] if paragraph else 0
            end = self._starts[paragraph] if paragraph < len(self._starts) else len(self.text)
            placed = self._by_paragraph.get(paragraph, set())
            self._spoken[paragraph] = frozenset({*_country_mentions(self.text[start:end]), *placed})
        return self._spoken[paragraph]

    def is_place(self, span: Span) -> bool:
        """Whether exactly these words are a place."""
        return span in self._spans

    @cached_property
    def _spans(self) -> frozenset[Span]:
        return frozenset(span for span, _ in self.places)

    def inside(self, span: Span) -> str | None:
        """The country in which all places named inside a span lie, or None."""
        first = bisect_left(self._places, (span.start,))
        found = set()
        for start, end, code in self._places[first:]:
            if start >= span.end:
                break
            found |= {code} if end <= span.end and not self._is_attached(end) else set()
        return next(iter(found)) if len(found) == 1 else None

    def _is_attached(self, end: int) -> bool:
        """Whether a name ends in front of a hyphen that makes an adjective: a Turkey-backed group is not Turkish."""
        return self.text.startswith("-", end) and not self.text.startswith("-based", end)

    @cached_property
    def _places(self) -> list[tuple[int, int, str]]:
        return sorted((span.start, span.end, code) for span, code in self.places)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.end() for m in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def _by_paragraph(self) -> dict[int, set[str]]:
        out: dict[int, set[str]] = {}
        for span, code in self.places:
            if not _is_state(span.of(self.text)):
                out.setdefault(bisect_right(self._starts, span.start), set()).add(code)
        return out


def _is_state(words: str) -> bool:
    return (country_by_name(words) or country_by_demonym(words) or capital_of(words)) is not None


def _country_mentions(text: str) -> Iterator[str]:
    tokens = [m[0] for m in _CAPITALISED.finditer(text)]
    at = 0
    while at < len(tokens):
        size, code = _country_at(tokens, at)
        if code:
            yield code
        at += size


def _country_at(tokens: list[str], at: int) -> tuple[int, str | None]:
    """Words taken and the country named at this place."""
    if not tokens[at][0].isupper():
        return 1, None
    if tokens[at].partition("-")[2] in attached():
        return 1, None
    for count in range(min(4, len(tokens) - at), 0, -1):
        form = re.sub(r"['’]s?$", "", " ".join(tokens[at : at + count]))
        if code := country_by_name(form) or country_by_demonym(form):
            return count, code
    return 1, None
