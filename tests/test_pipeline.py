"""The whole pipeline: one bad article stops nothing, doubts find their article, every span lies in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dateline.annotate.times import find_times
from dateline.cli.demo import dispatches, examples
from dateline.errors import InstallError, UsageError
from dateline.extract.rules import RuleExtractor
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.model.schema import reading_schema
from dateline.model.span import Span
from dateline.pipeline import BATCH, Pipeline, check_steps
from dateline.read.inputs import read_inputs
from dateline.settings import Settings
from tests.factories import article

FIRST = article("Shelling killed 14 people in Aleppo on Tuesday, the governor said.", name="first", origin="a.txt")
SECOND = article("Rebels captured the town of Palmyra on Monday, residents said.", name="second", origin="b.txt")
VALIDATOR = Draft202012Validator(reading_schema())


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """The example dispatches, as they are read."""
    items = read_inputs(dispatches(examples()), stdin=BytesIO(), settings=Settings())
    return [item for item in items if isinstance(item, Article)]


@pytest.fixture(scope="session")
def readings(pipeline: Pipeline, articles: list[Article]) -> list[Reading]:
    return [pipeline.read_one(one) for one in articles]


def spans(value: object) -> Iterator[Span]:
    """Every span inside a value of the model, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


@dataclass(frozen=True, slots=True)
class FailsOn:
    """The usual extractor, but for one article that makes it raise."""

    name: str
    error: Exception
    version: str = "failing 1"
    needs: tuple[str, ...] = RuleExtractor.needs
    gives: tuple[str, ...] = RuleExtractor.gives

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """Raises for the one article."""
        if annotated.article.name == self.name:
            raise self.error
        return RuleExtractor().extract(annotated)


def test_an_article_gives_claims_with_words_place_and_source(pipeline: Pipeline) -> None:
    (read,) = pipeline.read([FIRST])
    assert isinstance(read, Reading)
    claim = next(one for one in read.to_json()["claims"] if one["event"] == "ASSAULT" and one["figures"])
    assert claim["trigger"]["text"] == "killed"
    assert [(figure["measure"], figure["low"]) for figure in claim["figures"]] == [("killed", 14)]
    assert [(place["name"], place["country"]) for place in claim["places"]] == [("Aleppo", "SYR")]
    assert claim["time"]["from"] == "2021-03-02"
    assert [source["text"] for source in claim["sources"]] == ["the governor"]


def test_one_bad_article_is_an_issue_and_the_others_are_read(pipeline: Pipeline) -> None:
    failing = pipeline.with_extractor(FailsOn("first", ValueError("no such row")))
    issue, read = failing.read([FIRST, SECOND])
    assert isinstance(issue, Issue)
    assert issue.fatal
    assert issue.where == "a.txt"
    assert "ValueError: no such row" in issue.reason
    assert issue.remedy
    assert isinstance(read, Reading)
    assert read.article is SECOND
    assert read.claims


def test_a_bad_article_without_an_origin_is_named(pipeline: Pipeline) -> None:
    failing = pipeline.with_extractor(FailsOn("nameless", ValueError("no such row")))
    (issue,) = failing.read([article("Rebels fled.", name="nameless")])
    assert isinstance(issue, Issue)
    assert issue.where == "nameless"


def test_a_broken_install_stops_the_run(pipeline: Pipeline) -> None:
    """No other article would fare better."""
    failing = pipeline.with_extractor(FailsOn("first", InstallError("the word lists are missing")))
    with pytest.raises(InstallError, match="word lists are missing"):
        list(failing.read([FIRST, SECOND]))


def test_doubts_about_a_file_join_its_article(pipeline: Pipeline) -> None:
    doubt = Issue("read", "the page names two dates", where="b.txt")
    first, second = pipeline.read([doubt, FIRST, SECOND])
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert doubt not in first.issues
    assert second.issues[0] == doubt


def test_doubts_without_an_article_come_last(pipeline: Pipeline) -> None:
    doubt = Issue("read", "an entry without a text", where="feed.xml")
    first, last = pipeline.read([doubt, FIRST])
    assert isinstance(first, Reading)
    assert last == doubt


def test_doubts_about_a_document_without_an_article_are_kept(pipeline: Pipeline) -> None:
    """The file that they are about could not be read: both the doubt and the failure are told."""
    doubt = Issue("read", "the page names two dates", where="c.html")
    fatal = Issue("read", "the page holds no article", where="c.html", fatal=True)
    items = list(pipeline.read([doubt, fatal, FIRST]))
    assert [item for item in items if isinstance(item, Reading)]
    assert {doubt, fatal} <= {item for item in items if isinstance(item, Issue)}


