"""The numbers of an incident in a few characters, and what must stay visible on a narrow terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.cli.incident_table import incident_table, numbers
from tests.factories import claim, stored
from tests.grouped import group

Range = tuple[float | None, float | None]

SPREADS: list[tuple[list[Range], str]] = [
    ([(14, 14)], "14 killed"),
    ([(None, 150)], "up to 150 killed"),
    ([(15, None)], "15+ killed"),
    ([(14, 14), (14, 14), (20, 20)], "14 (14–20) killed"),
    ([(14, 14), (14, 14), (15, None)], "14 (14–15+) killed"),
    ([(24, 99)], "24–99 killed"),
    ([(30, 30), (24, 99)], "30 (24–99) killed"),
]


@pytest.mark.parametrize(("told", "said"), SPREADS)
def test_the_best_number_then_the_bounds_where_they_say_more(told: list[Range], said: str) -> None:
    rows = [
        row
        for number, bounds in enumerate(told)
        for row in stored(claim(killed=bounds, place="Qarrah", day="2021-03-02"), name=f"n{number}")
    ]
    (incident,) = group(rows)
    assert numbers(incident) == said


def test_shares_are_per_cent() -> None:
    (incident,) = group(stored(claim("CONTROL", share=0.5)))
    assert numbers(incident) == "50%"


@pytest.mark.parametrize("aux", ["future", "hypothetical", "negation", "historical"])
def test_no_narrow_table_hides_that_something_did_not_happen(aux: str) -> None:
    (incident,) = group(stored(claim("MOVE", mode="evacuate", trigger="fled", aux=aux)))
    out = io.StringIO()
    Console(file=out, width=80).print(incident_table([incident], 80))
    assert "MOVE, " in out.getvalue()
