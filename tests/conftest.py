"""What all tests share: a fresh record, and the repository's root on the path for `tests.factories`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # or a test that interrupts a command waits for ever

if TYPE_CHECKING:
    from dateline.annotate.parser import Parser
    from dateline.model.tree import Tree
    from dateline.pipeline import Pipeline
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


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The parser with its weights, loaded once for all tests."""
    from dateline.annotate.parser import Parser, load_language  # noqa: PLC0415 (a second, only where text is parsed)

    return Parser(load_language())


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The standard pipeline, loaded once for all tests."""
    from dateline.pipeline import Pipeline  # noqa: PLC0415 (a second, only where text is read)
    from dateline.settings import Settings  # noqa: PLC0415

    return Pipeline.load(Settings())


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], list[Tree]]:
    """The trees of a text's sentences, split as the annotator splits them."""
    from dateline.annotate.blocks import sentences  # noqa: PLC0415 (as above)
    from dateline.model.article import Article  # noqa: PLC0415
    from dateline.model.tree import Tree  # noqa: PLC0415

    def trees(text: str) -> list[Tree]:
        return [Tree(sentence) for sentence in parser.parse(text, sentences(Article("test", text)))]

    return trees