def test_fatal_issues_pass_through_in_order(pipeline: Pipeline) -> None:
    fatal = Issue("read", "there is no such file", where="c.txt", fatal=True)
    assert [item if isinstance(item, Issue) else item.article for item in pipeline.read([fatal, FIRST, fatal])] == [
        fatal,
        FIRST,
        fatal,
    ]


def test_articles_are_taken_as_they_are_needed(pipeline: Pipeline) -> None:
    """A folder of any size fits in memory: no more than one batch is read ahead."""
    taken = []

    def source() -> Iterator[Article]:
        for number in range(100):
            taken.append(number)
            yield article("Rebels fled.\n\n" * (BATCH // 100), name=f"n{number}")

    next(iter(pipeline.read(source())))
    assert len(taken) < 50


def test_reading_together_is_reading_one_by_one(
    pipeline: Pipeline, articles: list[Article], readings: list[Reading]
) -> None:
    together = [item for item in pipeline.read(articles) if isinstance(item, Reading)]
    assert [item.article.name for item in together] == [read.article.name for read in readings]
    assert [one.article.name for one, other in zip(together, readings, strict=True) if one != other] == []


def test_an_article_that_cannot_be_annotated_spoils_no_other(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(text: str) -> tuple[TimeExpression, ...]:
        if text == FIRST.text:
            raise ValueError("no such row")
        return find_times(text)

    monkeypatch.setattr("dateline.annotate.annotator.find_times", failing)
    issue, read = pipeline.read([FIRST, SECOND])
    assert isinstance(issue, Issue)
    assert issue.fatal
    assert isinstance(read, Reading)
    assert read.claims


def test_a_step_that_lacks_what_it_needs_is_refused(pipeline: Pipeline) -> None:
    with pytest.raises(
        UsageError, match=r"the step CombinedExtractor needs .*sentences.*, which no step before it gives"
    ):
        check_steps((pipeline.extractor, pipeline.annotator, pipeline.grounder))


def test_a_pipeline_of_steps_that_do_not_fit_is_refused(pipeline: Pipeline) -> None:
    with pytest.raises(UsageError, match="the step FailsOn needs tarot"):
        pipeline.with_extractor(FailsOn("", ValueError(), needs=("tarot",)))


def test_the_examples_are_read_with_claims(readings: list[Reading]) -> None:
    assert len(readings) == 17
    assert [read.article.name for read in readings if not read.claims] == []


def test_every_span_lies_inside_its_text(readings: list[Reading]) -> None:
    for read in readings:
        found = list(spans(read))
        assert found
        assert all(span.end <= len(read.article.text) for span in found)


def test_every_trigger_lies_in_its_evidence(readings: list[Reading]) -> None:
    claims = [claim for read in readings for claim in read.claims]
    assert [claim for claim in claims if not claim.evidence.contains(claim.trigger)] == []


@pytest.mark.parametrize("annotations", [False, True])
def test_the_json_of_the_examples_fits_the_schema(readings: list[Reading], annotations: bool) -> None:  # noqa: FBT001
    wrong = [
        f"{read.article.name}: {error.json_path}: {error.message}"
        for read in readings
        for error in VALIDATOR.iter_errors(read.to_json(annotations=annotations))
    ]
    assert wrong == []


def test_claim_ids_are_unique(readings: list[Reading]) -> None:
    ids = [claim["id"] for read in readings for claim in read.to_json()["claims"]]
    assert len(ids) == len(set(ids))


def test_reading_twice_gives_the_same(pipeline: Pipeline, articles: list[Article], readings: list[Reading]) -> None:
    """Also in another order: no article leaves a trace in the reading of the next."""
    again = {one.name: pipeline.read_one(one) for one in reversed(articles)}
    assert [again[read.article.name] == read for read in readings] == [True] * len(readings)
    first = readings[0]
    assert again[first.article.name].to_json(annotations=True) == first.to_json(annotations=True)


def test_empty_and_odd_texts_are_read(pipeline: Pipeline) -> None:
    texts = ("", " \n\n ", "Killed.", "\ufeffShelling killed 3.", "🙂 " * 50, "Rebels\u2028fled\x00.", "a" * 5000)
    for text in texts:
        (read,) = pipeline.read([article(text)])
        assert isinstance(read, Reading), text[:20]
        assert all(span.end <= len(text) for span in spans(read))


def test_the_examples_lie_beside_the_package_or_in_it() -> None:
    assert all(Path(name).is_file() for name in dispatches(examples()))
