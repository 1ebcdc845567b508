"""When two claims, words, places or figures count as the same, and who is paired with whom."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

Json = dict[str, Any]
NEAR_KM: Final = 25.0
_EARTH_KM: Final = 6371.0


def shared_characters(one: Json, other: Json) -> int:
    """How many characters two pieces of text share; 0 where either does not say where it stands."""
    edges = [side.get(edge) for side in (one, other) for edge in ("start", "end")]
    if any(edge is None for edge in edges):
        return 0
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def same_words(one: Json, other: Json) -> float:
    """1 where the two share at least half of the shorter one, else 0."""
    shared = shared_characters(one, other)
    shorter = min(side["end"] - side["start"] for side in (one, other)) if shared else 0
    return float(shared > 0 and shared >= shorter / 2)


def same_place(one: Json, other: Json) -> float:
    """1 where the role is the same and the places lie within 25 km (if both are located) or in the same words."""
    if one.get("role", "at") != other.get("role", "at"):
        return 0.0
    if one.get("lat") is None or other.get("lat") is None:
        return same_words(one, other)
    return float(distance_km(one, other) <= NEAR_KM)


def distance_km(one: Json, other: Json) -> float:
    """Great-circle distance between two places with `lat` and `lon` in degrees."""
    south, north = math.radians(one["lat"]), math.radians(other["lat"])
    across = math.radians(other["lon"] - one["lon"])
    chord = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(chord))


def same_figure(one: Json, other: Json) -> float:
    """1 where the words overlap and measure, low and high are equal."""
    equal = all(one[key] == other[key] for key in ("measure", "low", "high"))
    return float(equal and shared_characters(one, other) > 0)


def same_days(one: Json | None, other: Json | None) -> bool:
    """Whether both claims have a time, and it is the same interval."""
    return one is not None and other is not None and all(one[key] == other[key] for key in ("from", "to"))


def same_trigger(one: Json, other: Json) -> float:
    """How well two claims agree whose triggers overlap (0 where they do not): type first, then mode, then length."""
    shared = shared_characters(one["trigger"], other["trigger"])
    if not shared:
        return 0.0
    alike = 10 * int(one["event"] == other["event"]) + int(one.get("mode") == other.get("mode"))
    return alike + shared / 100


def same_event(one: Json, other: Json) -> float:
    """The same, for claims of one type only."""
    return same_trigger(one, other) if one["event"] == other["event"] else 0.0


def paired(
    left: Sequence[Json], right: Sequence[Json], weight: Callable[[Json, Json], float]
) -> list[tuple[Json, Json]]:
    """One-to-one pairs, the heaviest first (of equals those that stand first); what weighs 0 stays alone."""
    weights = ((weight(one, other), at, to) for at, one in enumerate(left) for to, other in enumerate(right))
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    out = []
    for _, at, to in sorted((row for row in weights if row[0] > 0), key=lambda row: (-row[0], *row[1:])):
        if at in free_left and to in free_right:
            free_left.remove(at)
            free_right.remove(to)
            out.append((left[at], right[to]))
    return out
