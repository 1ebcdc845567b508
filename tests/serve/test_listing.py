"""An incident as a line of the list."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model.codebook import MEASURES
from dateline.serve.listing import GRAVEST, Position, row, vague

Json = dict[str, Any]


def figure(measure: str, low: int | None, high: int | None, *, disagree: bool = False, **more: object) -> Json:
    base = {"measure": measure, "best": {"low": low, "high": high}, "low": low, "high": high, "disagree": disagree}
    return base | {"positions": [], "told": []} | more


def incident(**changes: object) -> Json:
    base = {
        "id": "0123456789abcdef",
        "event": "ASSAULT",
        "status": "happened",
        "modes": ["aerial"],
        "place": "Qarrah",
        "lat": 34.1,
        "radius_km": 10.0,
        "from": "2021-03-02",
        "to": "2021-03-02",
        "figures": [],
        "sources": [{"name": "The Post", "kind": "outlet", "articles": ["a"]}],
        "articles": ["a"],
        "copies": [],
    }
    return base | changes


def test_every_measure_has_its_place() -> None:
    assert sorted(GRAVEST) == sorted(MEASURES)


@pytest.mark.parametrize(
    ("event", "measures", "first"),
    [
        ("ASSAULT", ["injured", "killed"], "killed"),
        ("MOVE", ["killed", "evacuated"], "evacuated"),
        ("MOVE", ["killed", "fighters"], "killed"),
        ("PROTEST", ["injured", "protesters"], "protesters"),
        ("CONTROL", ["killed", "share"], "share"),
        ("AID", ["affected", "displaced"], "displaced"),
    ],
)
def test_the_number_an_incident_is_known_by(event: str, measures: list[str], first: str) -> None:
    line = row(incident(event=event, figures=[figure(measure, 3, 3) for measure in measures]))
    assert line.headline is not None
    assert line.headline.measure == first
    assert len(line.others) == 1


def test_an_incident_without_numbers_has_no_headline() -> None:
    line = row(incident())
    assert (line.headline, line.others, line.disputed) == (None, (), ())


def test_a_disputed_number_shows_its_range_and_who_says_what_in_which_words() -> None:
    positions = [{"origin": "Civil Defence", "low": 61, "high": 61}, {"origin": "A monitor", "low": 45, "high": 50}]
    told = [
        {"origin": "A monitor", "low": 40, "high": 40, "words": "40 people"},
        {"origin": "A monitor", "low": 45, "high": 50, "words": "between 45 and 50"},
    ]
    killed = figure("killed", 61, 61, disagree=True, positions=positions, told=told) | {"low": 45}
    line = row(incident(figures=[killed, figure("injured", 4, None)]))
    assert line.headline is not None
    assert (line.headline.best, line.headline.range, line.disputed) == ("61", "45–61", ("killed",))
    assert line.headline.positions == (
        Position("Civil Defence", "61", ""),
        Position("A monitor", "45–50", "between 45 and 50"),
    )
    assert line.others == ("4+ injured",)


def test_positions_that_have_no_room_are_counted() -> None:
    positions = [{"origin": f"Speaker {number}", "low": 5, "high": 5} for number in range(5)]
    line = row(incident(figures=[figure("killed", 5, 5, positions=positions)]))
    assert line.headline is not None
    assert (len(line.headline.positions), line.headline.more, line.headline.range) == (3, 2, "")


def test_who_counts_all_comes_before_who_counts_some_of_them() -> None:
    positions = [
        {"origin": "The Post", "low": 118, "high": None},
        {"origin": "The Red Crescent", "low": None, "high": 150},
    ]
    told = [
        {"origin": "The Post", "low": 118, "high": None, "words": "118 of them", "part": True},
        {"origin": "The Red Crescent", "low": None, "high": 150, "words": "nearly 150", "part": False},
    ]
    line = row(incident(event="MOVE", figures=[figure("evacuated", None, 150, positions=positions, told=told)]))
    assert line.headline is not None
    assert [said.origin for said in line.headline.positions] == ["The Red Crescent", "The Post"]


def test_an_undisputed_number_shows_no_range() -> None:
    line = row(incident(figures=[figure("killed", 5, 8) | {"best": {"low": 6, "high": 6}}]))
    assert line.headline is not None
    assert line.headline.range == ""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "within 10 km"),
        ({"radius_km": 7.54}, "within 7.5 km"),
        ({"radius_km": 115.4}, "within 115 km"),
        ({"lat": None, "radius_km": None}, "not on the map"),
        ({"lat": None, "radius_km": 40.0}, "not on the map"),
        ({"place": None, "lat": None, "radius_km": None}, ""),
        ({"radius_km": None}, ""),
    ],
)
def test_how_exact_a_place_is(changes: Json, said: str) -> None:
    assert vague(incident(**changes)) == said


def test_status_is_told_only_where_it_is_no_plain_happening() -> None:
    assert row(incident()).status == ""
    assert row(incident(status="future")).status == "planned"


def test_reprints_and_origins_are_counted() -> None:
    sources = [{"name": f"Speaker\n{number}", "kind": "speaker", "articles": ["a"]} for number in range(4)]
    line = row(incident(sources=sources, articles=["a", "b", "c"], copies=[["a", "b"]]))
    assert (line.origins, line.articles, line.reprints) == (4, 3, 2)
    assert line.sources == ("Speaker 0", "Speaker 1", "Speaker 2")
