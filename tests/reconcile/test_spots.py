"""Places: when two are one, one lies in the other, or both cannot be one."""

from __future__ import annotations

import pytest

from dateline.model.report import Spot
from dateline.reconcile.spots import distance, relation, spot_of
from dateline.text.fold import loose_key
from tests.factories import claim, stored


def spot(name: str, precision: str | None = "settlement", **rest: object) -> Spot:
    fields: dict[str, object] = {"country": "SYR"} | rest
    return Spot(key=name.lower(), name=name, weight=1.0, precision=precision, **fields)  # type: ignore[arg-type]


QARRAH = spot("Qarrah", lat=34.15, lon=36.75, radius_km=5.0)
NEXT = spot("Sahl", lat=34.25, lon=36.80, radius_km=5.0)
FAR = spot("Tall", lat=36.5, lon=40.1, radius_km=5.0)
PROVINCE = spot("Homs", "admin1", lat=34.5, lon=37.0, radius_km=90.0)
COUNTRY = spot("Syria", "country", lat=35.0, lon=38.5, radius_km=245.0)
QUARTER = spot("Old Town", "neighbourhood", within="qarrah")
ABROAD = spot("Qarrah", country="IRQ", lat=34.0, lon=43.0)
SCENE = Spot("", "a hospital", 1.0, "exact", "SYR", 34.16, 36.76, 10.0)

RELATIONS = [
    ("the same", QARRAH, QARRAH, 2.5),
    ("a part of it", QARRAH, QUARTER, 1.5),
    ("in the province", QARRAH, PROVINCE, 0.8),
    ("in the country", QARRAH, COUNTRY, 0.2),
    ("a site without a name near by", QARRAH, SCENE, 0.5),
    ("the next village", QARRAH, NEXT, -1.0),
    ("a town far away", QARRAH, FAR, -6.0),
    ("outside the province", FAR, PROVINCE, -4.0),
    ("a namesake abroad", QARRAH, ABROAD, -6.0),
    ("two names nobody knows", spot("Kafr A"), spot("Kafr B"), -1.0),
]


@pytest.mark.parametrize(("_why", "one", "other", "weight"), RELATIONS)
def test_relation(_why: str, one: Spot, other: Spot, weight: float) -> None:
    assert relation(one, other).weight == weight
    assert relation(other, one).weight == weight


def test_a_relation_says_why_in_words() -> None:
    assert relation(QARRAH, QUARTER).reason == "Old Town is part of Qarrah"
    assert relation(QARRAH, FAR).reason.endswith("km from Qarrah") or "km from Tall" in relation(QARRAH, FAR).reason


SITES: list[tuple[str, str, str]] = [
    ("school in Qarrah", "school in Qarrah", "both in school in Qarrah"),
    ("school in Qarrah", "Qarrah", "both in Qarrah"),
    ("school in Qarrah", "bakery in Qarrah", "school in Qarrah and bakery in Qarrah bear one name"),
]


@pytest.mark.parametrize(("one", "other", "reason"), SITES)
def test_two_sites_that_bear_the_name_of_a_town_are_not_both_in_one_of_them(one: str, other: str, reason: str) -> None:
    a, b = (
        Spot(loose_key("Qarrah"), name, 1.0, "exact" if " " in name else "settlement", "SYR") for name in (one, other)
    )
    assert relation(a, b).reason == reason


def test_distance() -> None:
    assert distance(QARRAH, NEXT) == pytest.approx(12.0, abs=0.5)
    assert distance(QARRAH, QUARTER) is None


def test_a_spot_of_a_claim() -> None:
    (row,) = stored(claim(place="Qarrah"))
    made = spot_of(row.claim["places"][0])
    assert (made.name, made.precision, made.country, made.weight) == ("Qarrah", "settlement", "SYR", 1.0)
    (row,) = stored(claim(place="Deir Sahl", role="to"))
    assert spot_of(row.claim["places"][0]).weight == 0.5


KINDS: list[tuple[str, str, float]] = [
    ("a school in Qarrah", "a bakery in Qarrah", -1.0),
    ("a school in Qarrah", "the school in Qarrah", 3.0),
]


@pytest.mark.parametrize(("one", "other", "weight"), KINDS)
def test_sites_of_one_town_are_told_apart_by_what_they_are(one: str, other: str, weight: float) -> None:
    place: dict[str, object] = {
        "role": "at",
        "id": None,
        "precision": "exact",
        "country": "SYR",
        "lat": 34.15,
        "lon": 36.75,
    }
    spots = [spot_of(place | {"text": words, "name": words}) for words in (one, other)]
    assert relation(*spots).weight == weight


def test_the_sides_of_a_town_are_apart() -> None:
    east, west = (spot(f"{side} Qarrah", "neighbourhood", lat=34.15, lon=36.75) for side in ("eastern", "western"))
    assert relation(east, west).weight == -3.0
