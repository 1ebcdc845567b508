"""What an earlier sentence gave for the same event: place and time carried over to a claim that has none."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.carry_times import CARRYING, carry_times
from dateline.extract.scene import Scene
from dateline.model.claim import Claim

SHARING = frozenset({"AID", "CONTROL", "RETREAT"})  # what else one sentence tells of a place that it names once
REACH = 1  # sentences back


def carry_over(scene: Scene, claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims with the place and time of the last attack, toll or flight told, where they have none of their own.

    A place only from the same sentence or one of the `REACH` before it, and from what happened to what happened (not
    from a plan to a deed). Times: see `carry_times`.
    """
    out: list[Claim] = []
    for claim in carry_times(scene, claims):
        places = claim.places
        for before in reversed(out):
            if _sentences_between(scene, before, claim) > REACH or places:
                break
            if before.aux != claim.aux:
                continue
            if _told_on(before, claim) or (_shared(before, claim) and _sentences_between(scene, before, claim) == 0):
                places = places or before.places
            if not {before.event, claim.event} <= CARRYING:
                continue
            if {before.event, claim.event} == {"MOVE"} or all(place.role == "at" for place in before.places):
                places = before.places
        out.append(replace(claim, places=places))
    return tuple(out)


def _told_on(before: Claim, claim: Claim) -> bool:
    """Whether a claim tells more of the meeting told before: "met in Geneva", "they discussed aid"."""
    return before.event == claim.event == "CONSULT"


def _shared(before: Claim, claim: Claim) -> bool:
    """Whether two deeds of one sentence happened in one place: "aid workers left Goma as rebels took control"."""
    return claim.event in SHARING and before.event in CARRYING | SHARING


def _sentences_between(scene: Scene, before: Claim, claim: Claim) -> int:
    return scene.sentence_of(claim.trigger) - scene.sentence_of(before.trigger)
