"""`dateline issues`: nothing that was refused or doubted is out of sight."""

from __future__ import annotations

import json

import pytest

from dateline.cli.main import run
from dateline.model.issue import Issue
from dateline.model.span import Span
from dateline.store.record import Record
from tests.factories import article, claim, reading


@pytest.fixture
def filled(record_url: str) -> str:
    head = article("Shells killed 14 people in Aleppo on Tuesday, the governor said.", name="shells")
    doubt = Issue("ground", "place not located: not in the gazetteer", head.origin, Span(27, 33))
    with Record.open(record_url) as record:
        record.add(reading(claim("ASSAULT", text=head.text, trigger="killed"), issues=[doubt], of=head))
        record.add_issue(Issue("read", "this is a PDF", "scan.pdf", None, "Export it as text first.", fatal=True))
    return record_url


def test_refused_documents_come_first_with_the_remedy(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["issues", "--db", filled, "--table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "scan.pdf: this is a PDF. Export it as text first.",
        "shells: place not located: not in the gazetteer (“Aleppo”).",
    ]


def test_refused_alone(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["issues", "--db", filled, "--refused", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["article"], row["where"]) for row in rows] == [(None, "scan.pdf")]


def test_a_record_without_issues_says_so(record_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Record.open(record_url):
        pass
    assert run(["issues", "--db", record_url, "--table"]) == 0
    assert capsys.readouterr().out == "No issues.\n"
