"""`add`, `incidents`, `show`, `search` and `export` on one record."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.settings import Settings
from dateline.store.record import Record
from tests.cli.conftest import Run


@pytest.fixture
def filled(run: Run, dispatch: str, tmp_path: Path) -> str:
    """A record that holds the dispatch and a quiet article; its path."""
    (tmp_path / "quiet.txt").write_text("Nothing.", encoding="utf-8")
    assert run("add", dispatch, str(tmp_path / "quiet.txt"), "--published", "2021-03-03").code == 0
    return str(tmp_path / "record.db")


def _json(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _opened(path: str) -> Record:
    return Record.open(Settings(db=path).database_url(), create=False)


def test_adding_says_what_came_of_it(run: Run, dispatch: str, tmp_path: Path) -> None:
    first = run("add", dispatch, "missing.txt")
    assert first.code == 3
    assert first.out.startswith("1 article added with 3 claims, 0 already there, 1 could not be read (")
    assert first.err == "missing.txt: there is no such file. Check the name.\n"
    with _opened(str(tmp_path / "record.db")) as record:
        before = record.counts()
        assert (before.articles, before.claims, before.issues) == (1, 3, 2)
    second = run("add", dispatch, "missing.txt")
    assert second.out.startswith("0 articles added, 1 already there, 1 could not be read (")
    with _opened(str(tmp_path / "record.db")) as record:
        assert record.counts() == before


def test_an_article_twice_in_one_run_is_added_once(run: Run, dispatch: str) -> None:
    assert run("add", dispatch, dispatch).out.startswith("1 article added with 3 claims, 1 already there")


def test_what_is_known_is_not_read_again(run: Run, filled: str, dispatch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UsageError("the pipeline was asked")

    monkeypatch.setattr("dateline.cli.reading.read_claims", refuse)
    assert run("add", dispatch, "--published", "2021-03-03", "--db", filled).code == 0


def test_db_names_another_record(run: Run, dispatch: str, tmp_path: Path) -> None:
    other = tmp_path / "deep" / "other.db"
    assert run("add", dispatch, "--db", str(other)).code == 0
    assert other.is_file()
    assert not (tmp_path / "record.db").exists()


@pytest.mark.parametrize("command", [("incidents",), ("show", "x"), ("search", "x"), ("export",)])
def test_asking_a_record_that_is_not_there_makes_none(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.code == 4
    assert "there is no record yet. Make one with: dateline add FILE" in done.err
    assert not (tmp_path / "record.db").exists()


FILTERS = [
    ((), 3),
    (("--type", "assault"), 1),
    (("--type", "ASSAULT", "--type", "MOVE"), 2),
    (("--place", "qarrah"), 1),
    (("--place", "SYR"), 2),
    (("--since", "2021-03-02"), 1),
    (("--since", "2021-03-03"), 0),
    (("--until", "2021-03-02"), 1),
    (("--limit", "1"), 1),
    (("--limit", "0"), 3),
]


@pytest.mark.parametrize(("options", "count"), FILTERS)
def test_incidents_as_json(run: Run, filled: str, options: tuple[str, ...], count: int) -> None:
    assert filled
    found = _json(run("incidents", *options).out)
    assert len(found) == count
    assert {one["articles"][0] for one in found} <= {"qarrah"}


def test_filters_never_change_an_incident(run: Run, filled: str) -> None:
    assert filled
    whole = {one["id"]: one for one in _json(run("incidents").out)}
    some = _json(run("incidents", "--place", "Qarrah", "--since", "2021-03-01", "--type", "ASSAULT").out)
    assert [whole[one["id"]] for one in some] == some


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--since", "2021-03-02", "--until", "2021-03-01"), "lies after"),
        (("--place", " - "), "--place is empty"),
        (("--type", "WAR"), "'WAR' is not one of"),
        (("--since", "March"), "YYYY-MM-DD"),
        (("--limit", "-1"), "-1"),
    ],
)
def test_filters_that_mean_nothing_are_refused(run: Run, filled: str, options: tuple[str, ...], says: str) -> None:
    assert filled
    done = run("incidents", *options)
    assert (done.code, says in done.err) == (2, True)


@pytest.mark.parametrize("width", [80, 100, 140])
def test_incidents_are_one_line_each_with_the_number_first(
    run: Run, filled: str, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    assert filled
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("incidents", "--table").out.splitlines()
    assert lines[0].startswith("how many")
    assert lines[2].startswith("14 killed")
    assert "2021-03-02" in lines[2]
    assert len(lines) == 2 + 3 + 1
    assert max(map(len, lines)) <= width


def test_what_the_limit_left_out_is_said(run: Run, filled: str) -> None:
    assert filled
    assert run("incidents", "--limit", "1").err == "2 more; --limit 0 lists all 3.\n"


def test_show_an_article_gives_every_claim_in_full(run: Run, filled: str) -> None:
    assert filled
    out = " ".join(run("show", "qarrah", "--table", "--text").out.split())
    for part in (
        "qarrah · Shells on Qarrah · The Post · 2021-03-03",
        "14 killed, 30 injured ASSAULT heavy-weapons happened",
        "source The local council < Meridian Press",
        "where “Qarrah”: Qarrah, SYR (34.15, 36.75, within 5 km; settlement; the only place of that name)",
        "when “on Tuesday”: 2021-03-02 (rule: weekday)",
        "to whom 14 people [SYR, CVL]",
        "source The Post, in its own voice",
        "reason “killed” at characters",
        "doubt, ground: no date",
        "The local council gave the toll to Meridian Press.",
    ):
        assert part in out
    assert "…" not in out


def test_show_by_the_beginning_of_any_id(run: Run, filled: str) -> None:
    assert filled
    (article,) = _json(run("show", "qarrah").out)
    (by_hash,) = _json(run("show", article["hash"][:10]).out)
    assert by_hash == article
    claim = article["claims"][1]
    (by_claim,) = _json(run("show", claim["id"][:10].upper()).out)
    assert by_claim["claims"] == [claim]
    incident = _json(run("incidents", "--type", "MOVE").out)[0]
    assert _json(run("show", incident["id"][:10]).out) == [incident | {"related": []}]
    shown = run("show", incident["id"], "--table").out
    assert "180–220 displaced · MOVE flee · background · Deir Sahl, SYR" in shown
    assert "1 independent origin in 1 article" in shown
    assert re.search(r"180–220 +The Post +2021-03-03 +1 article: qarrah", shown)


def test_show_lists_what_an_id_may_mean(run: Run, filled: str) -> None:
    """Of seven ids at least two begin alike, or none does: then two articles of one name are ambiguous."""
    assert run("add", "qarrah.txt", "--published", "2022-01-01", "--db", filled).code == 0
    done = run("show", "qarrah")
    assert done.code == 2
    assert done.err.count("article ") == 2
    assert "Give one of these ids, or more digits." in done.err


@pytest.mark.parametrize(
    ("key", "says"), [("qara", "Did you mean qarrah?"), ("zzz", "list ids"), ("", "has no article")]
)
def test_an_unknown_id_is_a_usage_error_with_a_way_on(run: Run, filled: str, key: str, says: str) -> None:
    assert filled
    done = run("show", key)
    assert (done.code, says in done.err) == (2, True)


def test_search_finds_articles_and_claims(run: Run, filled: str) -> None:
    assert filled
    hits = _json(run("search", "WOUNDED").out)
    assert [(hit["article_name"], hit["event"]) for hit in hits] == [("qarrah", None), ("qarrah", "ASSAULT")]
    assert "ASSAULT · qarrah" in run("search", "wounded", "--table").out
    assert run("search", "nobody", "--table").out == "Nothing found.\n"
    assert run("search", "wounded", "--limit", "1").err.startswith("There are more than 1")
    assert run("search", '"!"').code == 2


def test_export_as_jsonl_is_what_read_writes(run: Run, filled: str, dispatch: str) -> None:
    assert filled
    exported = {one["id"]: one for one in _json(run("export").out)}
    assert exported.keys() == {"qarrah", "quiet"}
    assert [exported["qarrah"]] == _json(run("read", dispatch, "--published", "2021-03-03").out)


def test_export_as_csv_to_a_file(run: Run, filled: str, tmp_path: Path) -> None:
    assert filled
    done = run("export", "--format", "csv", "--out", "claims.csv", "--type", "ASSAULT")
    (line,) = csv.DictReader(io.StringIO((tmp_path / "claims.csv").read_text(encoding="utf-8")))
    assert (line["killed_low"], line["sources"]) == ("14", "The local council < Meridian Press")
    assert (done.out, done.err) == ("", "1 claims written to claims.csv\n")
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_file_that_cannot_be_written_leaves_nothing(run: Run, filled: str, tmp_path: Path) -> None:
    assert filled
    done = run("export", "--out", "no/such/folder.jsonl")
    assert (done.code, "cannot be written" in done.err) == (2, True)
    assert not (tmp_path / "no").exists()
