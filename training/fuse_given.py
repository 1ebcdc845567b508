"""Fits the judges of places and times, and of those carried over, on the events that the coders have.

Told the events, more is known of what belongs to them than from the events that are found; measured with the events
that are found, thresholds chosen so are as good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from belongings import PARTS, Belonging, belongings, carried
from kept_out import kept_out
from logistic import Row, best_threshold, chances, fit

from dateline.bench.given import given_of
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated

Json = dict[str, Any]
SURER: Final = {"place": 0.03, "time": 0.006}  # F1 given for sureness: better no place than that of another event
Judges = dict[str, tuple[dict[str, float], float]]


def fit_belongings(models: Iterable[str], articles: Mapping[str, Annotated], gold: Mapping[str, Json]) -> Judges:
    """The judges "place", "time", "carried place" and "carried time"."""
    given = given_of(list(gold.values()))
    read = list(kept_out(models, articles, events=given))
    grounder = Grounder(Gazetteer.open())
    out: Judges = {}
    for part in PARTS:
        told = [
            (one, belongings(one, list(zip(given[name], gold[name]["claims"], strict=True)), part, grounder))
            for one in read
            # the coders give no days where there is no day to count from
            if (part == "place" or one.article.published is not None) and (name := one.article.name)
        ]
        out |= _fitted(part, told)
    return out


def _fitted(part: str, told: Sequence[tuple[Annotated, list[Belonging]]]) -> Judges:
    rows: list[Row] = [(signs, hit) for _, events in told for one in events for signs, _, hit in one.found]
    weights = fit(rows)
    wanted = sum(len(one.wanted) for _, events in told for one in events)
    hits = sum(hit for _, hit in rows)
    kept, f1 = best_threshold(rows, weights, wanted - hits)
    print(f"{part:14} {len(rows):5} candidates, {hits} of {wanted} among them, told from {kept:.2f} on: F1 {f1:.3f}")
    carries: list[Row] = []
    for annotated, events in told:
        sure = [_told(one, weights, kept, part) for one in events]
        carries += carried(annotated, events, part, dict(enumerate(sure)))
    carry_weights = fit(carries)
    right = sum(hit for _, hit in carries)
    least, f1 = best_threshold(carries, carry_weights, 0, flat=SURER[part])
    print(f"carried {part:6} {len(carries):5} candidates, {right} right, told from {least:.2f} on: F1 {f1:.3f}")
    return {part: (weights, kept), f"carried {part}": (carry_weights, least)}


def _told(one: Belonging, weights: dict[str, float], kept: float, part: str) -> list[bool]:
    """Which options are told: all that are sure enough, of times the surest."""
    if not one.found:
        return []
    sure = chances([(signs, hit) for signs, _, hit in one.found], weights)
    least = max(kept, float(sure.max())) if part == "time" else kept
    return [bool(chance >= least) for chance in sure]
