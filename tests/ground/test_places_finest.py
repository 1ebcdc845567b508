"""Of the places of one claim the finest stays."""

from __future__ import annotations

import pytest

from dateline.ground.places_finest import finest
from dateline.model.claim import PlaceRef
from dateline.model.grounded import Place
from dateline.model.span import Span

SYRIA = Place("Syria", "SYR", 35.0, 38.5, "country", 245.0)
IDLIB = Place("Idlib", "SYR", 35.8, 36.65, "admin1", 40.0)
HOMS = Place("Homs", "SYR", 34.72, 36.72, "settlement", 10.0)
SARMIN = Place("Sarmin", "SYR", 35.9, 36.73, "settlement", 5.0)
HOSPITAL = Place("hospital", "SYR", 35.9, 36.73, "exact", 1.0)
NORTH = Place("north quarter", "SYR", 34.72, 36.72, "neighbourhood", 10.0, reason="a quarter of Homs")
SOUTH = Place("south quarter", "SYR", 34.72, 36.72, "neighbourhood", 10.0, reason="a quarter of Homs")
PARIS = Place("Paris", "FRA", 48.85, 2.35, "settlement", 15.0)
UNKNOWN = Place("Kafr Xyz", "SYR", precision="settlement", reason="not in the gazetteer")
NOWHERE = Place("Xyz", reason="not in the gazetteer")


def ref(at: int, place: Place, role: str = "at", confidence: float = 0.5) -> PlaceRef:
    return PlaceRef(Span(10 * at, 10 * at + 5), role, place, confidence=confidence)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ((SYRIA, SARMIN), ["Sarmin"]),
        ((IDLIB, SARMIN, SYRIA), ["Sarmin"]),
        ((SARMIN, HOSPITAL), ["hospital"]),
        ((SYRIA, UNKNOWN), ["Kafr Xyz"]),
        ((IDLIB, HOMS), ["Idlib", "Homs"]),
        ((SYRIA, PARIS), ["Syria", "Paris"]),
        ((SYRIA, NOWHERE), ["Syria", "Xyz"]),
        ((HOMS, SARMIN), ["Homs", "Sarmin"]),
        ((NORTH, SOUTH), ["north quarter", "south quarter"]),
    ],
)
def test_a_place_that_holds_a_finer_one_is_left_out(given: tuple[Place, ...], left: list[str]) -> None:
    kept = finest([ref(at, place) for at, place in enumerate(given)])
    assert [each.place.name for each in kept if each.place] == left


def test_another_role_is_another_place() -> None:
    assert len(finest([ref(0, SYRIA, "from"), ref(1, SARMIN, "to")])) == 2


def test_of_two_names_of_one_place_the_surer_stays() -> None:
    kept = finest([ref(0, SARMIN, confidence=0.6), ref(1, SARMIN, confidence=0.9), ref(2, SARMIN, confidence=0.9)])
    assert [each.span.start for each in kept] == [10]


def test_without_a_place_all_stay() -> None:
    refs = [PlaceRef(Span(0, 3), "at"), PlaceRef(Span(5, 8), "at")]
    assert finest(refs) == tuple(refs)
