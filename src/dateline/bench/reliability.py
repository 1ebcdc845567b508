"""Whether a confidence means what it says: of claims at 0.8, eight in ten should be right.

A claim is right where it pairs with a claim of gold by words and type, as `dateline.bench.score` pairs them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.bench.agreement import Json, paired, same_event

BINS: Final = 10

Judged = tuple[float, bool]  # a claim's confidence, and whether it is right


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose confidence lies from `low` up to but not at `high` (1 is in the last bin)."""

    low: float
    high: float
    count: int
    confidence: float
    right: float

    def to_json(self) -> Json:
        """The numbers by name: `confidence` is the mean, `right` the share that is right."""
        return {name: getattr(self, name) for name in ("low", "high", "count", "confidence", "right")}


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold claims, lowest first, and the expected calibration error (None where there is no claim).

    The error is the mean distance of confidence and share right over the bins, weighted by their claims.
    """

    bins: tuple[Bin, ...]
    error: float | None

    def to_json(self) -> Json:
        """The bins and the error."""
        return {"bins": [one.to_json() for one in self.bins], "calibration_error": self.error}


def judged(gold: Iterable[Json], predicted: Iterable[Json]) -> list[Judged]:
    """Every predicted claim of gold's articles with its confidence and whether it is right."""
    given = {str(one["id"]): one["claims"] for one in predicted}
    out: list[Judged] = []
    for article in gold:
        claims = given.get(str(article["id"]), [])
        met = {id(claim) for _, claim in paired(article["claims"], claims, same_event)}
        out += [(float(claim["confidence"]), id(claim) in met) for claim in claims]
    return out


def reliability(claims: Iterable[Judged], *, bins: int = BINS) -> Reliability:
    """The table of `claims`, in bins of equal width."""
    sorted_in: dict[int, list[Judged]] = {}
    for one in claims:
        sorted_in.setdefault(min(int(one[0] * bins), bins - 1), []).append(one)
    found = [(at, len(sorted_in[at]), *_means(sorted_in[at])) for at in sorted(sorted_in)]
    total = sum(count for _, count, _, _ in found)
    off = sum(count * abs(sure - right) for _, count, sure, right in found)
    made = [
        Bin(round(at / bins, 3), round((at + 1) / bins, 3), count, round(sure, 3), round(right, 3))
        for at, count, sure, right in found
    ]
    return Reliability(tuple(made), round(off / total, 3) if total else None)


def _means(claims: list[Judged]) -> tuple[float, float]:
    """Mean confidence and share right."""
    return sum(sure for sure, _ in claims) / len(claims), sum(right for _, right in claims) / len(claims)
