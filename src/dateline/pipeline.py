"""The pipeline: articles in, readings out. The only module that knows all stages.

A step says what it needs and what it gives; the steps are checked against each other before anything is read.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Protocol

from dateline.annotate.annotator import Annotator
from dateline.annotate.encoder import Encoder
from dateline.annotate.mentions import no_place
from dateline.annotate.model_files import Model
from dateline.annotate.parser import Parser, load_language
from dateline.errors import DatelineError, UsageError
from dateline.extract.combined import CombinedExtractor
from dateline.extract.given import GivenExtractor
from dateline.extract.rules import RuleExtractor
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.given import GivenByArticle
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from dateline.text.fold import fold_name

BATCH = 16_000  # characters that are annotated together
MOST_ITEMS = 64  # documents that wait for each other; fewer would be slower, more would show nothing for longer


Batch = list[tuple[Article | Issue, tuple[Issue, ...]]]  # each with the doubts that reading it gave


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
    def load(cls, settings: Settings, *, learned: bool = True) -> Pipeline:
        """The standard pipeline; raises InstallError where weights, gazetteer or word data are missing or altered.

        Not `learned`: by rules alone, without the encoder.
        """
        gazetteer = Gazetteer.open(added=settings.places_file())

        def known(name: str) -> bool:
            return gazetteer.contains_name(fold_name(name))

        own = gazetteer.is_own if gazetteer.added else no_place
        parser = Parser(load_language(), batch=settings.batch)
        encoder = Encoder(Model.open()) if learned else None
        gc.freeze()  # weights and word lists stay for good: the collector need not walk them again and again
        extractor = CombinedExtractor() if learned else RuleExtractor()
        return cls(Annotator(parser, known, own_place=own, encoder=encoder), extractor, Grounder(gazetteer))

    def read(self, items: Iterable[Article | Issue]) -> Iterator[Reading | Issue]:
        """A reading for each article, in order; fatal issues pass through, others join the article they are about.

        An article that a stage cannot process becomes a fatal issue with the reason: the others are still read.
        """
        with ThreadPoolExecutor(1, "annotate") as beside:
            for batch, annotated in self._one_ahead(_batches(items), beside):
                for item, issues in batch:
                    if isinstance(item, Issue):
                        yield item
                    else:
                        yield self._guarded(item, annotated.get(item.id), issues, beside)

    def _one_ahead(self, batches: Iterable[Batch], beside: Executor) -> Iterator[tuple[Batch, dict[str, Annotated]]]:
        """The batches annotated; while one is extracted here, the next is annotated beside it on another processor.

        Half of the time goes into the encoder, which gives Python's lock away. All annotating is done by one thread.
        """
        waiting: deque[tuple[Batch, Future[dict[str, Annotated]]]] = deque()
        for batch in batches:
            articles = [item for item, _ in batch if isinstance(item, Article)]
            waiting.append((batch, beside.submit(self._annotated, articles)))
            if len(waiting) > 1:
                ready, annotated = waiting.popleft()
                yield ready, annotated.result()
        for ready, annotated in waiting:
            yield ready, annotated.result()

    def _annotated(self, articles: list[Article]) -> dict[str, Annotated]:
        """The articles annotated together; where that fails, none: each is then tried by itself."""
        try:
            return {a.article.id: a for a in self.annotator.annotate_all(articles)}
        except DatelineError:
            raise
        except Exception:  # noqa: BLE001 (the pipeline's edge: the article at fault is found one by one)
            return {}

    def _guarded(
        self, article: Article, annotated: Annotated | None, issues: tuple[Issue, ...], beside: Executor
    ) -> Reading | Issue:
        try:
            if annotated is None:
                annotated = beside.submit(self.annotator.annotate, article).result()
            return self._reading(annotated, issues)
        except DatelineError:
            raise  # about Dateline itself (a missing list, a broken install): no article will fare better
        except Exception as error:  # noqa: BLE001 (the pipeline's edge: one bad article must not stop a batch)
            reason = f"Dateline failed on this article: {type(error).__name__}: {error}"
            remedy = "Please report it with the text. The other articles are not affected."
            return Issue("pipeline", reason, article.origin or article.name, None, remedy, fatal=True)

    def read_one(self, article: Article, issues: tuple[Issue, ...] = ()) -> Reading:
        """The reading of one article; `issues` are those that reading the file gave."""
        return self._reading(self.annotator.annotate(article), issues)

    def _reading(self, annotated: Annotated, issues: tuple[Issue, ...]) -> Reading:
        grounded = self.grounder.ground(annotated, self.extractor.extract(annotated))
        return Reading(
            annotated.article,
            grounded.claims,
            (*issues, *annotated.issues, *grounded.issues),
            grounded.places,
            grounded.times,
            annotated.quantities,
            annotated.quotes,
        )

    def with_given(self, given: GivenByArticle) -> Pipeline:
        """The same pipeline, told the events of each article: it reads what belongs to them and finds no others.

        For measuring places, days and parties apart from the finding of claims.
        """
        return replace(self, annotator=self.annotator.with_given(given), extractor=GivenExtractor(given))

    def with_extractor(self, extractor: Extractor) -> Pipeline:
        """The same pipeline with another extractor."""
        return replace(self, extractor=extractor)


def _batches(items: Iterable[Article | Issue]) -> Iterator[Batch]:
    """Up to `BATCH` characters of articles at a time, each with the doubts that reading it gave.

    Doubts come before their article and name it by its origin; those that no article follows stand by themselves.
    """
    batch: Batch = []
    waiting: list[Issue] = []
    size = 0
    for item in items:
        if isinstance(item, Issue) and not item.fatal:
            waiting.append(item)
            continue
        if isinstance(item, Article):
            batch.append((item, tuple(issue for issue in waiting if issue.where == item.origin)))
            waiting = [issue for issue in waiting if issue.where != item.origin]
            size += len(item.text)
        else:
            batch.append((item, ()))
        if size >= BATCH or len(batch) >= MOST_ITEMS:
            yield batch
            batch, size = [], 0
    yield [*batch, *((issue, ()) for issue in waiting)]


def check_steps(steps: Iterable[Step], *, given: tuple[str, ...] = ("article",)) -> None:
    """Raises UsageError where a step needs something that no step before it gives."""
    there = set(given)
    for step in steps:
        missing = set(step.needs) - there
        if missing:
            names = ", ".join(sorted(missing))
            raise UsageError(f"the step {type(step).__name__} needs {names}, which no step before it gives")
        there |= set(step.gives)
