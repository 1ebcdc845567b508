"""How the tests of reporting write down what a sentence says, and who says it."""

from __future__ import annotations

import pytest

Row = tuple[str, str, str]  # the sources with " < " between them, the words of saying, the contents with " … "


def cases(*rows: tuple[str, Row]) -> pytest.MarkDecorator:
    """A table of sentences with what is expected of each."""
    return pytest.mark.parametrize(("text", "expected"), rows)
