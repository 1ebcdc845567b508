"""Paragraphs and sentences: where they begin and end in an article, leaving out what was dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from syntok import segmenter

from dateline.lexicon.grammar import word_class
from dateline.model.article import Article
from dateline.model.span import Span

LINE = re.compile(r"[^\n]*\n?")
CLOSED = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
WRAP_WIDTH = range(50, 90)  # hard-wrapped text has lines of about this many characters
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# "Published 4 May 2015", "Date of publication May 4, 2015 10:20", at the top or after a title
PUBLICATION_LINE = re.compile(
    r"(?:^|\b(?:published|publication|posted|updated)\b)[ :]{0,3}(?:(?:on|at|afp|ap)[ :]{1,2})?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
    rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}),? \d{{4}}(?:,? \d{{1,2}}:\d\d(?: ?[ap]m)?)?",
    re.IGNORECASE,
)
# "ALEPPO, Dec 8 (LEVANT WIRE) - ", "BEIRUT (AP) — ": where, when and for whom a dispatch was written
DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’ -]{2,40}(?:, ?[A-Z][\w. ]{2,25}){0,2},? ?\([A-Z][\w. ]{1,30}\) ?[-–—]+ ?", re.MULTILINE
)
TYPED_CLOSE = re.compile(r"[.!?]''\s+(?=[A-Z'])")  # two apostrophes typed for a closing mark
INITIALS = re.compile(r"(?:[A-Z]\.){2,4}")
SHORTEST = 4  # words; a sentence this short that ends in initials ("Anna Berg, U.N.") goes on
# "... in Qarrah, May 2015 (Anna Berg/AP Photo) Nine people ...": a caption's credit ends it
PHOTO_CREDIT = re.compile(r"\([A-Z][\w./& ]{1,40}(?:[Pp]hotos?|[Ii]mages)\)\s+(?=[A-Z])")
TITLE_WITHIN = 400  # a title is looked for this near the top of the text, in characters


def paragraphs(article: Article) -> list[Span]:
    """The article's paragraphs in order, without dropped passages; hard-wrapped lines are joined."""
    text = article.text
    lines = [m.span() for m in LINE.finditer(text) if m.end() > m.start()]
    wrapped = _hard_wrapped([text[a:b] for a, b in lines])
    blocks: list[tuple[int, int]] = []
    open_block = False
    for start, end in lines:
        line = text[start:end]
        if not line.strip():
            open_block = False
            continue
        if open_block and (wrapped or _continues(text[blocks[-1][0] : blocks[-1][1]], line)):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        open_block = True
    return [kept for block in blocks for kept in _without(article, block)]


def sentences(article: Article) -> Iterator[tuple[int, Span]]:
    """(paragraph number, sentence) pairs in text order."""
    cuts = _known_boundaries(article)
    for number, paragraph in enumerate(paragraphs(article)):
        inner = [cut for cut in cuts if paragraph.start < cut < paragraph.end]
        edges = [paragraph.start, *inner, paragraph.end]
        for start, end in pairwise(edges):
            for sentence in _split(article.text, start, end):
                yield number, sentence


def _hard_wrapped(lines: list[str]) -> bool:
    full = [line for line in lines if line.strip()]
    if len(full) < 5:
        return False
    fitting = sum(len(line.rstrip()) in WRAP_WIDTH for line in full)
    closed = sum(bool(CLOSED.search(line)) for line in full)
    return fitting > 0.5 * len(full) and closed < 0.5 * len(full)


def _continues(block: str, line: str) -> bool:
    return line.lstrip()[:1].islower() and not CLOSED.search(block)


def _without(article: Article, block: tuple[int, int]) -> Iterator[Span]:
    """The parts of a block that were not dropped, trimmed of white space."""
    at = block[0]
    inside = [d.span for d in article.dropped if d.span.start < block[1] and block[0] < d.span.end]
    for gap in sorted(inside):
        yield from _trim(article.text, at, gap.start)
        at = max(at, gap.end)
    yield from _trim(article.text, at, block[1])


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    body = inner.strip()
    if body:
        at = start + inner.index(body[0])
        yield Span(at, at + len(body))


def _known_boundaries(article: Article) -> list[int]:
    """Places where a sentence surely ends without a full stop: after a headline, before a repeated standfirst."""
    text, cuts = article.text, set()
    title = (article.title or "").strip()
    at = text.find(title, 0, TITLE_WITHIN + len(title)) if title else -1
    if at >= 0:
        cuts |= {at, at + len(title)}
    cuts |= {found.end() for pattern in (DATELINE, PHOTO_CREDIT) for found in pattern.finditer(text)}
    for line in PUBLICATION_LINE.finditer(text, 0, TITLE_WITHIN):
        cuts.add(line.end())
    for dropped in article.dropped:
        repeated = text[dropped.span.start : dropped.span.end].strip()
        first = text.find(repeated)
        if 0 <= first < dropped.span.start:
            cuts |= {first, first + len(repeated)}
    return sorted(cuts)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    starts = [
        start + sentence[0].offset for block in segmenter.analyze(text[start:end]) for sentence in block if sentence
    ]
    starts = sorted({*starts, *(found.end() for found in TYPED_CLOSE.finditer(text, start, end))})
    kept = [at for number, at in enumerate(starts) if not number or not _cut_short(text[starts[number - 1] : at])]
    for at, until in zip(kept, [*kept[1:], end], strict=False):
        yield from _trim(text, at, until)


def _cut_short(before: str) -> bool:
    """Whether a stop that seems to end `before` belongs to a title or to initials before a name."""
    words = before.split()
    return bool(words) and (_is_title(words[-1]) or (len(words) <= SHORTEST and bool(INITIALS.fullmatch(words[-1]))))


def _is_title(word: str) -> bool:
    return word[0].isupper() and word.lower() in word_class("titles")
