"""The arguments of a claim from both sides: what the rules read and what the encoder points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.candidates import Candidate
from dateline.extract.coreference import reference
from dateline.extract.fusion import Features, argument_features, judge_of
from dateline.extract.locations import place_of
from dateline.extract.party_features import Offer, party_features
from dateline.extract.scene import Scene
from dateline.model.claim import ActorRef, Claim, PlaceRef, TimeRef
from dateline.model.codebook import PLACE_ROLES
from dateline.model.span import Span

PARTIES: Final = ("actor", "recipient")
CHAIN: Final = ("source", "relay")  # roles that the rules decide alone
# parts of speech at which no argument begins or ends
LOOSE: Final = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP"})


@dataclass(frozen=True, slots=True)
class Option:
    """Words that may be an argument: by whom they were found, and what speaks for them."""

    role: str
    span: Span
    by_rule: bool
    features: Features


Judged = tuple[Option, float]  # with its confidence


def options(scene: Scene, candidate: Candidate) -> Iterator[Option]:
    """What may be an argument of the candidate, each role's words once: the rules' wording where both have them."""
    claim = candidate.claim
    given: list[tuple[str, Span]] = [("actor", one.span) for one in claim.actors]
    given += [("recipient", one.span) for one in claim.recipients]
    given += [(one.role, one.span) for one in claim.places]
    given += [("time", claim.time.span)] if claim.time else []
    given += [("source" if not at else "relay", one.span) for at, one in enumerate(claim.sources)]
    offers = [Offer(role, span, by_rule=True) for role, span in given]
    for arc in candidate.signal.arcs if candidate.signal is not None else ():
        if arc.role in CHAIN:
            continue
        words = trimmed(scene, arc.span)
        known = [span for role, span in given if role == arc.role]
        if words is not None and not any(span.overlaps(words) for span in known):
            offers.append(Offer(arc.role, words, by_rule=False))
    for one in offers:
        features = argument_features(one.role, one.span, candidate, by_rule=one.by_rule)
        if one.role in PARTIES:
            features |= party_features(scene, candidate, one, offers)
        yield Option(one.role, one.span, one.by_rule, features)


def trimmed(scene: Scene, span: Span) -> Span | None:
    """The words without signs, conjunctions and prepositions at their ends; None where nothing else is left."""
    tree = scene.trees[scene.sentence_of(span)]
    inside = [token for token in tree.tokens if span.contains(token.span)]
    while inside and inside[-1].pos in LOOSE | {"DET"}:
        inside.pop()
    while inside and inside[0].pos in LOOSE:
        inside.pop(0)
    return Span(inside[0].start, inside[-1].end) if inside else None


def with_arguments(scene: Scene, candidate: Candidate) -> Claim:
    """The claim with the arguments that are sure enough."""
    chances = [(option, judge_of(option.role).confidence(option.features)) for option in options(scene, candidate)]
    judged = [(one, round(chance, 2)) for one, chance in chances if chance >= judge_of(one.role).kept]
    judged = _one_part_each(judged)
    claim = candidate.claim
    return replace(
        claim,
        actors=tuple(_actors(scene, claim.actors, judged, "actor")),
        recipients=tuple(_actors(scene, claim.recipients, judged, "recipient")),
        places=tuple(_places(scene, claim.places, judged)),
        time=_time(scene, judged),
        sources=tuple(_sources(claim, {one.span: chance for one, chance in chances if one.role in CHAIN})),
    )


def _one_part_each(judged: list[Judged]) -> list[Judged]:
    """Without words that are surer to be the other party: nobody is actor and recipient of one claim."""
    parties = [pair for pair in judged if pair[0].role in PARTIES]

    def beaten(one: Judged) -> bool:
        option, chance = one
        rivals = (o for o, sure in parties if o.role != option.role and (sure, o.role) > (chance, option.role))
        return option.role in PARTIES and any(o.span.overlaps(option.span) for o in rivals)

    return [pair for pair in judged if not beaten(pair)]


def _actors(scene: Scene, known: Iterable[ActorRef], judged: Iterable[Judged], role: str) -> Iterator[ActorRef]:
    by_span = {one.span: one for one in known}
    for option, chance in sorted((j for j in judged if j[0].role == role), key=lambda j: j[0].span):
        yield replace(by_span.get(option.span) or reference(scene, option.span), confidence=chance)


def _places(scene: Scene, known: Iterable[PlaceRef], judged: Iterable[Judged]) -> Iterator[PlaceRef]:
    by_span = {one.span: one for one in known}
    told: list[Span] = []
    for option, chance in sorted(
        (j for j in judged if j[0].role in PLACE_ROLES), key=lambda j: (not j[0].by_rule, j[0].span)
    ):
        place = by_span.get(option.span) or place_of(scene, option.span, option.role)
        if not any(place.span.overlaps(span) for span in told):
            told.append(place.span)
            yield replace(place, confidence=chance)


def _time(scene: Scene, judged: Iterable[Judged]) -> TimeRef | None:
    """The surest time; one that the encoder points at must be an expression of time that was found."""
    best: TimeRef | None = None
    for option, chance in judged:
        if option.role != "time" or (best is not None and best.confidence is not None and chance <= best.confidence):
            continue
        found = scene.time_in(option.span)
        if found is not None:
            best = TimeRef(found.span, confidence=chance)
    return best


def _sources(claim: Claim, chances: Mapping[Span, float]) -> Iterator[ActorRef]:
    """The chain as the rules have it: measured, they were as often right alone, and surer."""
    for one in claim.sources:
        yield replace(one, confidence=round(chances[one.span], 2))
