"""JSON Lines: one article a line, in the contract's form."""

from __future__ import annotations

import io
import json

import pytest

from dateline.export.jsonl import json_line, write_jsonl
from dateline.store.record import Record
from tests.factories import claim, reading


def test_articles_come_back_from_their_lines(record: Record) -> None:
    read = [reading(claim(killed=14), name=f"n{number}", title="Zwei\u2028Zeilen\nÜ") for number in range(3)]
    for one in read:
        record.add(one)
    out = io.StringIO()
    assert write_jsonl(record.readings(), out) == 3
    lines = out.getvalue().split("\n")
    assert lines.pop() == ""
    assert sorted((json.loads(line) for line in lines), key=lambda one: str(one["id"])) == [r.to_json() for r in read]


def test_letters_stay_letters() -> None:
    assert json_line({"a": "Ü"}) == '{"a": "Ü"}'


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line({"a": float("nan")})
