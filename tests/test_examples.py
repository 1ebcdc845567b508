"""The example dispatches: they can be read, they are dated, and they are written in our own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
GOLD = ROOT.parent / "shared" / "gold"
RUN = 8  # words in a row that count as copied


def dispatches() -> list[dict[str, Any]]:
    lines = (EXAMPLES / "dispatches.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def plain_texts() -> dict[str, str]:
    texts = {row["id"]: row["title"] + "\n" + row["text"] for row in dispatches()}
    for path in EXAMPLES.iterdir():
        if path.suffix in {".txt", ".html"}:
            texts[path.stem] = re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))
    return texts


def gold_texts() -> Iterator[tuple[str, str]]:
    for path in GOLD.rglob("*.txt"):
        yield path.name, path.read_text(encoding="utf-8")
    for path in GOLD.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.name, str(json.loads(line).get("text", ""))


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_every_dispatch_has_text_title_publisher_and_a_date_of_december_2016() -> None:
    for row in dispatches():
        assert set(row) == {"id", "title", "publisher", "published", "text"}
        assert all(row.values())
        assert date(2016, 12, 7) <= date.fromisoformat(row["published"]) <= date(2016, 12, 22)


def test_ids_are_unique_across_all_files() -> None:
    stems = [path.stem for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html"}]
    ids = [row["id"] for row in dispatches()] + stems
    assert len(ids) == len(set(ids)) == 17


def test_the_page_has_title_date_and_site_name_in_its_metadata() -> None:
    page = (EXAMPLES / "harbour-courier-complete.html").read_text(encoding="utf-8")
    for name in ("og:title", "og:site_name", "article:published_time"):
        assert re.search(rf'property="{name}" content="[^"]+"', page)


def test_the_plain_text_carries_its_date() -> None:
    text = (EXAMPLES / "lighthouse-letter-resolution.txt").read_text(encoding="utf-8")
    assert "19 December 2016" in text.split("\n\n")[1]


def test_one_reprint_is_verbatim_and_one_is_cut_with_a_paragraph_of_its_own() -> None:
    rows = {row["id"]: row for row in dispatches()}
    wire, copy, cut = (rows[k] for k in ("levant-wire-old-city", "harbour-courier-rescue", "northbridge-post-rescue"))
    assert copy["text"] == wire["text"]
    assert copy["title"] != wire["title"]
    paragraphs = cut["text"].split("\n\n")
    assert paragraphs[:2] == wire["text"].split("\n\n")[:2]
    assert "Northbridge" in paragraphs[2]


def test_the_night_rescue_is_told_with_its_source_by_at_least_three_outlets() -> None:
    told = [
        text
        for text in plain_texts().values()
        if re.search(r"(nearly 150|148) (people|civilians)", text, re.IGNORECASE)
        and re.search(r"Red Cr(oss|escent)", text)
    ]
    assert len(told) == 7


@pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared/gold here: nothing to compare the wording with")
def test_no_eight_words_in_a_row_stand_in_the_gold_texts() -> None:
    ours = {run: name for name, text in plain_texts().items() for run in word_runs(text)}
    for name, text in gold_texts():
        shared = word_runs(text) & ours.keys()
        assert not shared, f"{name} and {[ours[run] for run in shared]} share {[' '.join(run) for run in shared]}"
