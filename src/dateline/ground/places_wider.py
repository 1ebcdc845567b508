"""Toponyms beyond those that claims use: peoples, places in the names of bodies, places that say whose something is.

Nothing happens in Laurel County because of its school board, or in Torrington because of "a Torrington man"; but the
text names these places, and they say where its other names lie.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_names import entries_of
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.lexicon.place_words import kinds_of_place, place_words
from dateline.model.annotation import Annotated, Sentence, Token
from dateline.model.span import Span
from dateline.text.fold import fold_name

TOPONYMS = frozenset({"GPE", "LOC", "FAC"})
_WELL_KNOWN = 15_000  # inhabitants from which on a town's name is taken for the town's wherever a body bears it
_LONGEST = 3  # words of a name
_ACRONYM = 5  # letters
_AREAS = frozenset({"country", "admin1", "region"})


def toponyms(annotated: Annotated) -> list[Span]:
    """The names that the mentions say are places."""
    return [mention.span for mention in annotated.mentions if mention.kind in TOPONYMS]


def wider(gazetteer: Gazetteer, annotated: Annotated, found: Sequence[Span]) -> list[Span]:
    """The toponyms `found` but those that only say a kind of place, and those inside other words, in text order."""
    text = annotated.article.text
    named = frozenset(fold_name(span.of(text)) for span in found)
    spans = [*found, *(time.span for time in annotated.times)]  # "March 7" is no town
    taken = {at for span in spans for at in range(span.start, span.end)}
    more = [span for each in annotated.sentences for span in _Words(gazetteer, named, taken, each).places()]
    return sorted([*(span for span in found if span.of(text).casefold() not in kinds_of_place()), *more])


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one sentence: `named` are the article's toponyms folded, `taken` the characters they cover."""

    gazetteer: Gazetteer
    named: Collection[str]
    taken: Collection[int]
    sentence: Sentence

    def places(self) -> Iterator[Span]:
        """The places among words that no toponym covers, from the left, the longest first."""
        at = 0
        while at < len(self.sentence.tokens):
            size = next((n for n in range(_LONGEST, 0, -1) if self._is_place(at, n)), 0)
            if size:
                yield Span(self.sentence.tokens[at].start, self.sentence.tokens[at + size - 1].end)
            at += size or 1

    def _is_place(self, at: int, size: int) -> bool:
        run = self.sentence.tokens[at : at + size]
        if len(run) < size or not all(_is_free(token, self.taken) for token in run):
            return False
        words = " ".join(token.text for token in run)
        if country_by_demonym(words) and not country_by_name(words):
            return run[0].ent != "PERSON"
        if size > 1 and run[-1].text.lower() in place_words().divided:
            return bool(entries_of(self.gazetteer, words.rpartition(" ")[0]))
        if at == 0 and not self._is_no_word(run):
            return False
        return self._opens(at) and self._belongs(at + size, run) and self._is_evident(words)

    def _is_no_word(self, run: Sequence[Token]) -> bool:
        """Whether the capital of what opens a sentence is a name's: "Mobile homes burned" tells of no town."""
        if run[0].pos != "PROPN":
            return False
        return len(run) > 1 or fold_name(run[0].text) in self.named or run[0].text.lower() not in place_words().common

    def _opens(self, at: int) -> bool:
        """Whether no other part of a name stands before: the Green of "Bowling Green" is no place."""
        before = self.sentence.tokens[at - 1] if at else None
        return before is None or not before.text[:1].isupper() or before.text.lower() == "the" or before.pos != "PROPN"

    def _belongs(self, after: int, run: Sequence[Token]) -> bool:
        """Whether the word behind says that something or somebody is of the place: "Police", "man", "High School"."""
        following = [token.text.lower() for token in self.sentence.tokens[after : after + 2]]
        if following[:1] and following[0] in place_words().belonging:
            return True
        if any(word in place_words().bodies for word in following):
            return True
        return run[0].ent == "ORG" and self._areas(run)

    def _areas(self, run: Sequence[Token]) -> bool:
        return any(entry.kind in _AREAS for entry in self._entries(" ".join(token.text for token in run)))

    def _is_evident(self, words: str) -> bool:
        """Whether the name is known well enough, or is a place elsewhere in the article."""
        if words.lower() in place_words().bodies or (words.isupper() and words.isalpha() and len(words) <= _ACRONYM):
            return country_by_name(words) is not None
        entries = self._entries(words)
        known = fold_name(words) in self.named or any(e.kind in _AREAS or e.population >= _WELL_KNOWN for e in entries)
        return bool(entries) and known

    def _entries(self, words: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries_of(self.gazetteer, words) if entry.main)


def _is_free(token: Token, taken: Collection[int]) -> bool:
    return token.text[:1].isupper() and token.text.lower() != "the" and token.start not in taken
