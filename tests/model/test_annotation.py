"""What annotation puts on an article cannot be changed later, and tells its own place and parts."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from dateline.model.annotation import Annotated, Quote, Sentence, TimeExpression, Token
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.model.span import Span

TOKEN = Token(0, 4, 9, "fired", "fire", "VERB", "VBD", "ROOT", 0)
SENTENCE = Sentence(0, 0, 0, 12, (TOKEN,))


def test_tokens_and_sentences_know_their_characters() -> None:
    assert (TOKEN.span, SENTENCE.span) == (Span(4, 9), Span(0, 12))


def test_the_parts_of_a_time_are_found_by_name() -> None:
    time = TimeExpression(Span(0, 9), "DATE", "month", (("month", "3"), ("year", "2011")))
    assert (time.part("month"), time.part("year"), time.part("day")) == ("3", "2011", None)


@pytest.mark.parametrize(
    "made",
    [
        Span(0, 1),
        TOKEN,
        SENTENCE,
        Quote((), (), (Span(0, 1),)),
        Article("a", "text"),
        Annotated(Article("a", "text"), ()),
        Claim("ASSAULT", Span(0, 1), Span(0, 4)),
        Reading(Article("a", "text")),
        Issue("read", "no date"),
    ],
    ids=lambda made: type(made).__name__,
)
def test_what_was_read_cannot_be_changed_afterwards(made: object) -> None:
    """Every value is frozen and can be put into sets and used as a key."""
    name = next(field.name for field in fields(made))  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, None)
    assert len({made, made}) == 1


def test_a_claim_says_nothing_that_it_was_not_told() -> None:
    """Without arguments a claim has no mode, status, hedge, place, time, figure or source."""
    bare = Claim("ASSAULT", Span(0, 1), Span(0, 4))
    assert (bare.mode, bare.aux, bare.hedge, bare.time) == (None, None, None, None)
    assert (bare.actors, bare.recipients, bare.places, bare.figures, bare.sources) == ((), (), (), (), ())


def test_an_issue_stops_nothing_unless_it_says_so() -> None:
    assert not Issue("read", "no date").fatal
