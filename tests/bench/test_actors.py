"""Country and sector of actors against gold."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Json = dict[str, Any]
SCRIPTS = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script, imported from its folder."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return importlib.import_module("actors")
    finally:
        sys.path.remove(str(SCRIPTS))


def article(*actors: Json, name: str = "a") -> Json:
    claims = [{"actors": [one], "recipients": [], "sources": []} for one in actors]
    return {"id": name, "text": "x" * 99, "claims": claims}


def actor(start: int, country: str | None = None, sector: str | None = None) -> Json:
    return {"start": start, "end": start + 5, "country": country, "sector": sector}


@pytest.mark.parametrize(
    ("coded", "found", "expected"),
    [
        (actor(0, "SYR"), actor(0, "SYR"), {"same": 1}),
        (actor(0, "SYR"), actor(2, "SYR"), {"same": 1}),
        (actor(0, "SYR"), actor(0, "IRQ"), {"other": 1}),
        (actor(0, "SYR"), actor(0), {"none": 1}),
        (actor(0), actor(0, "SYR"), {"extra": 1}),
        (actor(0, "SYR"), actor(9, "SYR"), {}),
    ],
)
def test_only_words_that_both_have_count(
    script: ModuleType, coded: Json, found: Json, expected: dict[str, int]
) -> None:
    country = script.measured([article(coded)], [article(found)])["country"]
    assert {name: count for name, count in country.counts.items() if count} == expected


def test_each_place_counts_once_with_all_that_claims_say(script: ModuleType) -> None:
    coded = article(actor(0, "SYR"), actor(0, "SYR", "MIL"), actor(20, "SYR", "REB"))
    found = script.measured([coded], [article(actor(0, "SYR", "GOV"), actor(20, "SYR", "REB"))])
    assert (found["country"].accuracy, found["country"].total) == (1.0, 2)
    assert (found["sector"].accuracy, found["sector"].wrong.most_common(1)) == (0.5, [(("MIL", "GOV"), 1)])


def test_articles_that_were_not_read_are_left_out(script: ModuleType) -> None:
    assert script.measured([article(actor(0, "SYR"))], [article(actor(0, "SYR"), name="b")])["country"].accuracy == 0


def test_the_figures_are_printed(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(article(actor(0, "SYR", "MIL"))), encoding="utf-8")
    assert script.main(file, file) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("country  accuracy 1.000 of 1")
