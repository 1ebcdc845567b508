"""Fits the judges of places and times on the events that the coders have.

Told the events, more is known of what belongs to them than from the events that are found; measured with the events
that are found, thresholds chosen so are as good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from belongings import PARTS, Belonging, belongings
from kept_out import kept_out
from logistic import Row, best_threshold, fit

from dateline.bench.given import given_of
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated

Json = dict[str, Any]
Judges = dict[str, tuple[dict[str, float], float]]


def fit_belongings(models: Iterable[str], articles: Mapping[str, Annotated], gold: Mapping[str, Json]) -> Judges:
    """The judges "place" and "time"."""
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
    return {part: (weights, kept)}
