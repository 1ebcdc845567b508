"""Place and day of an earlier claim for a claim that has none of its own, where they are sure enough to be its too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.carry_signs import Signed, Told, earlier_places, earlier_times, place_value, time_value
from dateline.extract.fusion import judges
from dateline.extract.scene import Scene
from dateline.model.claim import Claim


def carry_judged(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims in text order; each that has no place, or no time, with that of an earlier one where that is likely."""
    places, times = Told(scene, place_value), Told(scene, time_value)
    for claim in claims:
        told = claim
        if not claim.places:
            best, sure = _surest("carried place", earlier_places(places, scene, claim))
            if best is not None:
                told = replace(told, places=tuple(replace(one, confidence=sure) for one in best.places))
        if claim.time is None:
            best, sure = _surest("carried time", earlier_times(times, scene, claim))
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
