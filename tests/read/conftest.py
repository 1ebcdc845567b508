"""A short way to read what a test wrote."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Found = tuple[list[Article], list[Issue]]
Reader = Callable[..., Found]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads bytes written to a file of the given name (or from standard input, for "-"): articles and issues."""

    def reading(raw: bytes, name: str = "a.txt", *, max_chars: int = 5000, published: date | None = None) -> Found:
        path = tmp_path / name
        if name != "-":
            path.write_bytes(raw)
        given = name if name == "-" else str(path)
        settings = Settings(max_chars=max_chars)
        found = list(read_inputs([given], stdin=io.BytesIO(raw), settings=settings, published=published))
        return [f for f in found if isinstance(f, Article)], [f for f in found if isinstance(f, Issue)]

    return reading
