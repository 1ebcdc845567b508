"""What all tests share: a fresh record, and the repository's root on the path for `tests.factories`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

if TYPE_CHECKING:
    from dateline.store.record import Record


@pytest.fixture
def record_url(tmp_path: Path) -> str:
    """The address of a record that does not exist yet."""
    return f"sqlite:///{tmp_path / 'record.db'}"


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """A fresh record in a folder of its own."""
    from dateline.store.record import Record  # noqa: PLC0415 (only for the tests that need a database)

    with Record.open(record_url) as opened:
        yield opened
