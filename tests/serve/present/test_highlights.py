"""Claims marked in a text: whatever overlaps, every character is shown once and in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.present.highlights import (
    DROPPED,
    EVIDENCE,
    SHARED,
    TRIGGER,
    Mark,
    Piece,
    marks_of,
    paragraphs,
    pieces,
    quoted,
)

TEXT = "Shells hit Qarrah. Two died."

CASES: list[tuple[str, list[Mark], list[Piece]]] = [
    ("nothing marked", [], [Piece(TEXT)]),
    (
        "evidence with its trigger",
        [Mark(0, 18, EVIDENCE, "a"), Mark(7, 10, TRIGGER, "a")],
        [
            Piece("Shells ", ("a",), ("a",)),
            Piece("hit", ("a",), trigger=True),
            Piece(" Qarrah.", ("a",)),
            Piece(" Two died."),
        ],
    ),
    (
        "two that overlap: the shorter one first",
        [Mark(0, 18, EVIDENCE, "a"), Mark(7, 28, EVIDENCE, "b")],
        [
            Piece("Shells ", ("a",), ("a",)),
            Piece("hit Qarrah.", ("a", "b"), ("b",)),
            Piece(" Two died.", ("b",)),
        ],
    ),
    (
        "two on the same words",
        [Mark(0, 6, EVIDENCE, "b"), Mark(0, 6, EVIDENCE, "a")],
        [Piece("Shells", ("a", "b"), ("b", "a")), Piece(" hit Qarrah. Two died.")],
    ),
    (
        "what was dropped and what is shared",
        [Mark(0, 6, DROPPED, "caption"), Mark(3, 10, SHARED)],
        [
            Piece("She", dropped="caption"),
            Piece("lls", dropped="caption", shared=True),
            Piece(" hit", shared=True),
            Piece(" Qarrah. Two died."),
        ],
    ),
    (
        "a mark beyond the end ends with the text",
        [Mark(23, 99, SHARED)],
        [Piece(TEXT[:23]), Piece("died.", shared=True)],
    ),
    (
        "marks without characters are left out",
        [Mark(3, 3, SHARED), Mark(40, 50, SHARED), Mark(-2, 4, SHARED)],
        [Piece(TEXT)],
    ),
]


@pytest.mark.parametrize(("marks", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pieces(marks: list[Mark], wanted: list[Piece]) -> None:
    assert list(pieces(TEXT, marks)) == wanted


_LAYERS = st.sampled_from([EVIDENCE, TRIGGER, DROPPED, SHARED])
_MARKS = st.lists(
    st.builds(Mark, st.integers(-3, 40), st.integers(-3, 40), _LAYERS, st.sampled_from("abc")), max_size=9
)


@given(st.text(alphabet="ab \nقل<&", max_size=30), _MARKS)
def test_every_character_is_shown_once_and_marked_by_what_covers_it(text: str, marks: list[Mark]) -> None:
    found = list(pieces(text, marks))
    assert "".join(piece.text for piece in found) == text
    at = 0
    for piece in found:
        covering = {m.word for m in marks if m.layer == EVIDENCE and 0 <= m.start <= at < m.end}
        assert set(piece.claims) == covering
        at += len(piece.text)


@given(st.text(alphabet="ab \n", max_size=30), _MARKS)
def test_paragraphs_hold_all_but_the_line_ends_and_every_claim_begins_once(text: str, marks: list[Mark]) -> None:
    shown = ["".join(piece.text for piece in line) for line in paragraphs(text, marks)]
    assert shown == [line for line in text.split("\n") if line.strip()]


def test_evidence_over_two_lines_begins_once() -> None:
    lines = paragraphs("one two\nthree four", [Mark(4, 13, EVIDENCE, "a")])
    assert [[(piece.text, piece.begins) for piece in line] for line in lines] == [
        [("one ", ()), ("two", ("a",))],
        [("three", ()), (" four", ())],
    ]


def test_marks_of_an_article() -> None:
    words = {"text": "hit", "start": 7, "end": 10}
    claim = {"id": "c1", "evidence": {"text": TEXT[:18], "start": 0, "end": 18}, "trigger": words}
    article = {"claims": [claim], "dropped": [{"start": 18, "end": 28, "reason": "repeats"}]}
    assert marks_of(article, [(0, 3)]) == [
        Mark(18, 28, DROPPED, "repeats"),
        Mark(0, 18, EVIDENCE, "c1"),
        Mark(7, 10, TRIGGER, "c1"),
        Mark(0, 3, SHARED),
    ]
    assert [(piece.text, piece.trigger) for piece in quoted(claim)] == [
        ("Shells ", False),
        ("hit", True),
        (" Qarrah.", False),
    ]


def test_a_trigger_outside_the_evidence_marks_nothing_in_it() -> None:
    claim = {
        "id": "c1",
        "evidence": {"text": "Two\ndied.", "start": 19, "end": 28},
        "trigger": {"text": "hit", "start": 7, "end": 10},
    }
    assert quoted(claim) == (Piece("Two died."),)
