"""The scorer counts what its definitions say, and what the reference scorer counts."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.agreement import distance_km, paired, same_place, same_words
from dateline.bench.score import PARTS, score
from tests.factories import claim, reading

Json = dict[str, Any]
REFERENCE = Path(__file__).parents[3] / "shared" / "gold"

GOLD = reading(
    claim(mode="heavy-weapons", killed=14, place="Qarrah", day="2021-03-02", sources=["The local council"]),
    claim("MOVE", mode="flee", trigger="fled", place="Deir Sahl", role="to", displaced=(180, 220)),
).to_json()


def _spoiled(**changes: Any) -> Json:  # noqa: ANN401 (any field of a claim)
    out = copy.deepcopy(GOLD)
    out["claims"][0].update(changes)
    return out


def test_gold_against_itself_is_perfect() -> None:
    result = score([GOLD], [GOLD])
    assert {name: part.f1 for name, part in result.parts.items()} == {
        **dict.fromkeys(PARTS, 1.0), "actors": 0.0, "recipients": 0.0,
    }  # fmt: skip
    assert result.labels["mode"].accuracy == 1.0
    assert result.overall == round(5 / 7, 3)


def test_nothing_predicted_is_all_missed() -> None:
    result = score([GOLD], [])
    assert result.overall == 0.0
    assert (result.parts["claims"].gold, result.parts["claims"].right) == (2, 0)
    assert result.labels["aux"].to_json() == {"accuracy": None, "asked": 0}


SPOILED = [
    ("another type", {"event": "COERCE"}, "claims", 1),
    ("another day", {"time": {"from": "2021-03-01", "to": "2021-03-02"}}, "time", 0),
    ("no day", {"time": None}, "time", 0),
    ("another number", {"figures": [GOLD["claims"][0]["figures"][0] | {"low": 15}]}, "figures", 1),
    ("the figure in another claim", {"figures": []}, "figures", 1),
    ("no source", {"sources": []}, "sources", 0),
    ("a place far off", {"places": [GOLD["claims"][0]["places"][0] | {"lat": 35.0}]}, "places", 1),
    ("a place near by", {"places": [GOLD["claims"][0]["places"][0] | {"lat": 34.2}]}, "places", 2),
    ("another role", {"places": [GOLD["claims"][0]["places"][0] | {"role": "from"}]}, "places", 1),
]


@pytest.mark.parametrize(("_why", "changes", "part", "right"), SPOILED)
def test_what_counts_as_right(_why: str, changes: Json, part: str, right: int) -> None:
    assert score([GOLD], [_spoiled(**changes)]).parts[part].right == right


def test_a_claim_of_another_type_is_found_but_wrong() -> None:
    result = score([GOLD], [_spoiled(event="COERCE")])
    assert (result.found.right, result.parts["claims"].right) == (2, 1)


def test_labels_are_asked_of_paired_claims() -> None:
    result = score([GOLD], [_spoiled(mode=None, aux="historical", hedge="alleged")])
    assert [result.labels[name].accuracy for name in ("mode", "aux", "hedge")] == [0.5, 0.5, 0.5]


WORDS = [
    ((0, 10), (5, 15), 1.0),
    ((0, 10), (6, 16), 0.0),
    ((0, 40), (38, 42), 1.0),
    ((0, 3), (2, 30), 0.0),
    ((0, 3), (3, 6), 0.0),
]


@pytest.mark.parametrize(("one", "other", "same"), WORDS)
def test_words_are_the_same_where_they_share_half_of_the_shorter(
    one: tuple[int, int], other: tuple[int, int], same: float
) -> None:
    sides = [{"start": start, "end": end} for start, end in (one, other)]
    assert same_words(*sides) == same_words(*reversed(sides)) == same


def test_places_without_coordinates_are_compared_by_their_words() -> None:
    place = {"role": "at", "lat": None, "lon": None, "start": 0, "end": 6}
    assert same_place(place, place | {"lat": 1.0, "lon": 1.0}) == 1.0
    assert same_place(place, {"start": 20, "end": 26}) == 0.0


def test_a_degree_of_latitude_is_111_km() -> None:
    assert distance_km({"lat": 0, "lon": 0}, {"lat": 1, "lon": 0}) == pytest.approx(111.2, abs=0.1)
    assert distance_km({"lat": 0, "lon": 179.5}, {"lat": 0, "lon": -179.5}) == pytest.approx(111.2, abs=0.1)


@given(weights=st.lists(st.lists(st.integers(0, 5), min_size=4, max_size=4), min_size=4, max_size=4))
def test_pairs_are_one_to_one_and_heavy_ones_first(weights: list[list[int]]) -> None:
    sides = [{"at": number} for number in range(4)]
    found = paired(sides, sides, lambda one, other: weights[one["at"]][other["at"]])
    assert len({one["at"] for one, _ in found}) == len({other["at"] for _, other in found}) == len(found)
    heights = [weights[one["at"]][other["at"]] for one, other in found]
    assert heights == sorted(heights, reverse=True)
    assert (max(map(max, weights)) > 0) == bool(found)


def _perturbed(article: Json, dice: random.Random) -> Json:
    """The gold with claims dropped, doubled and changed in every part."""
    out = copy.deepcopy(article)
    out["claims"] = [one for one in out["claims"] if dice.random() > 0.2]
    out["claims"] += [copy.deepcopy(one) for one in out["claims"] if dice.random() < 0.1]
    for one in out["claims"]:
        if dice.random() < 0.2:
            one["event"] = "ASSAULT"
        for label in ("mode", "aux", "hedge"):
            one[label] = None if dice.random() < 0.2 else one[label]
        one["time"] = None if dice.random() < 0.2 else one["time"]
        one["trigger"]["start"] += dice.randrange(3)
        for part in ("actors", "recipients", "sources", "places", "figures"):
            one[part] = [ref for ref in one[part] if dice.random() > 0.2]
            for ref in one[part]:
                ref["end"] += dice.randrange(0, 40, 10)
                ref["start"] = max(0, ref["start"] - dice.randrange(0, 40, 10))
        for place in one["places"]:
            place["lat"] = None if place.get("lat") is None or dice.random() < 0.2 else place["lat"] + dice.random() / 2
        for figure in one["figures"]:
            figure["low"] = None if dice.random() < 0.2 else figure["low"]
    dice.shuffle(out["claims"])
    return out


@pytest.mark.skipif(
    not (REFERENCE / "score.py").exists(), reason="the gold and its scorer are not beside this checkout"
)
@pytest.mark.parametrize("seed", [1, 2])
def test_it_agrees_with_the_reference_scorer(tmp_path: Path, seed: int) -> None:
    """On a perturbed copy of the gold every number is the same, to the third digit."""
    built = subprocess.run(
        [sys.executable, REFERENCE / "build.py", REFERENCE / "train"], capture_output=True, text=True, check=True
    )
    gold = [json.loads(line) for line in built.stdout.splitlines()]
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    predicted = [_perturbed(article, dice) for article in gold if dice.random() > 0.05]
    paths = [tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"]
    for path, articles in zip(paths, (gold, predicted), strict=True):
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    reference = subprocess.run(
        [sys.executable, REFERENCE / "score.py", *paths, "--json"], capture_output=True, text=True, check=True
    )
    ours = score(gold, predicted).to_json()
    expected = json.loads(reference.stdout)
    assert ours == expected
    assert 0.2 < ours["overall"] < 0.95
