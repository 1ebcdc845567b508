"""How far an event's words reach: what stands in a clause between dashes is not told of what stands outside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.reach import told_aside
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from tests.factories import span

Annotate = Callable[[str], Annotated]


@pytest.mark.parametrize(
    ("text", "words", "trigger", "aside"),
    [
        ("Nine patients of the ward — it was hit on Monday — were moved to Azaz.", "Monday", "moved", True),
        ("Nine patients of the ward — it was hit on Monday — were moved to Azaz.", "Monday", "hit", False),
        ("Nine patients — all from the ward of Monday — were moved to Azaz.", "Monday", "moved", False),
        ("A well-known judge who left on Monday was shot in a drive-by attack.", "Monday", "shot", False),
    ],
)
def test_a_clause_between_dashes_keeps_its_words(
    annotate: Annotate, text: str, words: str, trigger: str, *, aside: bool
) -> None:
    (tree,) = Scene(annotate(text)).trees
    assert told_aside(tree, span(text, words), span(text, trigger)) is aside
