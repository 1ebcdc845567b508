"""Claims of low confidence are left out only where that is asked for, and never in silence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.cli.confidence import Sieve
from dateline.settings import Settings
from dateline.store.record import Record
from tests.cli.conftest import CLAIMS, Run
from tests.factories import article, reading, stored

SURE, UNSURE = CLAIMS[0], replace(CLAIMS[2], confidence=0.35)
READ = reading(SURE, UNSURE)
LEFT_OUT = "1 claim of confidence below 0.5 left out"


@pytest.mark.parametrize(("least", "kept"), [(None, 2), (0.0, 2), (0.35, 2), (0.36, 1), (1.0, 1)])
def test_a_claim_of_just_the_confidence_passes(least: float | None, kept: int) -> None:
    assert len(Sieve(least).reading(READ).claims) == kept
    assert len(Sieve(least).sifted(READ.to_json())["claims"]) == kept
    assert len(list(Sieve(least).rows(stored(SURE, UNSURE)))) == kept


def test_a_reading_holds_an_issue_for_what_was_left_out() -> None:
    (issue,) = Sieve(0.5).reading(READ).issues
    assert (issue.stage, issue.reason, issue.where, issue.fatal) == ("extract", LEFT_OUT, "qarrah", False)
    assert Sieve(0.2).reading(READ) is READ


def test_the_number_is_told_once_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    sieve = Sieve(0.5)
    sieve.tell()
    sieve.reading(READ)
    sieve.reading(READ)
    sieve.tell()
    assert capsys.readouterr().err == "2 claims of confidence below 0.5 left out.\n"


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """The command line with a record that holds a sure and an unsure claim."""
    with Record.open(Settings(db=str(tmp_path / "record.db")).database_url()) as record:
        record.add(reading(SURE, UNSURE, of=article()))
    return run


def test_incidents_of_sure_claims_only(kept: Run) -> None:
    everything, done = kept("incidents"), kept("incidents", "--min-confidence", "0.5")
    assert [json.loads(line)["event"] for line in everything.out.splitlines()] == ["ASSAULT", "MOVE"]
    assert [json.loads(line)["event"] for line in done.out.splitlines()] == ["ASSAULT"]
    assert (everything.err, done.err) == ("", f"{LEFT_OUT}.\n")


def test_search_finds_sure_claims_and_articles_whatever_their_claims(kept: Run) -> None:
    done = kept("search", "families", "--min-confidence", "0.5")
    assert [json.loads(line)["event"] for line in done.out.splitlines()] == [None]
    assert done.err == f"{LEFT_OUT}.\n"
    assert len(kept("search", "families").out.splitlines()) == 2


def test_search_goes_on_until_enough_sure_claims_are_found(kept: Run) -> None:
    done = kept("search", "qarrah", "--min-confidence", "0.5", "--limit", "1")
    assert [json.loads(line)["event"] for line in done.out.splitlines()] == [None]
    assert "There are more than 1" in done.err


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export_of_sure_claims_only(kept: Run, form: str) -> None:
    done = kept("export", "--format", form, "--min-confidence", "0.5")
    assert ("MOVE" in done.out, "ASSAULT" in done.out, done.err) == (False, True, f"{LEFT_OUT}.\n")


def test_an_article_is_shown_with_its_sure_claims(kept: Run) -> None:
    done = kept("show", "qarrah", "--min-confidence", "0.5")
    assert [claim["event"] for claim in json.loads(done.out)["claims"]] == ["ASSAULT"]
    assert done.err == f"{LEFT_OUT}.\n"


def test_a_claim_that_is_asked_for_is_shown_whatever_its_confidence(kept: Run) -> None:
    unsure = stored(SURE, UNSURE)[1].claim["id"]
    done = kept("show", unsure, "--min-confidence", "0.5")
    assert [claim["id"] for claim in json.loads(done.out)["claims"]] == [unsure]


def test_the_table_of_incidents_says_how_to_look_one_up(kept: Run) -> None:
    flat = " ".join(kept("incidents", "--min-confidence", "0.5", "--table").out.split())
    assert "dateline show ID --min-confidence 0.5 gives" in flat


def test_reading_tells_what_it_left_out(run: Run, dispatch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.cli.conftest.CLAIMS", (SURE, UNSURE))
    done = run("read", dispatch, "--min-confidence", "0.5")
    read = json.loads(done.out)
    assert [claim["event"] for claim in read["claims"]] == ["ASSAULT"]
    assert LEFT_OUT in [issue["reason"] for issue in read["issues"]]
    assert done.err == f"{LEFT_OUT}.\n"
