"""What the tests of reporting share: a sentence read into rows of who says what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.cues import Cue, find_cues
from dateline.model.tree import Tree
from tests.annotate.cue_rows import Row

Parse = Callable[[str], list[Tree]]


@pytest.fixture
def cues(parse: Parse) -> Callable[[str], list[Row]]:
    """A sentence to its cues of saying."""

    def row(text: str, cue: Cue) -> Row:
        sources = " < ".join(span.of(text) for span in cue.chain)
        return sources, cue.words.of(text), " … ".join(span.of(text) for span in cue.contents)

    def rows(text: str) -> list[Row]:
        (tree,) = parse(text)
        return [row(text, cue) for cue in find_cues(tree) if cue.kind == "said"]

    return rows
