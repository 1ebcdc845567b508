"""The dossier of an incident: what its JSON says, arranged for reading."""

from __future__ import annotations

# Makers below hand their keywords on.
# ruff: noqa: ANN401
from typing import Any

import pytest

from dateline.serve.present.dossier import backbone, dossier, history, place_note, signs
from tests.factories import claim, stored

ROWS = [
    *stored(claim(killed=14), name="council", publisher="Meridian Press", published="2021-03-04"),
    *stored(claim(killed=(10, None), trigger="killed"), name="army", publisher="The Lantern", published="2021-03-03"),
]


def body(**changes: Any) -> dict[str, Any]:
    figure = {
        "measure": "killed",
        "best": {"low": 14, "high": 14},
        "low": 10,
        "high": None,
        "disagree": False,
        "positions": [],
        "told": [],
    }
    link = {
        "claims": [ROWS[0].id, ROWS[1].id],
        "reports": ["r1", "r2"],
        "score": 4.25,
        "signs": [
            {"sign": "day", "weight": 2.0, "reason": "both on 2021-03-02"},
            {"sign": "toll", "weight": -2.5, "reason": "14 and 44\nkilled"},
        ],
    }
    return {
        "id": "i1",
        "event": "ASSAULT",
        "status": "happened",
        "modes": ["aerial"],
        "hedges": ["reported"],
        "place": "Qarrah",
        "country": "SYR",
        "precision": "settlement",
        "lat": 34.15,
        "lon": 36.75,
        "radius_km": 5.0,
        "from": "2021-03-02",
        "to": "2021-03-02",
        "figures": [figure],
        "fields": [],
        "history": [],
        "copies": [["council", "army"]],
        "sources": [{"name": "Council", "kind": "speaker", "articles": ["council"]}],
        "merged_by": [link],
        "note": "",
    } | changes


HOLDER = {ROWS[0].id: "r1", ROWS[1].id: "r2"}


def test_the_number_place_and_day_come_first() -> None:
    found = dossier(body(), ROWS, HOLDER)
    assert found.title == "14 killed, ASSAULT aerial, Qarrah, SYR, 2021-03-02"
    assert (found.status, found.happened, found.where_note) == (
        "happened, reported",
        True,
        "a town or village, within 5 km",
    )
    assert (found.claims, found.disagree) == (2, False)


def test_claims_stand_by_article_in_the_order_of_publication() -> None:
    found = dossier(body(), ROWS, HOLDER)
    assert [(group.article.label, [card.figures for card in group.cards]) for group in found.groups] == [
        ("The Lantern", ["10+ killed"]),
        ("Meridian Press", ["14 killed"]),
    ]
    assert [head.name for head in found.copies[0]] == ["council", "army"]
    assert [(origin.name, [head.name for head in origin.articles]) for origin in found.origins] == [
        ("Council", ["council"])
    ]


def test_a_merge_names_both_articles_their_claims_and_the_signs_the_heaviest_first() -> None:
    (merge,) = dossier(body(), ROWS, HOLDER).merges
    assert (merge.one.label, merge.other.label, merge.score) == ("Meridian Press", "The Lantern", "+4.2")
    assert merge.claims == ((ROWS[0].id,), (ROWS[1].id,))
    assert [(sign.weight, sign.against, sign.reason) for sign in merge.signs] == [
        ("-2.5", True, "14 and 44 killed"),
        ("+2.0", False, "both on 2021-03-02"),
    ]


def test_what_holds_an_incident_together_leaves_out_what_it_would_not_fall_apart_without() -> None:
    pairs = (("a", "b", 9.0), ("a", "c", 4.0), ("b", "c", 8.0), ("c", "d", 5.0), ("b", "d", 4.5))
    links = [{"reports": [one, other], "score": score} for one, other, score in pairs]
    assert backbone(links, 5) == links
    assert [link["score"] for link in backbone(links, 4)] == [9.0, 8.0, 5.0]
    assert [link["score"] for link in backbone(links, 2)] == [9.0, 8.0]


def test_only_the_comparisons_asked_for_are_shown() -> None:
    assert dossier(body(), ROWS, HOLDER, merged_by=[]).merges == ()


def test_signs_of_nothing() -> None:
    assert signs([]) == ()


def test_history_is_told_where_it_took_more_than_a_day() -> None:
    days = [
        {"day": f"2021-03-0{n}", "measure": "killed", "low": n, "high": None, "origins": 1, "disagree": n == 4}
        for n in (3, 4)
    ]
    assert history(days[:1]) == ()
    assert [(known.day, known.said, known.disagree) for known in history(days)] == [
        ("2021-03-03", "3+", False),
        ("2021-03-04", "4+", True),
    ]


NOTES = [
    ({}, "a town or village, within 5 km"),
    ({"lat": None}, "this place could not be located"),
    ({"place": None}, "no place is named"),
    ({"precision": "admin1", "radius_km": None}, "a province"),
]


@pytest.mark.parametrize(("changes", "said"), NOTES)
def test_how_precisely_the_place_is_known(changes: dict[str, Any], said: str) -> None:
    assert place_note(body(**changes)) == said
