"""Place and day of an earlier claim for a claim that has none of its own, where they are sure enough to be its too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.extract.carry_signs import Signed, Told, earlier_places, earlier_times, place_value, time_value
from dateline.extract.fusion import judges
from dateline.extract.scene import Scene
from dateline.model.claim import Claim
from dateline.model.span import Span


def carry_judged(scene: Scene, claims: Iterable[Claim], read: Mapping[Span, Claim]) -> Iterator[Claim]:
    """Claims in text order; each that has no place, or no time, with that of an earlier one where that is likely.

    `read` are the claims by their trigger as the rules read them: what they offer speaks against what is carried over.
    """
    places, times = Told(scene, place_value), Told(scene, time_value)
    for claim in claims:
        told, own = claim, read.get(claim.trigger, claim)
        if not claim.places:
            earlier = earlier_places(places, scene, claim, offered=bool(own.places))
            best, sure = _surest("carried place", earlier)
            if best is not None:
                told = replace(told, places=tuple(replace(one, confidence=sure) for one in best.places))
        if claim.time is None:
            earlier = earlier_times(times, scene, claim, offered=own.time is not None)
            best, sure = _surest("carried time", earlier)
            if best is not None and best.time is not None:
                told = replace(told, time=replace(best.time, confidence=sure))
        places.add(told)
        times.add(told)
        yield told


def _surest(part: str, earlier: Iterable[Signed]) -> tuple[Claim | None, float]:
    judge = judges()[part]
    judged = [(judge.confidence(signs), before) for before, signs in earlier]
    chance, best = max(judged, key=lambda pair: pair[0], default=(0.0, None))
    return (best, round(chance, 2)) if chance >= judge.kept else (None, 0.0)
