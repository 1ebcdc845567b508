"""`dateline control`: who holds a place, by name and by day, on a terminal and in a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.model.grounded import Actor
from dateline.store.record import Record
from tests.cli.conftest import Run
from tests.factories import claim, reading

ARMY = Actor("The Fourth Army", "SYR", "MIL")


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "record.db"))
    with Record.open(f"sqlite:///{tmp_path / 'record.db'}") as record:
        for name, published in (("a", "2021-03-03"), ("b", "2021-03-09")):
            one = claim("CONTROL", mode="hold", who=[ARMY], place="Qarrah", day="2021-03-02")
            record.add(reading(one, name=name, publisher=f"Outlet {name}", published=published))


@pytest.mark.usefixtures("held")
def test_one_line_for_what_two_say_alike(run: Run) -> None:
    (entry,) = (json.loads(line) for line in run("control").out.splitlines())
    assert (entry["place"], entry["holder"], entry["change"]) == ("Qarrah", "The Fourth Army", "hold")
    assert entry["articles"] == ["a", "b"]


@pytest.mark.usefixtures("held")
def test_as_of_a_day_only_what_had_been_told(run: Run) -> None:
    (entry,) = (json.loads(line) for line in run("control", "Qarrah", "--as-of", "2021-03-05").out.splitlines())
    assert entry["articles"] == ["a"]
    assert run("control", "--as-of", "2021-03-01").out == ""


@pytest.mark.usefixtures("held")
def test_on_a_terminal_it_is_words(run: Run) -> None:
    shown = run("control", "--table").out
    assert "Qarrah" in shown
    assert "The Fourth Army hold" in shown
    assert "No claims of who holds what." in run("control", "Nowhere", "--table").out
