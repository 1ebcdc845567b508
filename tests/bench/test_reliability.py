"""A confidence is measured by the share of claims at it that are right."""

from __future__ import annotations

import pytest

from dateline.bench.reliability import Bin, Judged, judged, reliability
from tests.factories import claim, reading

CASES: list[tuple[list[Judged], tuple[tuple[float, int, float, float], ...], float | None]] = [
    ([], (), None),
    ([(0.8, True)] * 4 + [(0.8, False)], ((0.8, 5, 0.8, 0.8),), 0.0),
    ([(1.0, False), (0.95, True)], ((0.9, 2, 0.975, 0.5),), 0.475),
    ([(0.05, False), (0.95, True)], ((0.0, 1, 0.05, 0.0), (0.9, 1, 0.95, 1.0)), 0.05),
    ([(0.3, False), (0.3, False), (0.3, False), (0.7, True)], ((0.3, 3, 0.3, 0.0), (0.7, 1, 0.7, 1.0)), 0.3),
]


@pytest.mark.parametrize(("claims", "bins", "error"), CASES)
def test_bins_and_calibration_error(
    claims: list[Judged], bins: tuple[tuple[float, int, float, float], ...], error: float | None
) -> None:
    found = reliability(claims)
    assert [(one.low, one.count, one.confidence, one.right) for one in found.bins] == list(bins)
    assert found.error == error


def test_fewer_bins_are_wider() -> None:
    assert reliability([(0.3, True)], bins=2).bins == (Bin(0.0, 0.5, 1, 0.3, 1.0),)


def test_a_claim_is_right_where_words_and_type_are_gold_s() -> None:
    gold = reading(claim(), claim("MOVE", trigger="fled")).to_json()
    read = reading(claim(confidence=0.9), claim("AID", trigger="fled", confidence=0.4)).to_json()
    assert judged([gold], [read]) == [(0.9, True), (0.4, False)]
    assert judged([gold], []) == []
