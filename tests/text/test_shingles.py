"""Words that survive a reprint, and fingerprints that texts with words in common share."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.span import Span
from dateline.text.shingles import SHINGLE, WINDOW, shingles, split, winnow

WORD = st.sampled_from(["shells", "fell", "on", "the", "market", "of", "qarrah", "and", "four", "died", "later"])


@pytest.mark.parametrize(
    ("printed", "again"),
    [
        ("The army’s guns", "The army's guns"),
        ("The army's guns", "The armys guns"),
        ("the mayor\ufffds car", "the mayor's car"),
        ("5,000 families", "5000 families"),
        ("U.S. jets", "US jets"),
        ("anti-government – “rebels”", 'anti government - "rebels"'),
        ("café, SÃO", "cafe\u0301 São"),
        ("a soft\u00adly printed word", "A softly printed word"),
        ("QARRAH, March 3", "Qarrah March 3"),
    ],
)
def test_type_makes_no_difference(printed: str, again: str) -> None:
    assert split(printed).folded == split(again).folded


def test_words_that_differ_stay_apart() -> None:
    assert split("14 killed").folded != split("15 killed").folded
    assert split("end. Next").folded == ("end", "next")


def test_each_word_knows_where_it_stands() -> None:
    text = "“Four” died in Deir Sahl’s market."
    words = split(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == [
        "Four", "died", "in", "Deir", "Sahl’s", "market",
    ]  # fmt: skip
    assert words.span(3, 5).of(text) == "Deir Sahl’s"


def test_what_is_left_out_has_no_words() -> None:
    text = "Share this page. Four died. Share this page."
    assert split(text, without=[Span(28, 44), Span(0, 16)]).folded == ("four", "died")


def test_the_same_numbers_in_another_process() -> None:
    """Fingerprints are kept in the record, so they may not hang on a process's own hash of strings."""
    code = "from dateline.text.shingles import *; print(shingles(split('four died in the market of qarrah')))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str(shingles(split("Four died in the market of Qarrah")))


@given(st.lists(WORD, max_size=40))
def test_one_number_for_each_run_of_words(words: list[str]) -> None:
    numbers = shingles(split(" ".join(words)))
    assert len(numbers) == max(0, len(words) - SHINGLE + 1)
    assert all(0 <= number < 2**61 for number in numbers)
    for i, one in enumerate(numbers):
        for j, other in enumerate(numbers):
            assert (one == other) == (words[i : i + SHINGLE] == words[j : j + SHINGLE])


@given(st.lists(WORD, max_size=30), st.lists(WORD, max_size=30), st.lists(WORD, min_size=12, max_size=30))
def test_a_shared_run_of_words_always_shares_a_fingerprint(before: list[str], after: list[str], run: list[str]) -> None:
    """Winnowing's guarantee: a run of SHINGLE + WINDOW - 1 words cannot be missed, whatever stands around it."""
    assert len(run) >= SHINGLE + WINDOW - 1
    one, other = (winnow(shingles(split(" ".join(words)))) for words in (before + run, run + after))
    assert one & other


@given(st.lists(st.integers(0, 50), max_size=60), st.integers(1, 9))
def test_every_window_keeps_its_smallest_number(numbers: list[int], window: int) -> None:
    windows = [numbers[n : n + window] for n in range(max(1, len(numbers) - window + 1))]
    assert winnow(numbers, window=window) == {min(each) for each in windows if each}
