"""Word lists: read once, and a missing or broken one is an error that names the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.errors import InstallError
from dateline.lexicon import load as load_module
from dateline.lexicon.load import load

LISTS = sorted(path.stem for path in Path(next(iter(lexicon.__path__))).glob("*.yaml"))


def words(node: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Every entry of every list in a word file, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield f"{where} key", key
            yield from words(value, f"{where}/{key}")
    elif isinstance(node, list):
        for value in node:
            if isinstance(value, (dict, list)):
                yield from words(value, where)
            else:
                yield where, value


def test_a_list_is_read_once() -> None:
    assert load("grammar") is load("grammar")


def test_a_missing_list_names_its_file() -> None:
    with pytest.raises(InstallError) as caught:
        load("no-such-list")
    assert caught.value.where.endswith("no-such-list.yaml")
    assert caught.value.remedy


def test_a_broken_list_names_its_file_and_the_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken-list.yaml").write_text("verbs: [kill, wound\nnouns: [death]\n", encoding="utf-8")
    monkeypatch.setattr(load_module, "__file__", str(tmp_path / "load.py"))
    with pytest.raises(InstallError, match="line 2") as caught:
        load("broken-list")
    assert caught.value.where == str(tmp_path / "broken-list.yaml")


def test_there_are_lists_to_look_at() -> None:
    assert {"grammar", "reporting", "triggers", "things"} <= set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_no_word_is_taken_for_yes_or_no(name: str) -> None:
    """YAML reads a bare on, off, yes or no as a truth value: such words must stand in quotes."""
    assert [(where, word) for where, word in words(load(name)) if isinstance(word, bool)] == []
