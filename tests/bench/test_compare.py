"""Two outputs of `dateline read` side by side: what was gained, lost and changed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.factories import claim, reading

SCRIPT = Path(__file__).parents[2] / "bench" / "compare.py"
KILLED = claim(killed=14, mode="heavy-weapons", sources=["The local council"])
FLED = claim("MOVE", trigger="fled")


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    """The script, imported from its file."""
    spec = importlib.util.spec_from_file_location("compare", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _written(path: Path, *articles: object) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    return path


def test_each_difference_has_its_line(compare: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = _written(tmp_path / "old", reading(KILLED, FLED).to_json())
    new = _written(tmp_path / "new", reading(claim(killed=15), claim("AID", trigger="denied")).to_json())
    assert compare.main(old, new) == 1
    name, *lines, total = capsys.readouterr().out.splitlines()
    assert (name, total) == ("qarrah", "1 gained, 1 lost, 4 changed, 0 articles not compared")
    starts = [line.split(" | ")[0].strip() for line in lines]
    assert starts[0] == "~ claim: ASSAULT heavy-weapons → ASSAULT"
    assert {"~ sources: The local council → –", "- MOVE", "+ AID"} < set(starts)


def test_the_same_output_has_no_difference(
    compare: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = _written(tmp_path / "same", reading(KILLED, FLED).to_json())
    assert compare.main(same, same) == 0
    assert capsys.readouterr().out == "0 gained, 0 lost, 0 changed, 0 articles not compared\n"


def test_articles_of_one_file_only_and_other_texts_are_told(
    compare: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = reading(KILLED).to_json(), reading(KILLED).to_json() | {"id": "deir-sahl"}
    old, new = _written(tmp_path / "old", one, other), _written(tmp_path / "new", one | {"text": "Nothing."})
    assert compare.main(old, new) == 1
    assert capsys.readouterr().out.splitlines() == [
        "qarrah: the text is another one",
        f"deir-sahl: only in {old}",
        "0 gained, 0 lost, 0 changed, 2 articles not compared",
    ]
