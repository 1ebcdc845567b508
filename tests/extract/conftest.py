"""What the tests of extraction share: texts read into claims in the form of `tests.extract.wanted`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
import yaml

from dateline.annotate.parser import Parser
from dateline.extract.rules import RuleExtractor
from dateline.model.annotation import Annotated
from tests.extract.steps import pipeline_of
from tests.extract.wanted import Reader, Want, told
from tests.factories import article

HERE: Final = Path(__file__).parent
GAPS: Final = HERE / "gaps.yaml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the rows of ``gaps.yaml`` as expected to fail; a row that passes shows as XPASS and can leave the file."""
    gaps = {
        text: why for why, texts in (yaml.safe_load(GAPS.read_text(encoding="utf-8")) or {}).items() for text in texts
    }
    for item in items:
        why = gaps.get(getattr(item, "callspec", None) and item.callspec.params.get("text"))  # type: ignore[attr-defined]
        if why and HERE in item.path.parents:
            item.add_marker(pytest.mark.xfail(reason=why, strict=False))


@pytest.fixture(scope="session")
def annotate(parser: Parser) -> Callable[[str], Annotated]:
    """A text to its annotations, by the parser and the gazetteer that ship."""
    annotator = pipeline_of(parser).annotator
    return lambda text: annotator.annotate(article(text))


@pytest.fixture(scope="session")
def read(annotate: Callable[[str], Annotated]) -> Reader:
    """A text to its claims, not grounded, in text order."""
    extractor = RuleExtractor()

    def claims(text: str) -> list[Want]:
        annotated = annotate(text)
        return [told(annotated, claim) for claim in extractor.extract(annotated)]

    return claims
