"""Stepping the parser from here reads what spaCy's own loop reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.annotate import steps
from dateline.annotate.parser import Parser
from dateline.annotate.steps import Steps
from dateline.annotate.word_forms import COMPONENTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXTS = [
    "Shells fell on the market of Qarrah on Monday, killing nine people and wounding 23, doctors said.",
    "",
    "General Orlov of the SDF told Reuters that 14,000 had fled. He gave no names. Aid came late.",
    "U.S.-backed fighters won't leave.",
    " \n ",
]


def _docs(parser: Parser) -> list[Doc]:
    return [parser._language.make_doc(text) for text in TEXTS]


def _read(doc: Doc) -> list[tuple[str, str, int, str, int]]:
    return [(t.tag_, t.dep_, t.head.i, t.ent_iob_ + t.ent_type_, int(t.is_sent_start or 0)) for t in doc]


@pytest.mark.parametrize("batch", [1, 2, 32])
def test_documents_are_read_as_by_spacy(parser: Parser, batch: int) -> None:
    expected = [_read(doc) for doc in parser._language.pipe(_docs(parser), disable=list(COMPONENTS))]
    docs = _docs(parser)
    Steps(parser._language, without=COMPONENTS, batch=batch).annotate(docs)
    assert [_read(doc) for doc in docs] == expected


def test_few_words_are_read_together(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory grows with the words that are read together; a document that is longer than the limit goes alone."""
    monkeypatch.setattr(steps, "TOGETHER", 10)
    sizes = [[len(doc) for doc in some] for some in steps._together(sorted(_docs(parser), key=len), 32)]
    assert [size for some in sizes for size in some] == sorted(map(len, _docs(parser)))
    assert all(sum(some) <= 10 or len(some) == 1 for some in sizes)


def test_no_document_is_nothing_to_do(parser: Parser) -> None:
    Steps(parser._language, without=COMPONENTS, batch=32).annotate([])
