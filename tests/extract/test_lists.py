"""Lists of place names that lost their commas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.lists import unpunctuated
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from tests.factories import span

LISTS = [
    ("Jets bombed the towns of Lyman Izium and Kupiansk.", "Izium", ["Lyman", "Izium", "Kupiansk"]),
    (
        "Jets bombed the villages of Kafr Hamra Anadan Deir Jamal and Tal Rifat.",
        "Anadan",
        ["Kafr Hamra", "Anadan", "Deir Jamal", "Tal Rifat"],
    ),
    ("Jets bombed the towns of Khan Younis and Rafah.", "Rafah", []),
    ("Jets bombed the towns of Lyman, Izium and Kupiansk.", "Izium", []),
    ("Jets bombed the town of Port Said.", "Port Said", []),
    ("Jets bombed the towns of Lyman Izium and Kupiansk near Kharkiv.", "Kharkiv", []),
]


@pytest.mark.parametrize(("text", "words", "wanted"), LISTS)
def test_names_without_commas_are_told_apart(
    annotate: Callable[[str], Annotated], text: str, words: str, wanted: list[str]
) -> None:
    (tree,) = Scene(annotate(text)).trees
    names, kind = unpunctuated(text, tree, span(text, words))
    assert [name.of(text) for name in names] == wanted
    assert bool(kind) == bool(wanted)
