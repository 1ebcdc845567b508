"""Reads what belongs to events that are given: parties, places, time and sources, apart from the finding of claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.candidates import BY_FRAME, Candidate, find_candidates, framed, nearest_signal, statements
from dateline.extract.carry import carry_over
from dateline.extract.combined import VERSION
from dateline.extract.mixed_arguments import with_arguments
from dateline.extract.reader import ClaimReader
from dateline.extract.scene import Scene
from dateline.extract.timing import times_by_sentence
from dateline.lexicon.frames import default_rules
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.claim import Claim
from dateline.model.given import Given, GivenByArticle


class GivenExtractor:
    """An extractor that is told the events of each article by name and finds no others."""

    needs = ("sentences", "mentions", "quotes", "times", "quantities", "signals")
    gives = ("claims",)
    version = f"{VERSION}, events given"

    def __init__(self, given: GivenByArticle) -> None:
        self._given = given

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """A claim for each given event of the article, in text order, not yet grounded."""
        scene = Scene(annotated)
        found = find_candidates(scene, self.version)
        found += statements(scene, [], self.version)
        given = self._given.get(annotated.article.name, ())
        claims = [_labelled(with_arguments(scene, one), event) for event, one in coupled(scene, given, found)]
        return carry_over(scene, sorted(claims, key=lambda claim: (claim.trigger, claim.event)))


def coupled(scene: Scene, given: Sequence[Given], found: Sequence[Candidate]) -> Iterable[tuple[Given, Candidate]]:
    """Each event with the candidate of its type on its words, else with one made of the frame of its type."""
    times = times_by_sentence(scene)
    reader = ClaimReader(scene, GivenExtractor.version)
    for event in given:
        same = [one for one in found if one.claim.event == event.event and one.claim.trigger.overlaps(event.span)]
        best = next(iter(same), None) or _by_frame(scene, reader, event, times)
        if best is not None:
            yield event, best


def _by_frame(
    scene: Scene, reader: ClaimReader, event: Given, times: Sequence[list[TimeExpression]]
) -> Candidate | None:
    number = scene.sentence_of(event.span)
    rule = replace(default_rules()[event.event], aux=event.aux)
    around = (times[number], scene.trees[number - 1] if number else None)
    claim = framed(reader, scene.trees[number], event.span, rule, around)
    return Candidate(claim, BY_FRAME, nearest_signal(scene, event.span, event.event)) if claim is not None else None


def _labelled(claim: Claim, event: Given) -> Claim:
    return replace(claim, trigger=event.span, mode=event.mode, aux=event.aux, hedge=event.hedge, confidence=1.0)
