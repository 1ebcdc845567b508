"""Quoted passages of an article: what stands between quotation marks, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.annotation import Sentence
from dateline.model.span import Span, cover
from dateline.text.quotation import CLOSING, MARKS, STRAIGHT, TYPED, quoted_passages

SHORTEST_SPEECH = 4  # words; shorter quoted words are scare quotes or names unless a cue stands beside them


def find_passages(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """What stands between quotation marks, in text order.

    A paragraph that closes a quotation without opening one goes on with the one that its predecessor left open.
    """
    found: list[Span] = []
    was_open = False
    for paragraph in _paragraphs(sentences):
        inside = quoted_passages(text, paragraph.start, paragraph.end)
        if was_open and (closed := _closed_at(text, paragraph)) is not None:
            rest = min(closed[1], paragraph.end)
            inside = [Span(paragraph.start, closed[0]), *quoted_passages(text, rest, paragraph.end)]
        found += inside
        was_open = bool(inside) and inside[-1].end == paragraph.end
    return found


def is_speech(text: str, passage: Span) -> bool:
    """Whether a passage is long enough to be speech without a cue beside it."""
    return len(passage.of(text).split()) >= SHORTEST_SPEECH


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    spans: dict[int, list[Span]] = {}
    for sentence in sentences:
        spans.setdefault(sentence.paragraph, []).append(sentence.span)
    return [cover(inside) for inside in spans.values()]


def _closed_at(text: str, paragraph: Span) -> tuple[int, int] | None:
    """Where the first mark of the paragraph stands and ends, if it closes: no space before it, no word after it."""
    mark = MARKS.search(text, paragraph.start, paragraph.end)
    if mark is None or mark.start() == paragraph.start:
        return None
    at = mark.start()
    after = text[mark.end() : mark.end() + 1]
    either = mark[0] in {STRAIGHT, TYPED}
    shaped = either and not text[at - 1].isspace() and (mark.end() >= paragraph.end or not after.isalnum())
    return mark.span() if mark[0] in CLOSING or shaped else None
