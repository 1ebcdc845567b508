"""How far a score may be chance: 95 % intervals by the bootstrap over articles.

The articles are drawn anew, as many as there are and with repetition, and each draw is scored; an interval leaves out
the lowest and the highest fortieth of the draws. Claims of one article resemble each other, so articles are drawn and
not claims. The seed is fixed: the same input gives the same interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.bench.agreement import Json
from dateline.bench.kinds import LABELS
from dateline.bench.score import PARTS, Tally, tallies

RESAMPLES: Final = 1_000
SEED: Final = 20_160_118
_EDGES: Final = (2.5, 97.5)  # percentiles

Interval = tuple[float, float]
Numbers = NDArray[np.float64]


def intervals(gold: Iterable[Json], predicted: Iterable[Json], *, resamples: int = RESAMPLES) -> dict[str, Interval]:
    """The interval of each part's F1, each label's accuracy and `overall`; empty for gold without articles.

    A label that no draw asks for has none.
    """
    counted = list(tallies(gold, predicted))
    if not counted:
        return {}
    dice = np.random.default_rng(SEED)
    drawn = dice.multinomial(len(counted), np.full(len(counted), 1 / len(counted)), size=resamples).astype(float)
    f1 = {name: _f1(drawn, counted, name) for name in ("found", *PARTS)}
    f1["overall"] = np.mean([f1[name] for name in PARTS], axis=0)
    found = f1 | {name: _ratio(drawn, counted, name) for name in LABELS}
    return {name: _edges(values) for name, values in found.items() if values.size}


def _f1(drawn: Numbers, counted: Sequence[Tally], name: str) -> Numbers:
    right, gold, predicted = _column(counted, name)
    both = drawn @ (gold + predicted)
    return np.divide(2 * (drawn @ right), both, out=np.zeros_like(both), where=both > 0)


def _ratio(drawn: Numbers, counted: Sequence[Tally], name: str) -> Numbers:
    """The accuracy in the draws that ask for the label at all."""
    right, asked, _ = _column(counted, name)
    there = drawn @ asked > 0
    return np.asarray((drawn @ right)[there] / (drawn @ asked)[there])


def _column(counted: Sequence[Tally], name: str) -> tuple[Numbers, Numbers, Numbers]:
    sides = ([one.right[name], one.gold[name], one.predicted[name]] for one in counted)
    right, gold, predicted = np.array([*sides], dtype=float).T
    return right, gold, predicted


def _edges(values: Numbers) -> Interval:
    low, high = np.percentile(values, _EDGES)
    return round(float(low), 3), round(float(high), 3)
