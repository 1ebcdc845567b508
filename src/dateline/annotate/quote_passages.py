"""Quoted passages of an article: what stands between quotation marks, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.annotation import Sentence
from dateline.model.span import Span, cover
from dateline.text.quotation import CLOSING, MARKS, STRAIGHT, TYPED, quoted_passages

MOST_BETWEEN = 1  # paragraphs without a mark inside a quotation; after more of them its mark was lost
SHORTEST_SENTENCE = 3
SHORTEST_SPEECH = 4  # words; shorter quoted words are scare quotes or names unless a cue stands beside them


def find_passages(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """What stands between quotation marks, in text order.

    A paragraph that closes a quotation without opening one goes on with the one that an earlier one left open; so do
    those without any mark between the two.
    """
    found: list[Span] = []
    was_open = False
    between: list[Span] = []  # paragraphs without a mark after one that was left open
    for paragraph in _paragraphs(sentences):
        if was_open and len(between) < MOST_BETWEEN and MARKS.search(text, paragraph.start, paragraph.end) is None:
            between.append(paragraph)
            continue
        inside = quoted_passages(text, paragraph.start, paragraph.end)
        if was_open and (closed := _closed_at(text, paragraph)) is not None:
            rest = min(closed[1], paragraph.end)
            inside = [*between, Span(paragraph.start, closed[0]), *quoted_passages(text, rest, paragraph.end)]
        found += inside
        was_open, between = bool(inside) and inside[-1].end == paragraph.end, []
    return found


def goes_on_in(text: str, passage: Span, later: Span) -> bool:
    """Whether `later`, the next passage, goes on with `passage`, which its paragraph leaves open."""
    return MARKS.match(text, passage.end) is None and not MARKS.sub("", text[passage.end : later.start]).strip()


def is_speech(text: str, passage: Span) -> bool:
    """Whether a passage is long enough, or a sentence with its stop, to be speech without a cue beside it."""
    words = passage.of(text).split()
    whole = len(words) >= SHORTEST_SENTENCE and words[0][0].isupper() and words[-1][-1] in ".!?"
    return whole or len(words) >= SHORTEST_SPEECH


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    spans: dict[int, list[Span]] = {}
    for sentence in sentences:
        spans.setdefault(sentence.paragraph, []).append(sentence.span)
    return [cover(inside) for inside in spans.values()]


def _closed_at(text: str, paragraph: Span) -> tuple[int, int] | None:
    """Where the first mark of the paragraph stands and ends, if it closes.

    A straight one does with no space before it and no word after it, or where no other is left to close it.
    """
    mark = MARKS.search(text, paragraph.start, paragraph.end)
    if mark is None or mark.start() == paragraph.start:
        return None
    at = mark.start()
    after = text[mark.end() : mark.end() + 1]
    either = mark[0] in {STRAIGHT, TYPED}
    shaped = either and not text[at - 1].isspace() and (mark.end() >= paragraph.end or not after.isalnum())
    shaped |= either and MARKS.search(text, mark.end(), paragraph.end) is None
    return mark.span() if mark[0] in CLOSING or shaped else None
