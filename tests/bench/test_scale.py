"""The made-up war that the record is measured with: the same each time, in order, and true to its own text."""

from __future__ import annotations

import sys
from itertools import islice, pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import scale
import scale_war

from dateline.incorporate.update import rebuild, update
from dateline.store.record import Record

COUNT = 60


def test_it_is_the_same_war_each_time_and_in_order() -> None:
    first, second = ([one.to_json() for one in scale_war.war(COUNT)] for _ in range(2))
    assert first == second
    assert len({one["id"] for one in first}) == COUNT
    days = [one["id"][:4] for one in first]
    assert all(one <= other for one, other in pairwise(days))


def test_a_year_holds_as_many_articles_as_asked_and_three_in_ten_are_reprints() -> None:
    readings = list(scale_war.war(2_000))
    assert len(readings) == 2_000
    known: set[str] = set()
    reprints = 0
    for one in readings:
        reprints += any(one.article.text.startswith(text) for text in known if text[:40] == one.article.text[:40])
        known.add(one.article.text)
    assert 0.25 < reprints / len(readings) < 0.35


def test_what_is_added_is_what_a_rebuilding_gives(record: Record) -> None:
    for one in islice(scale_war.war(20_000), COUNT):
        record.add(one)
        update(record)
    assert rebuild(record).same
    incidents = record.incidents()
    assert 5 < len(incidents) < record.counts().claims
    assert max(len(one["articles"]) for one in incidents) > 3
    assert len(record.copies()) > 5


def test_a_line_for_each_size_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(scale, "SIZES", (4, 8))
    monkeypatch.setattr(scale, "AROUND", 2)
    monkeypatch.setattr(sys, "argv", ["scale.py", "--count", "10", "--db", str(tmp_path / "scale.db")])
    scale.main()
    head, first, second, total, beside = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "articles"
    assert [line.split()[0] for line in (first, second)] == ["4", "8"]
    assert first.split()[6] == "1.00"
    assert total.startswith("10 articles, ")
    assert "into 10 articles" in beside
