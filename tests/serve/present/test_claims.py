"""A claim as a card, in words."""

from __future__ import annotations

# Makers below hand their keywords on.
# ruff: noqa: ANN401
from typing import Any

import pytest

from dateline.model.grounded import Actor, Place
from dateline.serve.present.claims import Head, card, precision_words, within
from tests.factories import DISPATCH, claim, stored

HEAD = Head("a1", "qarrah", "Shelling in Qarrah", "The Post", "2021-03-03")


def contract(*args: Any, **fields: Any) -> dict[str, Any]:
    (row,) = stored(claim(*args, **fields))
    return row.claim


def test_a_card_tells_who_where_when_and_the_chain_of_sources() -> None:
    council, press = Actor("The local council"), Actor("Meridian Press", sector="MED")
    said = contract(
        killed=(14, None),
        place="Qarrah",
        day="2021-03-02",
        whom=["14 people"],
        sources=[council, press],
        confidence=0.874,
    )
    found = card(said, HEAD)
    assert found.figures == "14+ killed"
    assert found.whom == "14 people"
    assert [(place.label, place.note) for place in found.places] == [
        ("Qarrah, SYR", "a town or village; within 5 km; the only place of that name")
    ]
    assert (found.days, found.day_words) == ("2021-03-02", "on Tuesday")
    assert found.chain == ("The Post", "Meridian Press", "The local council")
    assert (found.own_voice, found.confidence, found.doubted) == (False, 87, False)
    assert found.reading == (
        "14+ killed · ASSAULT · happened · 14 people · Qarrah, SYR · 2021-03-02 · says The local council"
    )


def test_what_the_outlet_says_itself_is_told_as_its_own_voice() -> None:
    found = card(contract(aux="negation"), HEAD)
    assert (found.chain, found.own_voice) == (("The Post",), True)
    assert (found.doubted, found.status) == (True, "did not happen")


def test_a_place_that_was_not_found_says_so() -> None:
    lost = Place("Deir Sahl", reason="not in the gazetteer")
    (place,) = card(contract(text=DISPATCH, place=lost, role="to"), HEAD).places
    assert (place.label, place.note, place.located) == ("to Deir Sahl", "not located: not in the gazetteer", False)


JUDGED = [
    ({"kind": "accept"}, "Checked and right"),
    ({"kind": "reject"}, "Rejected"),
    ({"kind": "correct", "field": "mode", "was": None, "value": "drone"}, "mode is drone, was none"),
    (
        {
            "kind": "correct",
            "field": "killed",
            "was": [{"measure": "killed", "low": 14.0, "high": None}],
            "value": {"low": 12.0, "high": 14.0},
        },
        "killed is 12..14, was 14+ killed",
    ),
    (
        {
            "kind": "correct",
            "field": "day",
            "was": {"from": "2021-03-02", "to": "2021-03-03", "text": "Tuesday"},
            "value": None,
        },
        "day is none, was 2021-03-02 – 03-03",
    ),
    (
        {"kind": "correct", "field": "source", "was": [{"text": "the council", "name": "Council"}], "value": "Ada"},
        "source is Ada, was Council",
    ),
]


@pytest.mark.parametrize(("judged", "said"), JUDGED)
def test_what_was_judged_stands_on_the_card(judged: dict[str, Any], said: str) -> None:
    told = {"number": 3, "who": "Ada", "when": "2026-01-02T03:04:05+00:00", "why": None} | judged
    found = card(contract() | {"judged": [told]}, HEAD)
    assert [(ruling.number, ruling.said, ruling.day) for ruling in found.rulings] == [(3, said, "2026-01-02")]
    assert (found.accepted, found.rejected) == (judged["kind"] == "accept", judged["kind"] == "reject")


def test_heads_name_the_outlet_else_the_headline_else_the_name() -> None:
    assert HEAD.label == HEAD.outlet == "The Post"
    assert (Head("a", "n", "T").label, Head("a", "n", "T").outlet, Head("a", "n").label) == ("T", "n", "n")


def test_precision_in_words() -> None:
    assert (precision_words("admin1"), precision_words(None), within(39.0), within(None)) == (
        "a province",
        "",
        "within 39 km",
        "",
    )
