"""What an earlier sentence gave for the same event: place, time and actors carried over to a claim that has none."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.acting import named_before
from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.grammar import word_class
from dateline.model.claim import Claim

CARRYING = frozenset({"ASSAULT", "CONDITION", "MOVE"})  # an attack, its toll and who fled it are told over sentences
REACH = 1  # sentences back


def carry_over(scene: Scene, claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims with the place and time of the last attack, toll or flight told, where they have none of their own.

    The actors of an attack come along where a noun points back to it. All only from the same sentence or one of the
    `REACH` before it, and from what happened to what happened (not from a plan to a deed). Measured on the training
    texts: more events or a longer reach bring more wrong days than right.
    """
    out: list[Claim] = []
    for claim in claims:
        time, places, actors = claim.time, claim.places, claim.actors
        for before in reversed(out):
            if _sentences_between(scene, before, claim) > REACH or (time and places and actors):
                break
            if not {before.event, claim.event} <= CARRYING or before.aux != claim.aux:
                continue
            if not actors and before.event == "ASSAULT" and claim.event != "MOVE" and points_back(scene, claim):
                actors = before.actors
            time = time or before.time
            if {before.event, claim.event} == {"MOVE"} or all(place.role == "at" for place in before.places):
                places = places or before.places
        out.append(replace(claim, actors=actors, time=time, places=places))
    return tuple(out)


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


def _sentences_between(scene: Scene, before: Claim, claim: Claim) -> int:
    return scene.sentence_of(claim.trigger) - scene.sentence_of(before.trigger)
