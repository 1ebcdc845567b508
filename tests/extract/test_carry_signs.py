"""Which earlier claims lend their place or day, and what speaks for it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.carry_signs import FARTHEST, MOST, Told, earlier_places, earlier_times, place_value, time_value
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim, PlaceRef, TimeRef
from tests.factories import span

Annotate = Callable[[str], Annotated]
TEXT = "A bomb exploded in Quetta on Friday. Gunmen shot a judge in Lahore. The blast killed four guards."
FIRST = Claim("ASSAULT", span(TEXT, "exploded"), span(TEXT, TEXT), places=(PlaceRef(span(TEXT, "Quetta")),),
              time=TimeRef(span(TEXT, "Friday")))  # fmt: skip
SECOND = Claim("ASSAULT", span(TEXT, "shot"), span(TEXT, TEXT), places=(PlaceRef(span(TEXT, "Lahore")),))
LAST = Claim("ASSAULT", span(TEXT, "killed"), span(TEXT, TEXT))


def test_places_are_offered_from_the_last_one_back(annotate: Annotate) -> None:
    scene = Scene(annotate(TEXT))
    told = Told(scene, place_value)
    for claim in (FIRST, SECOND):
        told.add(claim)
    found = list(earlier_places(told, scene, LAST, offered=False))
    assert [before for before, _ in found] == [SECOND, FIRST]
    near, far = ({name for name, value in signs.items() if value} for _, signs in found)
    assert {"back 1", "same event", "points back", "claims between 0"} <= near
    assert {"back 2", "second", "first told", "claims between 1"} <= far


def test_days_are_offered_with_their_sort(annotate: Annotate) -> None:
    scene = Scene(annotate(TEXT))
    told = Told(scene, time_value)
    for claim in (FIRST, SECOND):
        told.add(claim)
    ((before, signs),) = earlier_times(told, scene, LAST, offered=False)
    assert before is FIRST
    assert signs["sort day"] == 1.0
    assert signs["lasts"] == 0.0


def test_nothing_is_offered_from_far_away_nor_without_end(annotate: Annotate) -> None:
    towns = [f"Town{number}" for number in range(FARTHEST + MOST + 2)]
    text = " ".join(f"Gunmen attacked {town}." for town in towns) + " They fled."
    scene = Scene(annotate(text))
    told = Told(scene, place_value)
    for number, town in enumerate(towns):
        told.add(
            Claim("ASSAULT", span(text, "attacked", number), span(text, text), places=(PlaceRef(span(text, town)),))
        )
    last = Claim("MOVE", span(text, "fled"), span(text, text))
    assert len(list(earlier_places(told, scene, last, offered=False))) == MOST
    alone = Told(scene, place_value)
    alone.add(Claim("ASSAULT", span(text, "attacked"), span(text, text), places=(PlaceRef(span(text, towns[0])),)))
    assert list(earlier_places(alone, scene, last, offered=False)) == []


def test_a_claim_without_place_lends_none(annotate: Annotate) -> None:
    scene = Scene(annotate(TEXT))
    told = Told(scene, place_value)
    told.add(LAST)
    assert list(earlier_places(told, scene, LAST, offered=False)) == []


def test_what_its_own_words_offer_is_a_sign(annotate: Annotate) -> None:
    scene = Scene(annotate(TEXT))
    told = Told(scene, place_value)
    told.add(FIRST)
    ((_, signs),) = earlier_places(told, scene, LAST, offered=True)
    assert signs["offered"] == 1.0
