"""`dateline bench`: gold's articles go through the pipeline, its claims do not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.bench.score import PARTS
from dateline.cli import reading
from dateline.model.article import Article
from dateline.model.given import GivenByArticle
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

    def claims(
        items: Iterable[Article | Issue], *, settings: Settings, given: GivenByArticle | None = None
    ) -> Iterator[Reading | Issue]:
        assert settings
        assert list(items) == [about]
        events = {one.event for one in given["qarrah"]} if given is not None else {c.event for c in CLAIMS[:2]}
        yield made(*(claim for claim in CLAIMS if claim.event in events), of=about)

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


def test_gold_events_may_be_given(run: Run, gold: Path) -> None:
    result = json.loads(run("bench", str(gold), "--given", "claims").out)
    assert result["claims"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 3, "predicted": 3}


def test_errors_as_json_lines_with_the_scores_on_standard_error(run: Run, gold: Path) -> None:
    done = run("bench", str(gold), "--errors")
    missed, *others = [json.loads(line) for line in done.out.splitlines()]
    assert (missed["article"], missed["kind"], missed["gold"]) == ("qarrah", "missed", "MOVE flee, historical")
    assert "⟦fled⟧" in missed["sentence"]
    assert [(one["kind"], one["gold"]) for one in others] == [("figures", "displaced 180–220: Shelling")]
    assert "overall 0." in done.err


def test_errors_as_a_table_after_the_scores(run: Run, gold: Path) -> None:
    done = run("bench", str(gold), "--table", "--errors", "--limit", "1")
    assert done.out.index("overall 0.") < done.out.index("MOVE flee")
    assert done.err == "1 more; --limit 0 lists all 2.\n"


def test_a_list_is_narrowed_by_kind_and_article(run: Run, gold: Path) -> None:
    listed = run("bench", str(gold), "--errors", "--kind", "figures", "--article", "qarrah").out
    assert [json.loads(line)["kind"] for line in listed.splitlines()] == ["figures"]
    assert run("bench", str(gold), "--errors", "--kind", "actors", "--table").out.endswith("Nothing to list.\n")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--kind", "missed"), "Add --errors or --against OLD."),
        (("--limit", "3"), "Add --errors or --against OLD."),
        (("--errors", "--article", "qarah"), "Did you mean qarrah?"),
        (("--errors", "--against", "old.jsonl"), "Ask for one of them."),
    ],
)
def test_options_that_make_no_sense_are_refused(run: Run, gold: Path, options: tuple[str, ...], says: str) -> None:
    done = run("bench", str(gold), *options)
    assert (done.code, says in done.err) == (2, True)


def test_what_was_gained_and_lost_since_an_earlier_run(run: Run, gold: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text(json.dumps(made(CLAIMS[0], CLAIMS[2], of=article(name="qarrah")).to_json()), encoding="utf-8")
    changed = [json.loads(line) for line in run("bench", str(gold), "--against", str(old)).out.splitlines()]
    told = [(one["change"], one["event"], one["kind"]) for one in changed]
    assert ("gained", "REJECT", "claims") in told
    assert ("lost", "MOVE", "claims") in told
    assert {event for _, event, _ in told} == {"REJECT", "MOVE"}


def test_what_was_read_is_kept_and_compares_equal(run: Run, gold: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    assert run("bench", str(gold), "--save", str(kept)).code == 0
    done = run("bench", str(gold), "--against", str(kept))
    assert (done.code, done.out) == (0, "")


def test_intervals_and_reliability_join_the_scores(run: Run, gold: Path) -> None:
    result = json.loads(run("bench", str(gold), "--interval", "--reliability").out)
    assert result["intervals"]["claims"] == [0.8, 0.8]  # one article: every draw is the same
    assert result["reliability"]["bins"][-1] == {"low": 0.9, "high": 1.0, "count": 2, "confidence": 1.0, "right": 1.0}
    table = run("bench", str(gold), "--interval", "--reliability", "--table").out
    assert "0.800–0.800" in table
    assert "expected calibration error 0.000" in table


def test_claims_below_a_confidence_are_left_out_and_counted(
    run: Run, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def claims(items: Iterable[Article | Issue], **_: object) -> Iterator[Reading | Issue]:
        for about in items:
            assert isinstance(about, Article)
            yield made(CLAIMS[0], replace(CLAIMS[1], confidence=0.4), of=about)

    monkeypatch.setattr(reading, "read_claims", claims)
    done = run("bench", str(gold), "--min-confidence", "0.5")
    assert json.loads(done.out)["claims"]["predicted"] == 1
    assert done.err == "1 claim of confidence below 0.5 left out.\n"


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
