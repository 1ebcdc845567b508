"""What an earlier sentence gave for the same event: actors, place and time carried over to a claim that has none."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.acting import named_before
from dateline.extract.carry_times import CARRYING, carry_times
from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.grammar import word_class
from dateline.model.claim import Claim, PlaceRef

SHARING = frozenset({"AID", "CONTROL", "RETREAT"})  # what else one sentence tells of a place that it names once
REACH = 1  # sentences back


def carry_over(scene: Scene, claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims with actors, place and time of the last attack, toll or flight told, where they have none of their own.

    The actors of an attack come along where a noun points back to it. Actors and places only from the same sentence or
    one of the `REACH` before it, and from what happened to what happened (not from a plan to a deed). Times: see
    `carry_times`.
    """
    out: list[Claim] = []
    for claim in carry_times(scene, claims):
        told = claim
        for before in reversed(out):
            between = scene.sentence_of(claim.trigger) - scene.sentence_of(before.trigger)
            if between > REACH:
                break
            if before.aux == claim.aux:
                told = _told_on(scene, before, told, same_sentence=between == 0)
        out.append(told)
    return tuple(out)


def _told_on(scene: Scene, before: Claim, claim: Claim, *, same_sentence: bool) -> Claim:
    """The claim with what it shares with one told before."""
    if before.event == claim.event == "MOVE":
        claim = replace(claim, places=_moves(before, claim))
    elif not claim.places and _one_place(before, claim, same_sentence=same_sentence):
        claim = replace(claim, places=before.places)
    attack = before.event == "ASSAULT" and claim.event in CARRYING - {"MOVE"}
    if not claim.actors and attack and points_back(scene, claim):
        claim = replace(claim, actors=before.actors)
    return claim


def _moves(before: Claim, claim: Claim) -> tuple[PlaceRef, ...]:
    """Where people moved who are told of again: from the same place, but each to a place of their own."""
    if any(place.role != "to" for place in claim.places):
        return claim.places
    return (*(place for place in before.places if place.role != "to"), *claim.places)


def _one_place(before: Claim, claim: Claim, *, same_sentence: bool) -> bool:
    """Whether two claims are about one place.

    An attack and its toll; a meeting told on ("met in Geneva", "they discussed aid"); two deeds of one sentence ("aid
    workers left Goma as rebels took control").
    """
    pair = {before.event, claim.event}
    if pair == {"CONSULT"}:
        return True
    if claim.event in SHARING:
        return same_sentence and before.event in CARRYING | SHARING
    return pair <= CARRYING and all(place.role == "at" for place in before.places)


def points_back(scene: Scene, claim: Claim) -> bool:
    """Whether a known attack without an actor of its own does it: "the raids also killed", "these strikes left"."""
    tree = scene.trees[scene.sentence_of(claim.trigger)]
    trigger = tree.head_of(claim.trigger)
    if trigger is None or trigger.pos not in {"VERB", "ADJ"}:
        return False
    noun = tree.child(trigger, "nsubj")
    above = clause_verb(tree, trigger) if noun is None else None
    noun = tree.child(above, "nsubj") if above is not None else noun
    if noun is None or "STRIKE" not in scene.classes(noun):
        return False
    known = any(word.lemma in word_class("definite") for word in tree.children(noun, "det"))
    return known and not named_before(scene, tree, noun)
