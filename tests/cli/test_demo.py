"""`dateline demo`: the examples in a fresh record, shown, with a way on."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import demo
from dateline.errors import InstallError
from tests.cli.conftest import Run
from tests.factories import DISPATCH


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of examples: one dispatch, and a note to people."""
    path = tmp_path / "examples"
    path.mkdir()
    (path / "qarrah.txt").write_text(DISPATCH, encoding="utf-8")
    (path / "README.md").write_text("About these files.", encoding="utf-8")
    monkeypatch.setattr(demo, "examples", lambda: path)
    return path


def test_the_demo_shows_incidents_then_claims_and_how_to_go_on(run: Run, folder: Path, tmp_path: Path) -> None:
    assert folder
    done = run("demo", "--db", str(tmp_path / "demo.db"))
    assert done.code == 0
    places = [done.out.index(part) for part in ("Incidents", "how many", "Claims", "qarrah ·", "To go on:")]
    assert places == sorted(places)
    assert "1 article added with 3 claims" in done.out
    assert f"dateline incidents --db {tmp_path / 'demo.db'}" in done.out


def test_the_demo_needs_no_record_of_ones_own(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "own.db"))
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: str(tmp_path))
    assert run("demo").code == 0
    assert (tmp_path / "record.db").is_file()
    assert not (tmp_path / "own.db").exists()


def test_the_examples_are_found_in_a_source_tree() -> None:
    found = demo.examples()
    assert found.name == "examples"
    assert all(name.endswith((".txt", ".html", ".jsonl")) for name in demo.dispatches(found))


def test_missing_examples_are_an_install_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo, "files", lambda _: tmp_path)
    monkeypatch.setattr(demo, "__file__", str(tmp_path / "a" / "b" / "c" / "demo.py"))
    with pytest.raises(InstallError, match="example dispatches are missing"):
        demo.examples()
