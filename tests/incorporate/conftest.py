"""The example dispatches, read once."""

from __future__ import annotations

import pytest

from dateline.cli.demo import LETTER, dispatches, examples
from dateline.model.reading import Reading
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings


@pytest.fixture(scope="session")
def dispatch_readings(pipeline: Pipeline) -> list[Reading]:
    """The example dispatches, read."""
    items = read_inputs(dispatches(examples()), stdin=None, settings=Settings(), published=LETTER)
    return [item for item in pipeline.read(items) if isinstance(item, Reading)]
