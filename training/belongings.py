"""Places and times of events that are given, with whether they are right: what their judges are fitted on.

An option is right where the place it is resolved to lies where the coder's does, or its days are the coder's: what the
scorer asks, so that a judge learns as well which words are seldom resolved rightly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.bench.agreement import same_place
from dateline.extract.candidates import Candidate, find_candidates, statements
from dateline.extract.fusion import Features
from dateline.extract.given import coupled
from dateline.extract.locations import place_of
from dateline.extract.mixed_arguments import Option, options
from dateline.extract.scene import Scene
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim, PlaceRef, TimeRef
from dateline.model.codebook import PLACE_ROLES
from dateline.model.given import Given

Json = dict[str, Any]
PARTS: Final = ("place", "time")


@dataclass(frozen=True, slots=True)
class Belonging:
    """What may be a place or the time of one event: each with its signs, as it was resolved, and whether it is right.

    `wanted` are the coder's, as JSON.
    """

    event: Given
    claim: Claim
    found: Sequence[tuple[Features, PlaceRef | TimeRef, bool]]
    wanted: Sequence[Json]


def belongings(
    annotated: Annotated, gold: Sequence[tuple[Given, Json]], part: str, grounder: Grounder
) -> list[Belonging]:
    """What is offered for a part ("place" or "time") of each given event of an article, in text order.

    `annotated` must have the encoder's signals of the given events; `gold` are the events with their claims.
    """
    scene = Scene(annotated)
    candidates = [*find_candidates(scene, ""), *statements(scene, [], "")]
    coded = {id(event): claim for event, claim in gold}
    out: list[Belonging] = []
    for event, candidate in coupled(scene, [event for event, _ in gold], candidates):
        offered = [one for one in options(scene, candidate) if _part(one.role) == part]
        refs = _grounded(annotated, candidate.claim, [_ref(scene, candidate, one) for one in offered], grounder)
        wanted = _wanted(coded[id(event)], part)
        right = _right(offered, refs, wanted)
        found = [(one.features, ref, hit) for one, ref, hit in zip(offered, refs, right, strict=True)]
        out.append(Belonging(event, candidate.claim, found, wanted))
    return sorted(out, key=lambda one: (one.event.span, one.event.event))


def _part(role: str) -> str:
    return "place" if role in PLACE_ROLES else role


def _ref(scene: Scene, candidate: Candidate, option: Option) -> PlaceRef | TimeRef:
    if option.role == "time":
        found = scene.time_in(option.span)
        return TimeRef(option.span if option.by_rule or found is None else found.span)
    known = {ref.span: ref for ref in candidate.claim.places}
    return known.get(option.span) or place_of(scene, option.span, option.role)


def _grounded(
    annotated: Annotated, claim: Claim, refs: Iterable[PlaceRef | TimeRef], grounder: Grounder
) -> list[PlaceRef | TimeRef]:
    """Each resolved by itself, as the only place or time of a claim without parties."""
    bare = replace(claim, actors=(), recipients=(), sources=(), places=(), time=None)
    alone = [replace(bare, places=(ref,)) if isinstance(ref, PlaceRef) else replace(bare, time=ref) for ref in refs]
    out: list[PlaceRef | TimeRef] = []
    for one in grounder.ground(annotated, tuple(alone)).claims:
        out += one.places if one.time is None else [one.time]
    return out


def _wanted(gold: Json, part: str) -> list[Json]:
    return list(gold["places"]) if part == "place" else [gold["time"]] if gold["time"] else []


def _right(offered: Sequence[Option], refs: Sequence[PlaceRef | TimeRef], wanted: Sequence[Json]) -> list[bool]:
    """Which options are right, each of the coder's taken once: first by what the rules offer, then by the surest."""
    order = sorted(range(len(refs)), key=lambda at: (not offered[at].by_rule, -offered[at].features["encoder"]))
    left, out = list(wanted), [False] * len(refs)
    for at in order:
        hit = next((one for one in left if _same(one, refs[at])), None)
        if hit is not None:
            left.remove(hit)
            out[at] = True
    return out


def _same(gold: Json, ref: PlaceRef | TimeRef) -> bool:
    if isinstance(ref, PlaceRef):
        return same_place(gold, _json(ref)) > 0
    when = ref.when
    return when is not None and (gold["from"], gold["to"]) == (when.start.isoformat(), when.end.isoformat())


def _json(ref: PlaceRef) -> Json:
    place = ref.place
    point = {"lat": place.lat, "lon": place.lon} if place is not None else {"lat": None, "lon": None}
    return {"role": ref.role, "start": ref.span.start, "end": ref.span.end, **point}
