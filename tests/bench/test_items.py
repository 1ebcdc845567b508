"""Every difference between gold and prediction is an error, a gain or a loss, and what is right is none."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from dateline.bench.changes import changes
from dateline.bench.errors import errors, is_wanted
from dateline.bench.items import Item, items
from dateline.bench.kinds import LABELS
from dateline.bench.score import PARTS, score
from tests.factories import DISPATCH, claim, reading

Json = dict[str, Any]
GOLD = reading(
    claim(
        mode="heavy-weapons",
        killed=14,
        place="Qarrah",
        day="2021-03-02",
        who=["The Fourth Army"],
        sources=["The local council"],
    ),
    claim(
        "MOVE", mode="flee", trigger="fled", evidence=DISPATCH.rsplit(". ", maxsplit=1)[-1], whom=["about 200 families"]
    ),
).to_json()
ASSAULT = 0


def spoiled(**changed: Any) -> Json:  # noqa: ANN401 (any field of a claim)
    out = copy.deepcopy(GOLD)
    out["claims"][ASSAULT].update(changed)
    return out


def told(found: list[Item]) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.gold, one.predicted) for one in found]


def test_gold_against_itself_has_no_errors() -> None:
    assert errors([GOLD], [GOLD]) == []


def test_an_article_that_was_not_read_is_all_missed() -> None:
    assert [one.kind for one in errors([GOLD], [])] == ["missed", "figures", "missed"]


FIRST = GOLD["claims"][ASSAULT]
SPOILED: list[tuple[Json, tuple[str, str | None, str | None]]] = [
    ({"event": "COERCE"}, ("type", "ASSAULT heavy-weapons", "COERCE heavy-weapons")),
    ({"mode": "aerial"}, ("mode", "heavy-weapons", "aerial")),
    ({"aux": "future"}, ("aux", "none", "future")),
    ({"hedge": "alleged"}, ("hedge", "none", "alleged")),
    ({"actors": []}, ("actors", "The Fourth Army", None)),
    ({"recipients": FIRST["actors"]}, ("recipients", None, "The Fourth Army")),
    ({"sources": []}, ("sources", "The local council", None)),
    ({"time": None}, ("time", "2021-03-02: on Tuesday", None)),
    (
        {"time": FIRST["time"] | {"from": "2021-03-01"}},
        ("time", "2021-03-02: on Tuesday", "2021-03-01 to 2021-03-02: on Tuesday"),
    ),
    ({"figures": [FIRST["figures"][0] | {"high": None}]}, ("figures", "killed 14: 14", "killed 14–∞: 14")),
    ({"figures": [FIRST["figures"][0] | {"low": None}]}, ("figures", "killed 14: 14", "killed ?–14: 14")),
    ({"places": []}, ("places", "at Qarrah (Qarrah, SYR 34.15 36.75)", None)),
    (
        {"places": [FIRST["places"][0] | {"role": "to"}]},
        ("places", "at Qarrah (Qarrah, SYR 34.15 36.75)", "to Qarrah (Qarrah, SYR 34.15 36.75)"),
    ),
    (
        {"places": [FIRST["places"][0] | {"role": "to", "lat": None}]},
        ("places", "at Qarrah (Qarrah, SYR 34.15 36.75)", "to Qarrah (not located)"),
    ),
]


@pytest.mark.parametrize(("changed", "error"), SPOILED)
def test_each_difference_is_an_error_with_both_sides(changed: Json, error: tuple[str, str | None, str | None]) -> None:
    assert told(errors([GOLD], [spoiled(**changed)])) == [error]


def test_a_claim_that_gold_has_not_is_extra() -> None:
    more = copy.deepcopy(GOLD)
    more["claims"].append(more["claims"][1] | {"event": "AID"})
    assert told(errors([GOLD], [more])) == [("extra", None, "AID flee")]


def test_an_error_shows_its_sentence_with_the_trigger_marked() -> None:
    (error,) = errors([GOLD], [spoiled(actors=[])])
    assert error.sentence.startswith("Shelling ⟦killed⟧ 14 people")
    assert DISPATCH[error.start : error.end] == "killed"
    assert error.to_json() == {
        "article": "qarrah", "kind": "actors", "event": "ASSAULT", "gold": "The Fourth Army", "predicted": None,
        "sentence": error.sentence, "start": 9, "end": 15,
    }  # fmt: skip


def test_the_right_items_are_what_the_score_counts() -> None:
    other = spoiled(event="COERCE", sources=[])
    result, right = score([GOLD], [other]), [one.kind for one in items(GOLD, other["claims"]) if one.right]
    assert {part: right.count(part) for part in PARTS} == {part: result.parts[part].right for part in PARTS}
    assert {label: right.count(label) for label in LABELS} == {label: result.labels[label].right for label in LABELS}


@pytest.mark.parametrize(
    ("kinds", "article", "wanted"),
    [((), None, True), (("claims",), None, True), (("missed",), "qarrah", True), (("extra", "time"), None, False),
     ((), "other", False), (("claims",), "other", False)],
)  # fmt: skip
def test_errors_are_chosen_by_kind_and_article(kinds: tuple[str, ...], article: str | None, *, wanted: bool) -> None:
    missed = errors([GOLD], [])[0]
    assert is_wanted(missed, kinds=kinds, article=article) is wanted


def test_no_change_from_a_prediction_to_itself() -> None:
    assert changes([GOLD], [spoiled(sources=[])], [spoiled(sources=[])]) == []


def test_a_gained_claim_brings_its_arguments_and_a_lost_one_takes_them() -> None:
    without = spoiled()
    del without["claims"][ASSAULT]
    gained = [(one.change, one.item.kind) for one in changes([GOLD], [without], [GOLD])]
    assert gained == [("gained", kind) for kind in ("claims", "actors", "figures", "mode", "places", "sources", "time")]
    lost = [(one.change, one.item.kind) for one in changes([GOLD], [GOLD], [without])]
    assert lost == [("lost", kind) for _, kind in gained]


def test_what_is_too_much_comes_and_goes() -> None:
    extra = spoiled(recipients=FIRST["actors"])
    (came,) = changes([GOLD], [GOLD], [extra])
    (went,) = changes([GOLD], [extra], [GOLD])
    assert (came.change, went.change, came.item.kind) == ("new extra", "gone extra", "recipients")
    assert came.to_json()["change"] == "new extra"


def test_a_label_put_right_is_gained() -> None:
    (found,) = changes([GOLD], [spoiled(aux="future")], [GOLD])
    assert (found.change, found.item.kind, found.item.gold) == ("gained", "aux", "none")
