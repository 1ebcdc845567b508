"""`dateline bench`: gold's articles go through the pipeline, its claims do not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from dateline.bench.score import PARTS
from dateline.cli import reading
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from tests.cli.conftest import CLAIMS, Run
from tests.factories import article
from tests.factories import reading as made


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:  # noqa: ARG001 (first the fake pipeline)
    """A gold file of one article with three claims; the fake pipeline finds the first two of them."""
    about = article(name="qarrah")

    def articles(inputs: Sequence[str], *, settings: Settings) -> Iterator[Article | Issue]:
        assert settings
        assert inputs == (str(path),)
        yield about

    def claims(items: Iterable[Article | Issue], *, settings: Settings) -> Iterator[Reading | Issue]:
        assert settings
        assert list(items) == [about]
        yield made(*CLAIMS[:2], of=about)

    monkeypatch.setattr(reading, "read_articles", articles)
    monkeypatch.setattr(reading, "read_claims", claims)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(made(*CLAIMS, of=about).to_json()) + "\n\n", encoding="utf-8")
    return path


def test_scores_as_json(run: Run, gold: Path) -> None:
    done = run("bench", str(gold))
    result = json.loads(done.out)
    assert done.code == 0
    assert result["claims"] == {"precision": 1.0, "recall": 0.667, "f1": 0.8, "gold": 3, "predicted": 2}
    assert set(PARTS) < result.keys()


def test_scores_as_a_table_with_errors_on_demand(run: Run, gold: Path) -> None:
    done = run("bench", str(gold), "--table", "--errors", "5")
    assert "overall 0." in done.out
    assert done.err.startswith("missed\tqarrah\tMOVE\tThe Fourth Army denied")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "line 1: this is no JSON"),
        ('{"id": "a"}', "line 1: this is no article of gold"),
        ("[]", "no article of gold"),
    ],
)
def test_what_is_no_gold_is_refused_with_its_line(run: Run, tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "bad.jsonl").write_text(content, encoding="utf-8")
    done = run("bench", "bad.jsonl")
    assert (done.code, says in done.err) == (3, True)


def test_missing_gold_is_an_input_error(run: Run) -> None:
    assert run("bench", "missing.jsonl").code == 3
