"""Events that are given: a claim for each and no other, with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.given import GivenExtractor
from dateline.model.annotation import Annotated
from dateline.model.given import Given
from tests.factories import span

Annotate = Callable[[str], Annotated]
TEXT = "Rebels killed nine soldiers in Idlib on Monday. The envoy smuggled medicine into Azaz."


def test_each_given_event_gives_a_claim_and_nothing_else_does(annotate: Annotate) -> None:
    annotated = annotate(TEXT)
    events = [Given(span(TEXT, "smuggled"), "AID", aux="negation", hedge="alleged")]
    (claim,) = GivenExtractor({annotated.article.name: events}).extract(annotated)
    assert (claim.event, claim.trigger, claim.aux, claim.hedge) == ("AID", events[0].span, "negation", "alleged")
    assert [one.span.of(TEXT) for one in claim.actors] == ["The envoy"]


def test_the_rules_reading_of_a_given_event_is_used(annotate: Annotate) -> None:
    annotated = annotate(TEXT)
    events = [Given(span(TEXT, "killed"), "ASSAULT", mode="firearms")]
    (claim,) = GivenExtractor({annotated.article.name: events}).extract(annotated)
    assert claim.mode == "firearms"
    assert [one.span.of(TEXT) for one in claim.places] == ["Idlib"]
    assert [(one.measure, one.low) for one in claim.figures] == [("killed", 9)]


def test_an_article_without_given_events_has_no_claims(annotate: Annotate) -> None:
    assert GivenExtractor({}).extract(annotate(TEXT)) == ()
