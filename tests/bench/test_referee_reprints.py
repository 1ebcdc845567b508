"""The reprints of the referee: each way does what it says, and the scripts say where a referee is absent."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "bench"
TEXT = "\n".join(f"Paragraph {n} tells of the market, the bridge and the school of town number {n}." for n in range(10))


@pytest.fixture(scope="module")
def scripts() -> dict[str, ModuleType]:
    """The scripts, imported from their folder as they import each other."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return {name: importlib.import_module(name) for name in ("reprints", "referee_reprints", "copies")}
    finally:
        sys.path.remove(str(SCRIPTS))


def kept(text: str) -> list[str]:
    return [line for line in text.split("\n") if line in TEXT.split("\n")]


def test_each_way_is_the_same_each_time_and_changes_something(scripts: dict[str, ModuleType]) -> None:
    reprints = scripts["reprints"]
    for way in reprints.WAYS:
        made = reprints.reprint(TEXT, way, "a")
        assert made == reprints.reprint(TEXT, way, "a")
        assert made != TEXT


def test_ways_of_reprinting(scripts: dict[str, ModuleType]) -> None:
    def made(way: str) -> str:
        return str(scripts["reprints"].reprint(TEXT, way, "b"))

    lines = TEXT.split("\n")
    assert TEXT.startswith(made("cut"))
    assert kept(made("re-led")) == lines[2:]
    assert kept(made("retitled")) == lines[1:]
    assert kept(made("local paragraphs")) == lines
    assert len(made("local paragraphs").split("\n")) == len(lines) + 4
    assert 1 <= len(kept(made("paragraphs dropped"))) < len(lines)
    assert kept(made("byline, dateline")) == lines[1:]
    assert lines[0] in made("byline, dateline")


@pytest.mark.parametrize("name", ["referee_reprints", "copies"])
def test_an_absent_referee_is_named(
    scripts: dict[str, ModuleType], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = scripts[name].main
    assert (main(tmp_path, texts=False) if name == "referee_reprints" else main(tmp_path, None, errors=False)) == 2
    assert str(tmp_path) in capsys.readouterr().err
