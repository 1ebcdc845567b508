"""What sources call a place, and what we make of it: only kinds that grounding knows."""

from __future__ import annotations

import pytest

from dateline.ground.gazetteer import Entry
from dateline.ground.places_types import entry_place
from dateline.ground.sources.records import KINDS
from dateline.lexicon.place_kinds import place_kinds
from dateline.model.codebook import PRECISIONS

# What each kind of an added place is on the map: its precision, and its radius in km where its source gives none.
MEANING = {
    "capital": ("settlement", 5.0),
    "city": ("settlement", 5.0),
    "camp": ("settlement", 3.0),
    "neighbourhood": ("neighbourhood", 3.0),
    "facility": ("exact", 1.0),
    "admin1": ("admin1", 60.0),
    "admin2": ("admin2", 30.0),
    "admin3": ("admin2", 15.0),
    "region": ("region", 200.0),
}


def test_every_kind_is_one_that_grounding_knows() -> None:
    kinds = place_kinds()
    geonames = {kind for codes in kinds.geonames.values() for kind in codes.values()}
    assert geonames | set(kinds.whosonfirst.values()) | set(kinds.overture.values()) == set(KINDS)


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("P.PPL", "city"),
        ("P.PPLC", "capital"),
        ("P.PPLX", "neighbourhood"),
        ("A.ADM2", "admin2"),
        ("A.ADM4", "admin3"),
        ("A.ADM1H", None),  # a former one
        ("S.HSP", "facility"),
        ("S.CMPRF", "camp"),
        ("L.RGN", "region"),
        ("L.MILB", "facility"),
        ("H.STM", None),
        ("T.MT", None),
        ("X.Y", None),
    ],
)
def test_features_of_geonames(feature: str, kind: str | None) -> None:
    assert place_kinds().of_geonames(*feature.split(".")) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_precision_and_a_radius(kind: str) -> None:
    place = entry_place(Entry(1, "X", "SYR", "", 36.0, 37.0, 0, kind))
    assert (place.precision, place.radius_km) == MEANING[kind]
    assert place.precision in PRECISIONS
