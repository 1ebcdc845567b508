"""`dateline read`: tables for people, JSON Lines for programs, plain sentences for what cannot be read."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Run


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_json_lines_when_not_on_a_terminal(run: Run, dispatch: str) -> None:
    done = run("read", dispatch, "--published", "2021-03-03")
    (line,) = done.out.splitlines()
    article = json.loads(line)
    assert (done.code, article["id"], article["published"]) == (0, "qarrah", "2021-03-03")
    assert [claim["event"] for claim in article["claims"]] == ["ASSAULT", "REJECT", "MOVE"]
    assert "annotations" not in article


def test_annotations_on_demand(run: Run, dispatch: str) -> None:
    assert json.loads(run("read", dispatch, "--annotations").out)["annotations"]["places"] == []


@pytest.mark.parametrize("width", ["80", "100", "140"])
def test_the_table_holds_every_part_and_breaks_no_day(
    run: Run, dispatch: str, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = run("read", dispatch, "--table", "--published", "2021-03-03")
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= int(width)
    flat = _flat(done.out)
    for part in ("heavy-weapons", "2021-03-02", "Qarrah", "background", "180–220", "alleged"):
        assert part in flat
    assert flat.startswith("qarrah · Shells on Qarrah · The Post · 2021-03-03")
    for word in ("14 killed,", "Meridian", "“Shelling"):
        assert word in flat


def test_an_article_without_claims_says_so(run: Run, tmp_path: object, dispatch: str) -> None:
    quiet = dispatch.replace("qarrah", "quiet")
    with open(quiet, "w", encoding="utf-8") as file:  # noqa: PTH123 (a name is at hand)
        file.write("Nothing.")
    assert "No claims found." in run("read", quiet, "--table").out
    assert tmp_path is not None


def test_what_cannot_be_read_is_said_and_the_rest_still_shown(run: Run, dispatch: str) -> None:
    done = run("read", "missing.txt", dispatch)
    assert done.code == 3
    assert done.err == "missing.txt: there is no such file. Check the name.\n"
    assert len(done.out.splitlines()) == 1


@pytest.mark.parametrize("day", ["2016-13-01", "2016-02-30", "20161209", "9.12.2016", "2016-W01-1", ""])
def test_a_day_of_another_form_is_refused_with_the_form(run: Run, dispatch: str, day: str) -> None:
    done = run("read", dispatch, "--published", day)
    assert done.code == 2
    assert re.search(r"no day of the form YYYY-MM-DD, such as 2016-12-09", _flat(done.err))


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_must_be_a_whole_number_above_none(run: Run, dispatch: str, limit: str) -> None:
    assert run("read", dispatch, "--max-chars", limit).code == 2


def test_the_limit_reaches_the_reader(run: Run, dispatch: str) -> None:
    assert len(json.loads(run("read", dispatch, "--max-chars", "10").out)["text"]) == 10


def test_control_characters_do_not_reach_the_terminal(run: Run, dispatch: str) -> None:
    with open(dispatch, "a", encoding="utf-8") as file:  # noqa: PTH123 (the same)
        file.write("\x1b[2J")
    done = run("read", dispatch, "--table")
    assert "\x1b" not in done.out


def test_a_confidence_lies_between_nought_and_one(run: Run, dispatch: str) -> None:
    assert len(json.loads(run("read", dispatch, "--min-confidence", "1").out)["claims"]) == 3
    assert run("read", dispatch, "--min-confidence", "1.1").code == 2
