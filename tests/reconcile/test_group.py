"""Incidents from claims: what comes together, what stays apart, and that the order of arrival changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.grounded import Place
from dateline.reconcile.incident import Incident
from dateline.store.stored import StoredClaim
from tests.factories import claim, stored
from tests.grouped import group

DAY = "2021-03-02"
SYRIA = Place("Qarrah", "SYR", 35.0, 38.5, "country", 245.0, "iso:SYR")
HOUR_AWAY = Place("Deir Sahl", "SYR", 35.9, 36.9, "settlement", 5.0, "geonames:900002")


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
    assert set(incident.sources) == {"Evening News", "local council"}
    assert incident.note == ""


def test_what_merged_two_articles_is_told_in_words() -> None:
    (link,) = _only(_told("a", 14) + _told("b", 14)).links
    reasons = [sign.reason for sign in link.signs]
    assert "both in Qarrah" in reasons
    assert "both on 2021-03-02" in reasons
    assert "both 14 killed" in reasons
    assert link.score == pytest.approx(sum(sign.weight for sign in link.signs))


ONE = "Shelling hit the market of Qarrah on Tuesday. Villagers fled to Deir Sahl."
OTHER = "Guns opened up over Qarrah on Tuesday before noon. Deir Sahl heard it."


def _one(**rest: object) -> list[StoredClaim]:
    return stored(claim(text=ONE, **rest), text=ONE, name="a")  # type: ignore[arg-type]


def _other(**rest: object) -> list[StoredClaim]:
    return stored(claim(text=OTHER, **rest), text=OTHER, name="b")  # type: ignore[arg-type]


_HERE = {"place": "Qarrah", "day": DAY}
APART: list[tuple[str, list[StoredClaim], list[StoredClaim]]] = [
    ("type", _one(**_HERE), _other(event="COERCE", **_HERE)),
    ("place", _one(**_HERE), _other(place=HOUR_AWAY, day=DAY)),
    ("day", _one(**_HERE), _other(place="Qarrah", day="2021-02-27")),
    ("mode", _one(mode="aerial", **_HERE), _other(mode="abduct", **_HERE)),
    *((f"status {aux}", _one(**_HERE), _other(aux=aux, **_HERE)) for aux in ("future", "hypothetical", "negation")),
    ("a statement", _one(event="STATEMENT", **_HERE), _other(event="STATEMENT", **_HERE)),
    ("a whole country", _one(place=SYRIA, day=DAY), _other(place=SYRIA, day=DAY)),
    ("the toll of a war", _one(killed=14, **_HERE), _other(killed=200000, **_HERE)),
]


@pytest.mark.parametrize(("_why", "one", "two"), APART)
def test_claims_of_two_articles_stay_apart(_why: str, one: list[StoredClaim], two: list[StoredClaim]) -> None:
    assert len(group([*one, *two])) == 2


def test_the_same_place_and_day_in_other_words_are_one() -> None:
    assert len(group([*_one(**_HERE), *_other(**_HERE)])) == 1


def test_a_later_toll_belongs_to_the_same_incident() -> None:
    first, later = _told("a", 14), _told("b", 30, publisher="Evening News")
    assert _only(first + later).figures[0].high == 30


def test_background_of_one_day_joins_the_news_of_that_day() -> None:
    news, past = claim(place="Qarrah", day=DAY), claim(place="Qarrah", day=DAY, aux="historical")
    assert _only(stored(news, name="a") + stored(past, name="b", published="2022-06-01")).status == "happened"
    assert _only(stored(past)).status == "historical"


def test_an_unknown_place_is_known_by_its_name_in_any_spelling() -> None:
    texts = ("Shelling hit Kafr Tukhar on Tuesday.", "Shelling hit Kafr Tokhar on Tuesday.")
    rows = [
        row
        for text, name in zip(texts, ("Kafr Tukhar", "Kafr Tokhar"), strict=True)
        for row in stored(claim(text=text, place=Place(name, "SYR"), day=DAY), text=text, name=name)
    ]
    assert len(group(rows)) == 1


def test_claims_without_place_and_day_come_together_within_their_article_and_say_so() -> None:
    incident = _only(stored(claim(), claim(trigger="wounded")))
    assert len(incident.claims) == 2
    assert incident.note == "not compared well with other articles: no place and no day"


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
