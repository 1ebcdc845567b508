"""Corrections: the words that people give a field, and the claim that they make of it."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model.correction import corrected, field_of, value_of
from tests.factories import DISPATCH, claim, stored

QARRAH = {
    "id": None,
    "name": "Qarrah",
    "country": None,
    "lat": 34.1,
    "lon": 36.7,
    "precision": "exact",
    "radius_km": 1.0,
}


def _claim() -> dict[str, Any]:
    made = claim(
        "ASSAULT", mode="aerial", place="Qarrah", day="2021-03-02", killed=14, injured=30, sources=["The local council"]
    )
    return stored(made)[0].claim


VALUES = [
    ("event", "assault", "ASSAULT"),
    ("mode", "drone", "drone"),
    ("mode", "none", None),
    ("aux", "happened", None),
    ("aux", "negation", "negation"),
    ("day", "2021-03-01", {"from": "2021-03-01", "to": "2021-03-01"}),
    ("day", "2021-03-01..2021-03-04", {"from": "2021-03-01", "to": "2021-03-04"}),
    ("day", "none", None),
    ("source", "A  medic", "A medic"),
    ("source", "none", None),
    ("killed", "14", {"low": 14.0, "high": 14.0}),
    ("killed", "14..20", {"low": 14.0, "high": 20.0}),
    ("killed", "14..", {"low": 14.0, "high": None}),
    ("injured", "..20", {"low": None, "high": 20.0}),
    ("killed", "none", None),
    ("share", "0.4..0.5", {"low": 0.4, "high": 0.5}),
    ("share", "none", None),
]


@pytest.mark.parametrize(("field", "said", "value"), VALUES)
def test_what_people_write(field: str, said: str, value: object) -> None:
    assert value_of(field, said, _claim()) == value


REFUSED = [
    ("event", "WAR", "ASSAULT"),
    ("mode", "flee", "aerial"),
    ("aux", "perhaps", "hypothetical"),
    ("day", "March", "2016-12-07"),
    ("day", "2021-03-04..2021-03-01", "after its last"),
    ("killed", "many", "a number"),
    ("killed", "20..14", "lower one first"),
    ("killed", "-3", "from 0 on"),
    ("killed", "..", "from 0 on"),
    ("killed", "inf", "from 0 on"),
    ("killed", "nan", "from 0 on"),
    ("share", "50", "from 0 to 1"),
    ("day", "2021-03-01..", "a day, two days"),
    ("source", " ", "a name"),
]


@pytest.mark.parametrize(("field", "said", "says"), REFUSED)
def test_what_is_no_value_says_what_is_wanted(field: str, said: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        value_of(field, said, _claim())


CORRECTED = [
    ("event", "MOVE", ("event", "mode"), ("MOVE", None)),
    ("mode", "drone", ("mode",), ("drone",)),
    ("aux", "negation", ("aux",), ("negation",)),
]


@pytest.mark.parametrize(("field", "value", "keys", "wanted"), CORRECTED)
def test_types_modes_and_status(field: str, value: str, keys: tuple[str, ...], wanted: tuple[object, ...]) -> None:
    assert tuple(corrected(_claim(), field, value)[key] for key in keys) == wanted


def test_a_corrected_value_stands_on_the_words_of_the_one_before() -> None:
    before = _claim()
    after = corrected(before, "killed", {"low": 15.0, "high": 15.0})
    killed = next(figure for figure in after["figures"] if figure["measure"] == "killed")
    assert (killed["low"], killed["text"]) == (15.0, "14")
    assert [figure["measure"] for figure in after["figures"]] == ["killed", "injured"]
    day = corrected(before, "day", {"from": "2021-03-01", "to": "2021-03-01"})["time"]
    assert (day["from"], day["text"], day["rule"]) == ("2021-03-01", "on Tuesday", "judgement")
    assert corrected(before, "day", None)["time"] is None
    assert corrected(before, "killed", None)["figures"] == before["figures"][1:]
    (source,) = corrected(before, "source", "A medic")["sources"]
    assert (source["name"], source["text"]) == ("A medic", "The local council")
    assert corrected(before, "source", None)["sources"] == []


def test_where_there_was_none_it_stands_on_the_trigger() -> None:
    bare = stored(claim())[0].claim
    (place,) = corrected(bare, "place", QARRAH)["places"]
    assert (place["name"], place["lat"], place["role"], place["text"]) == (
        "Qarrah",
        34.1,
        "at",
        bare["trigger"]["text"],
    )
    assert DISPATCH[place["start"] : place["end"]] == place["text"]


def test_the_claim_itself_is_left_as_it_was() -> None:
    before = _claim()
    corrected(before, "place", QARRAH)
    corrected(before, "killed", None)
    assert before == _claim()


def test_what_was_there() -> None:
    before = _claim()
    assert field_of(before, "mode") == "aerial"
    assert field_of(before, "day")["from"] == "2021-03-02"
    assert [each["name"] for each in field_of(before, "place")] == ["Qarrah"]
    assert [each["low"] for each in field_of(before, "injured")] == [30]
    assert [each["text"] for each in field_of(before, "source")] == ["The local council"]
    assert field_of(before, "missing") == []
