"""An article for reading: runs of pieces, copies, addresses that may be followed."""

from __future__ import annotations

# Makers below hand their keywords on.
# ruff: noqa: ANN401
from typing import Any

import pytest

from dateline.serve.present.highlights import DROPPED, EVIDENCE, Mark, paragraphs
from dateline.serve.present.reader import reading, runs, web_address
from tests.factories import DISPATCH, claim, stored


def article(text: str = DISPATCH, **fields: Any) -> dict[str, Any]:
    head = {"id": "qarrah", "hash": "a1", "url": None, "publisher": "The Post", "title": "T", "published": None}
    return head | {"language": "en", "text": text, "dropped": [], "claims": [], "issues": []} | fields


def test_pieces_of_one_claim_are_one_run() -> None:
    (line,) = runs(paragraphs("Shells hit it. Calm.", [Mark(0, 14, EVIDENCE, "a"), Mark(7, 10, "trigger", "a")]))
    assert [(run.claim, "".join(piece.text for piece in run.pieces)) for run in line] == [
        ("a", "Shells hit it."),
        ("", " Calm."),
    ]


def test_the_reason_for_leaving_words_out_is_told_once() -> None:
    lines = list(runs(paragraphs("News\nRead more\nAlso read\nEnd", [Mark(5, 24, DROPPED, "links")])))
    assert [[(run.dropped, run.why) for run in line] for line in lines] == [
        [("", "")],
        [("links", "links")],
        [("links", "")],
        [("", "")],
    ]


def test_what_a_copy_shares_is_marked_when_asked_for() -> None:
    other = {"hash": "b2", "name": "again", "title": None, "publisher": "The Echo", "published": "2021-03-04"}
    copy = {"other": other, "kind": "edited", "reason": "edited: half", "mine": 0.5, "theirs": 1.0}
    passages = [{"here": [0, 8], "there": [3, 11], "words": 1}]
    copies = [copy | {"passages": passages}]
    plain = reading(article(), copies)
    assert [(one.other.label, one.passages) for one in plain.copies] == [("The Echo", ("Shelling",))]
    assert not any(piece.shared for line in plain.lines for run in line for piece in run.pieces)
    marked = reading(article(), copies, against="b2")
    shared = [piece.text for line in marked.lines for run in line for piece in run.pieces if piece.shared]
    assert shared == ["Shelling"]


def test_what_stands_beside_the_text() -> None:
    (row,) = stored(claim(killed=14))
    doubt = {"stage": "ground", "reason": "place not\nlocated", "where": "", "remedy": None, "text": "x", "start": 0}
    found = reading(article(claims=[row.claim], issues=[doubt], dropped=[{"start": 0, "end": 8, "reason": "caption"}]))
    assert found.events == {row.id: "assault"}
    assert found.readings[row.id].startswith("14 killed · ASSAULT")
    assert (found.kinds, found.left_out) == (("assault",), 8)
    assert [(one.reason, one.words, one.remedy) for one in found.doubts] == [("place not located", "x", "")]


ADDRESSES = [
    ("https://post.example/a", "https://post.example/a"),
    ("HTTP://post.example/a", "HTTP://post.example/a"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "wanted"), ADDRESSES)
def test_only_web_addresses_become_links(url: str | None, wanted: str | None) -> None:
    assert web_address(url) == wanted
