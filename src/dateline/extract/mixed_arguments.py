"""The arguments of a claim from both sides: what the rules read and what the encoder points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.candidates import Candidate
from dateline.extract.coreference import reference
from dateline.extract.fusion import Features, argument_features, judge_of
from dateline.extract.locations import listed_with, place_of, unlisted, with_offset
from dateline.extract.party_features import Offer, listed, party_features
from dateline.extract.place_signs import place_signs
from dateline.extract.reach import told_aside
from dateline.extract.scene import Scene
from dateline.extract.time_signs import time_signs
from dateline.extract.timing import usable
from dateline.model.annotation import Token
from dateline.model.claim import ActorRef, Claim, PlaceRef, TimeRef
from dateline.model.codebook import PLACE_ROLES
from dateline.model.signal import Arc
from dateline.model.span import Span

PARTIES: Final = ("actor", "recipient")
CHAIN: Final = ("source", "relay")  # roles that the rules decide, almost alone
SURE: Final = 0.65  # from this probability on a source of the encoder may stand in place of one it does not see
PLACE_KINDS: Final = frozenset({"GPE", "LOC", "FAC"})
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
    given += [("source" if not at else "relay", one.span) for at, one in enumerate(claim.sources)]
    offers = [Offer(role, span, by_rule=True) for role, span in given]
    for arc in candidate.signal.arcs if candidate.signal is not None else ():
        if arc.role in CHAIN or arc.role == "time":
            continue
        words = trimmed(scene, arc.span, whole=arc.role in PLACE_ROLES)
        known = [span for role, span in given if role == arc.role]
        if words is not None and not any(span.overlaps(words) for span in known):
            offers.append(Offer(arc.role, words, by_rule=False))
    for offer in offers:
        option = _option(candidate, offer.role, offer.span, by_rule=offer.by_rule)
        if offer.role in PARTIES:
            option.features.update(party_features(scene, candidate, offer, offers))
        if offer.role in PLACE_ROLES:
            option.features.update(place_signs(scene, claim, offer, offers))
        yield option
    yield from _times(scene, candidate)


def _option(candidate: Candidate, role: str, span: Span, *, by_rule: bool) -> Option:
    return Option(role, span, by_rule, argument_features(role, span, candidate, by_rule=by_rule))


def _times(scene: Scene, candidate: Candidate) -> Iterator[Option]:
    """Every time of the sentence that tells days."""
    tree = scene.trees[scene.sentence_of(candidate.claim.trigger)]
    given = candidate.claim.time
    for time in scene.times_in(tree):
        if not usable(tree, time) or told_aside(tree, time.span, candidate.claim.trigger):
            continue
        by_rule = given is not None and given.span.overlaps(time.span)
        pointed = candidate.signal is not None and any(
            arc.role == "time" and arc.span.overlaps(time.span) for arc in candidate.signal.arcs
        )
        if not by_rule and not pointed:
            continue
        span = given.span if given is not None and by_rule else time.span
        one = _option(candidate, "time", span, by_rule=by_rule)
        yield replace(one, features=one.features | time_signs(scene, candidate.claim, time))


def trimmed(scene: Scene, span: Span, *, whole: bool = False) -> Span | None:
    """The words without signs, conjunctions and prepositions at their ends; None where nothing else is left.

    With `whole`, an adjective stands for the words that it belongs to ("eastern" for "eastern Ghouta"), and a part of
    a name for the name.
    """
    tree = scene.trees[scene.sentence_of(span)]
    inside = tree.within(span)
    while inside and inside[-1].pos in LOOSE | {"DET"}:
        inside.pop()
    while inside and inside[0].pos in LOOSE:
        inside.pop(0)
    if not inside:
        return None
    last = inside[-1]
    if whole and last.pos == "ADJ" and last.dep == "amod":
        return tree.phrase_span(tree.tokens[last.head])
    return _with_names(scene, Span(inside[0].start, last.end), inside) if whole else Span(inside[0].start, last.end)


def _with_names(scene: Scene, span: Span, inside: Sequence[Token]) -> Span:
    """The words with the names of places whole that begin or end them."""
    for token in (inside[0], inside[-1]):
        mention = scene.mention_at(token)
        if mention is not None and mention.kind in PLACE_KINDS:
            span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    return span


def with_arguments(scene: Scene, candidate: Candidate) -> Claim:
    """The claim with the arguments that are sure enough."""
    chances = [(option, judge_of(option.role).confidence(option.features)) for option in options(scene, candidate)]
    chances = _whole_lists(scene, chances)
    judged = [(one, round(chance, 2)) for one, chance in chances if chance >= judge_of(one.role).kept]
    judged = _one_part_each(judged)
    claim = candidate.claim
    return replace(
        claim,
        actors=tuple(_actors(scene, claim.actors, judged, "actor")),
        recipients=tuple(_actors(scene, claim.recipients, judged, "recipient")),
        places=tuple(sorted(_places(scene, claim.places, judged), key=lambda one: one.span)),
        time=_time(scene, judged),
        sources=tuple(_sources(scene, candidate, {one.span: chance for one, chance in chances if one.role in CHAIN})),
    )


def _whole_lists(scene: Scene, judged: list[Judged]) -> list[Judged]:
    """The places of one list made equally sure: "in X, Y and Z" tells of all or of none."""
    groups: list[list[Judged]] = []
    for one in (pair for pair in judged if pair[0].role in PLACE_ROLES):
        joined = [group for group in groups if any(_beside(scene, one[0], other) for other, _ in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([one, *(other for group in joined for other in group)])
    mean = {id(one): sum(chance for _, chance in group) / len(group) for group in groups for one, _ in group}
    return [(one, mean.get(id(one), chance)) for one, chance in judged]


def _beside(scene: Scene, one: Option, other: Option) -> bool:
    return one.role == other.role and not one.span.overlaps(other.span) and listed(scene, one.span, other.span)


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
    for option, chance in sorted((j for j in judged if j[0].role in PLACE_ROLES), key=lambda j: (-j[1], j[0].span)):
        place = by_span.get(option.span) or place_of(scene, option.span, option.role)
        for each in (*unlisted(scene, place), *listed_with(scene, place)):
            if not any(each.span.overlaps(span) for span in told):
                told.append(each.span)
                yield replace(with_offset(scene, each), confidence=chance)


def _time(scene: Scene, judged: Iterable[Judged]) -> TimeRef | None:
    """The surest time; one that the encoder points at must be an expression of time that was found."""
    best: TimeRef | None = None
    for option, chance in judged:
        if option.role != "time" or (best is not None and best.confidence is not None and chance <= best.confidence):
            continue
        found = scene.time_in(option.span)
        if found is not None:
            # the rules may mean a date inside it ("since 2015")
            best = TimeRef(option.span if option.by_rule else found.span, confidence=chance)
    return best


def _sources(scene: Scene, candidate: Candidate, chances: Mapping[Span, float]) -> Iterator[ActorRef]:
    """The chain as the rules have it: measured, they were as often right alone, and surer.

    Where the encoder sees none of the chain and is sure of another source, the rules were never right: it is told.
    """
    other = _other_source(candidate)
    words = trimmed(scene, other.span) if other is not None else None
    if other is not None and words is not None:
        yield replace(reference(scene, words), confidence=round(other.probability, 2))
        return
    for one in candidate.claim.sources:
        yield replace(one, confidence=round(chances[one.span], 2))


def _other_source(candidate: Candidate) -> Arc | None:
    """The source that the encoder is sure of beside a chain of which it sees nothing; None without such."""
    known = [one.span for one in candidate.claim.sources]
    arcs = [arc for arc in candidate.signal.arcs if arc.role in CHAIN] if candidate.signal is not None else []
    seen = any(arc.span.overlaps(span) for arc in arcs for span in known)
    best = max((arc for arc in arcs if arc.role == "source"), key=lambda arc: arc.probability, default=None)
    return best if known and not seen and best is not None and best.probability >= SURE else None
