"""The pipeline: articles in, readings out. The only module that knows all stages.

A step says what it needs and what it gives; the steps are checked against each other before anything is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser, load_language
from dateline.errors import DatelineError, UsageError
from dateline.extract.rules import RuleExtractor
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from dateline.text.fold import fold_name


class Step(Protocol):
    """What every step declares: the names of what it needs and of what it gives."""

    @property
    def needs(self) -> tuple[str, ...]:
        """What must be there before the step."""

    @property
    def gives(self) -> tuple[str, ...]:
        """What is there after it."""


class Extractor(Step, Protocol):
    """Annotations to claims; `version` goes onto each claim."""

    @property
    def version(self) -> str:
        """Name and version of the extractor."""

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of one article, not yet grounded."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Annotate, extract, ground; made by `load`, or from steps of one's own."""

    annotator: Annotator
    extractor: Extractor
    grounder: Grounder

    def __post_init__(self) -> None:
        check_steps((self.annotator, self.extractor, self.grounder))

    @classmethod
    def load(cls, settings: Settings) -> Pipeline:
        """The standard pipeline; raises InstallError where weights, gazetteer or word data are missing or altered."""
        gazetteer = Gazetteer.open()

        def known(name: str) -> bool:
            return gazetteer.contains_name(fold_name(name))

        parser = Parser(load_language(), batch=settings.batch)
        return cls(Annotator(parser, known), RuleExtractor(), Grounder(gazetteer))

    def read(self, items: Iterable[Article | Issue]) -> Iterator[Reading | Issue]:
        """A reading for each article, in order; fatal issues pass through, others join the article they are about.

        An article that a stage cannot process becomes a fatal issue with the reason: the others are still read.
        """
        waiting: list[Issue] = []
        for item in items:
            if isinstance(item, Issue):
                if item.fatal:
                    yield item
                else:
                    waiting.append(item)
                continue
            own = tuple(issue for issue in waiting if issue.where == item.origin)
            waiting = [issue for issue in waiting if issue.where != item.origin]
            yield self._guarded(item, own)
        yield from waiting

    def _guarded(self, article: Article, issues: tuple[Issue, ...]) -> Reading | Issue:
        try:
            return self.read_one(article, issues)
        except DatelineError:
            raise  # about Dateline itself (a missing list, a broken install): no article will fare better
        except Exception as error:  # noqa: BLE001 (the pipeline's edge: one bad article must not stop a batch)
            reason = f"Dateline failed on this article: {type(error).__name__}: {error}"
            remedy = "Please report it with the text. The other articles are not affected."
            return Issue("pipeline", reason, article.origin or article.name, None, remedy, fatal=True)

    def read_one(self, article: Article, issues: tuple[Issue, ...] = ()) -> Reading:
        """The reading of one article; `issues` are those that reading the file gave."""
        annotated = self.annotator.annotate(article)
        grounded = self.grounder.ground(annotated, self.extractor.extract(annotated))
        return Reading(
            article,
            grounded.claims,
            (*issues, *annotated.issues, *grounded.issues),
            grounded.places,
            grounded.times,
            annotated.quantities,
            annotated.quotes,
        )

    def with_extractor(self, extractor: Extractor) -> Pipeline:
        """The same pipeline with another extractor."""
        return replace(self, extractor=extractor)


def check_steps(steps: Iterable[Step], *, given: tuple[str, ...] = ("article",)) -> None:
    """Raises UsageError where a step needs something that no step before it gives."""
    there = set(given)
    for step in steps:
        missing = set(step.needs) - there
        if missing:
            names = ", ".join(sorted(missing))
            raise UsageError(f"the step {type(step).__name__} needs {names}, which no step before it gives")
        there |= set(step.gives)
