"""What the tests of extraction share: one parser, and texts read into claims in the form of `tests.extract.wanted`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser, load_language
from dateline.extract.rules import RuleExtractor
from dateline.ground.gazetteer import Gazetteer
from dateline.model.annotation import Annotated
from dateline.text.fold import fold_name
from tests.extract.wanted import Reader, Want, told
from tests.factories import article


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Annotated]:
    """A text to its annotations, by the parser and the gazetteer that ship."""
    gazetteer = Gazetteer.open()
    annotator = Annotator(Parser(load_language()), lambda name: gazetteer.contains_name(fold_name(name)))
    return lambda text: annotator.annotate(article(text))


@pytest.fixture(scope="session")
def read(annotate: Callable[[str], Annotated]) -> Reader:
    """A text to its claims, not grounded, in text order."""
    extractor = RuleExtractor()

    def claims(text: str) -> list[Want]:
        annotated = annotate(text)
        return [told(annotated, claim) for claim in extractor.extract(annotated)]

    return claims
