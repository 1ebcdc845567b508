"""Word pieces: cut as BERT's uncased vocabulary is meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.pieces import MOST, Pieces, shape
from dateline.annotate.wordpiece import WordPiece
from tests.factories import sentence_of

VOCABULARY = ["[UNK]", "shell", "##ing", "##ed", "s", "##hell", "cafe", "$", "5", "'", "t", "don", "中", "##5"]
CUTTER = WordPiece(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("shelling", ["shell", "##ing"]),
        ("Shelled", ["shell", "##ed"]),
        ("CAFÉ", ["cafe"]),
        ("$5", ["$", "5"]),
        ("don't", ["don", "'", "t"]),
        ("55", ["5", "##5"]),
        ("中中", ["中", "中"]),
        ("sh\u200bell", ["shell"]),
        ("shelter", ["[UNK]"]),
        ("s" + "hell" * 40, ["[UNK]"]),
        ("\u00a0", []),
        ("", []),
    ],
)
def test_words_are_cut_longest_piece_first(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in CUTTER.cut(word)] == pieces


@given(st.text(max_size=40))
def test_any_text_is_cut_into_known_pieces(text: str) -> None:
    assert all(0 <= number < len(VOCABULARY) for number in CUTTER.cut(text))


@pytest.mark.parametrize(
    ("word", "kind"),
    [("61", 1), ("T-72", 2), ("NATO", 3), ("Aleppo", 4), ("killed", 5), (",", 0), ("A", 4), ("", 0)],
)
def test_how_a_word_is_written(word: str, kind: int) -> None:
    assert shape(word) == kind


def test_the_words_of_an_article() -> None:
    words = Pieces(CUTTER).words([sentence_of("Shelling shelled"), sentence_of("$5", start=20)])
    assert words.sentences == ((0, 2), (2, 4))
    assert words.sentence_of == (0, 0, 1, 1)
    assert words.pieces[0] == (1, 2)
    assert words.sizes == [2, 2, 1, 1]


def test_no_word_has_more_than_so_many_pieces() -> None:
    words = Pieces(CUTTER).words([sentence_of("5" * 40)])
    assert words.sizes == [MOST]
