"""Only public names are told; what is not known is not told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.export.coarse_names import coarse_actor, holds, label
from dateline.text.fold import fold_name


def _ref(name: str, kind: str | None, **rest: Any) -> dict[str, Any]:  # noqa: ANN401 (members of the JSON)
    ref = {"text": f"{name} of Deir Sahl", "start": 0, "end": 9, "name": name, "country": "SYR", "sector": "CVL"}
    return ref | ({"kind": kind} if kind else {}) | rest


@pytest.mark.parametrize(
    ("ref", "kept"),
    [
        (_ref("Syria", "state"), True),
        (_ref("Nour", "state"), False),  # wrongly read as a state
        (_ref("United Nations", "body"), True),
        (_ref("Some Front", "body", id="wikidata:Q1"), True),
        (_ref("Qarrah Local Council", "body"), False),
        (_ref("Bashar al-Assad", "person"), True),
        (_ref("Nour Example", "person"), False),
        (_ref("Nour Example", "person", id="wikidata:Q1"), False),
        (_ref("the mayor of Qarrah", "role"), False),
        (_ref("14 people", "group"), False),
        (_ref("United Nations", "group"), False),
        (_ref("United Nations", None), False),
    ],
)
def test_a_name_is_told_where_it_is_public(ref: dict[str, Any], kept: bool) -> None:  # noqa: FBT001
    coarse = coarse_actor(ref, places=())
    assert (coarse["name"] == ref["name"], "withheld" not in coarse) == (kept, kept)
    assert {"text", "start", "end", "reason", "antecedent"}.isdisjoint(coarse)
    assert "Deir Sahl" not in json.dumps(coarse)


def test_a_victim_loses_the_name_whatever_the_office() -> None:
    coarse = coarse_actor(_ref("Bashar al-Assad", "person"), places=(), victim=True)
    assert coarse == {
        "country": "SYR",
        "sector": "CVL",
        "kind": "person",
        "name": "person (CVL, SYR)",
        "withheld": True,
    }
    assert "withheld" not in coarse_actor(_ref("United Nations", "body"), places=(), victim=True)


def test_a_public_name_that_holds_a_fine_place_is_not_told() -> None:
    ref = _ref("Qarrah Front", "body", id="wikidata:Q1")
    assert "withheld" not in coarse_actor(ref, places={fold_name("Deir Sahl")})
    assert coarse_actor(ref, places={fold_name("Qarrah")})["withheld"]


@pytest.mark.parametrize(
    ("name", "place", "wanted"),
    [("Qarrah Front", "Qarrah", True), ("Front of Deir Sahl", "Deir Sahl", True), ("Qarrahi Front", "Qarrah", False)],
)
def test_a_place_is_found_by_whole_words(name: str, place: str, wanted: bool) -> None:  # noqa: FBT001
    assert holds(name, {fold_name(place), ""}) is wanted


def test_what_is_left_is_the_kind_with_what_is_known() -> None:
    assert label({"kind": "group", "sector": "REB", "country": "SYR"}) == "group (REB, SYR)"
    assert label({"kind": "role", "sector": None, "country": "SYR"}) == "role (SYR)"
    assert label({}) == "somebody"
