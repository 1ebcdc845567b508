"""The standard steps around a parser that is already loaded: `Pipeline.load` would load it again."""

from __future__ import annotations

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser
from dateline.extract.rules import RuleExtractor
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.pipeline import Pipeline
from dateline.text.fold import fold_name


def pipeline_of(parser: Parser) -> Pipeline:
    """The standard pipeline with `parser`."""
    gazetteer = Gazetteer.open()
    annotator = Annotator(parser, lambda name: gazetteer.contains_name(fold_name(name)))
    return Pipeline(annotator, RuleExtractor(), Grounder(gazetteer))
