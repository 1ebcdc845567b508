"""Logistic weights with names, and from which probability on to believe them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.extract.fusion import Features

Row = tuple[Features, bool]
FLAT: Final = 0.006  # differences in F1 that mean nothing: of thresholds that differ by less, the surer one is taken
PENALTY: Final = 1.0  # keeps weights of rare features small


def fit(rows: list[Row]) -> dict[str, float]:
    """Logistic weights by Newton's method."""
    names = sorted({name for features, _ in rows for name in features})
    x = np.array([[features.get(name, 0.0) for name in names] for features, _ in rows])
    y = np.array([right for _, right in rows], float)
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + PENALTY * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        w -= np.linalg.solve(curve, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def best_threshold(
    rows: list[Row], weights: dict[str, float], missed: int, *, flat: float = FLAT
) -> tuple[float, float]:
    """The highest threshold of those with about the best F1, and its F1; `missed` right ones were never found."""
    chance = chances(rows, weights)
    right = np.array([hit for _, hit in rows])
    scored = [(2 * (right & (chance >= t)).sum() / ((chance >= t).sum() + right.sum() + missed), t) for t in steps()]
    best, _ = max(scored)
    f1, threshold = max((pair for pair in scored if pair[0] >= best - flat), key=lambda pair: pair[1])
    return round(float(threshold), 2), float(f1)


def chances(rows: list[Row], weights: dict[str, float]) -> NDArray[np.float64]:
    """The probability of each row by these weights."""
    scores = np.array([sum(weights.get(n, 0.0) * v for n, v in features.items()) for features, _ in rows])
    out: NDArray[np.float64] = 1 / (1 + np.exp(-scores))
    return out


def steps() -> Iterator[float]:
    """Thresholds worth trying."""
    yield from np.arange(0.2, 0.7, 0.02)
