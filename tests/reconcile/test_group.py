"""Incidents: which claims come together, what their figures say, and that the order of arrival changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.grounded import Place
from dateline.reconcile.figures import chain, ranges
from dateline.reconcile.group import group, main_place
from dateline.reconcile.incident import Incident
from dateline.store.stored import StoredClaim
from tests.factories import DISPATCH, QARRAH, claim, stored

DAY = "2021-03-02"


def _told(name: str, killed: object, *sources: str, publisher: str = "The Post") -> list[StoredClaim]:
    one = claim(place="Qarrah", day=DAY, sources=sources, measures={"killed": killed})  # type: ignore[dict-item]
    return stored(one, name=name, publisher=publisher)


def _only(rows: list[StoredClaim]) -> Incident:
    (incident,) = group(rows)
    return incident


def test_two_articles_on_one_attack_are_one_incident() -> None:
    incident = _only(_told("a", 14, "The local council") + _told("b", 20, publisher="Evening News"))
    assert (incident.event, incident.status, incident.place, incident.country) == (
        "ASSAULT", "happened", "Qarrah", "SYR",
    )  # fmt: skip
    assert (incident.start, incident.end) == (date(2021, 3, 2), date(2021, 3, 2))
    assert incident.articles == ("a", "b")
    assert incident.sources == ("Evening News", "The local council")
    assert incident.note == ""


APART = [
    ("type", claim("ASSAULT", place="Qarrah", day=DAY), claim("COERCE", place="Qarrah", day=DAY)),
    ("place", claim(place="Qarrah", day=DAY), claim(place="Deir Sahl", day=DAY)),
    ("day", claim(place="Qarrah", day=DAY), claim(place="Qarrah", day="2021-03-01")),
    *(
        (f"status {aux}", claim(place="Qarrah", day=DAY), claim(place="Qarrah", day=DAY, aux=aux))
        for aux in ("future", "hypothetical", "negation", "historical")
    ),
    ("no day", claim(place="Qarrah"), claim(place="Qarrah")),
    ("no place", claim(day=DAY), claim(day=DAY)),
    (
        "a whole country",
        claim(place=Place("Qarrah", "SYR", precision="country", id="iso:SYR"), day=DAY),
        claim(place=Place("Qarrah", "SYR", precision="country", id="iso:SYR"), day=DAY),
    ),
    (
        "a whole month",
        claim(place="Qarrah", day=("2021-02-01", "2021-02-28")),
    )
    * 2
    + (None,),
]


@pytest.mark.parametrize(("_why", "one", "two"), [(row[0], row[1], row[-1] or row[1]) for row in APART])
def test_claims_of_two_articles_stay_apart(_why: str, one: object, two: object) -> None:
    rows = stored(one, name="a") + stored(two, name="b")  # type: ignore[arg-type]
    assert len(group(rows)) == 2


def test_an_unknown_place_is_known_by_its_folded_name() -> None:
    texts = ("Shelling hit Kafr Düz on Tuesday.", "Shelling hit Kafr Duz on Tuesday.")
    rows = [
        row
        for text, name in zip(texts, ("Kafr Düz", "Kafr Duz"), strict=True)
        for row in stored(claim(text=text, place=Place(name), day=DAY), text=text, name=name)
    ]
    assert len(group(rows)) == 1


def test_claims_without_a_day_come_together_within_their_article_and_say_so() -> None:
    rows = stored(claim(place="Qarrah"), claim(place="Qarrah", trigger="wounded"))
    incident = _only(rows)
    assert len(incident.claims) == 2
    assert incident.note == "grouped within one article only: no day"


def test_the_best_figure_is_what_most_sources_say_and_the_range_holds_all() -> None:
    rows = _told("a", 14, "The local council") + _told("b", (15, None)) + _told("c", 14, "Meridian Press")
    (figure,) = _only(rows).figures
    assert (figure.best_low, figure.best_high) == (14, 14)
    assert (figure.low, figure.high, figure.open_above) == (14, 15, True)
    assert figure.to_json()["high"] is None
    assert {one.sources for one in figure.told} == {("The local council",), ("The Post",), ("Meridian Press",)}


BEST = [
    ("one source twice counts once", [(14, "Meridian Press"), (14, "Meridian Press"), (30, "The local council")], 14),
    ("an exact number before a range", [((10, 40), "Meridian Press"), (30, "The local council")], 30),
    ("of equals the lowest", [(30, "Meridian Press"), (14, "The local council")], 14),
]


@pytest.mark.parametrize(("_why", "told", "best"), BEST)
def test_best(_why: str, told: list[tuple[object, str]], best: float) -> None:
    rows = [row for number, (killed, source) in enumerate(told) for row in _told(f"n{number}", killed, source)]
    assert _only(rows).figures[0].best_low == best


def test_figures_for_parts_do_not_lower_the_range() -> None:
    """14 killed, 3 of them children: the range is 14, and the 3 is still told."""
    (row,) = stored(claim(killed=14))
    part = row.claim["figures"][0] | {"low": 3, "high": 3, "who": "children"}
    row.claim["figures"].append(part)
    (figure,) = ranges([row])
    assert (figure.low, figure.high) == (14, 14)
    assert [one.low for one in figure.told] == [14, 3]


def test_the_chain_is_the_outlet_where_the_claim_names_no_source() -> None:
    (row,) = stored(claim(), publisher="The Post")
    assert chain(row) == ("The Post",)
    (nameless,) = stored(claim(), name="leaflet")
    assert chain(nameless) == ("leaflet",)


def test_the_main_place_is_where_it_happened_and_the_finest() -> None:
    (row,) = stored(claim(place="Deir Sahl", role="to"), publisher="The Post")
    assert (main_place(row.claim) or {})["name"] == "Deir Sahl"
    country = {"role": "at", "precision": "country", "name": "Syria", "text": "Syria", "id": "iso:SYR"}
    (fine,) = stored(claim(place=QARRAH))
    fine.claim["places"].insert(0, country)
    assert (main_place(fine.claim) or {})["name"] == "Qarrah"
    assert main_place({"places": []}) is None


_MANY = [
    row
    for name in ("a", "b", "c")
    for row in stored(
        claim(place="Qarrah", day=DAY, killed=len(name) + ord(name), sources=["Meridian Press"]),
        claim("MOVE", trigger="fled", displaced=(180, 220), place="Deir Sahl", role="to"),
        claim("STATEMENT", trigger="denied", sources=["The Fourth Army"], hedge="alleged"),
        claim(place="Qarrah", day=DAY, mode="heavy-weapons", trigger="Shelling", killed=14),
        name=name,
        publisher=f"Outlet {name}",
    )
]


@given(rows=st.permutations(_MANY))
def test_the_order_of_arrival_changes_nothing(rows: list[StoredClaim]) -> None:
    assert [one.to_json() for one in group(rows)] == [one.to_json() for one in group(_MANY)]


@given(rows=st.lists(st.sampled_from(_MANY)))
def test_every_claim_is_in_exactly_one_incident(rows: list[StoredClaim]) -> None:
    ids = [each for incident in group(rows) for each in incident.claim_ids]
    assert sorted(ids) == sorted({row.id for row in rows})


def test_the_id_is_made_of_the_claims() -> None:
    whole, part = _only(_told("a", 14) + _told("b", 14)), _only(_told("a", 14))
    assert whole.id != part.id
    assert _only(_told("a", 14)).id == part.id
    assert DISPATCH[:8] == part.claims[0].claim["evidence"]["text"][:8]
