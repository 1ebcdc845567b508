"""Furniture and repetition: what of a text is not read, with the reason; the text itself keeps it."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.furniture import furniture_rule
from dateline.model.article import Article, Dropped
from dateline.model.span import Span
from dateline.read.repetition import repeats
from dateline.text.layout import blocks

_HEADLINE = 130  # characters: a linked headline is not longer
_WRAPPED = 45  # characters: from here on, a line without a full stop may run on in the next
_ENDINGS = (".", "!", "?", "…", ":", ";", "”", '"', "’", ")", "»")
_NO_HEADLINE_ENDS = (".", "!", "…", "”", '"', "»", ":", ",", ";")
_PROSE = 60  # characters: a line with a full stop from here on is prose


def mark_dropped(article: Article) -> Article:
    """The article with `dropped` filled: furniture and later copies, in text order, none overlapping another."""
    drops = _furniture(article.text)
    taken = {(drop.span.start, drop.span.end) for drop in drops}
    for copy, first in repeats(article.text):
        if (copy.start, copy.end) not in taken:
            drops.append(Dropped(copy, f"repeats characters {first.start}:{first.end}"))
    return replace(article, dropped=_apart(drops))


def kept_text(article: Article) -> str:
    """The text without what is dropped, a line break in the place of each passage left out."""
    pieces, at = [], 0
    for drop in article.dropped:
        pieces.append(article.text[at : drop.span.start])
        at = drop.span.end
    return "\n".join([*pieces, article.text[at:]])


def _furniture(text: str) -> list[Dropped]:
    drops: list[Dropped] = []
    after_prose = heading = False
    for block in blocks(text):
        for at, line in enumerate(block):
            said = line.of(text)
            rule = None if _runs_on(text, block, at) else furniture_rule(said)
            if rule:
                drops.append(Dropped(line, rule.reason))
                heading = after_prose and (rule.opens_list or heading)
            elif heading and _is_headline(said):
                drops.append(Dropped(line, "related link"))
            else:
                heading = False
                after_prose = after_prose or (len(said) >= _PROSE and said.endswith(_ENDINGS))
    return drops


def _runs_on(text: str, block: list[Span], at: int) -> bool:
    """Whether the line is part of a sentence that is broken over lines, so that it says nothing by itself."""
    before = block[at - 1].of(text) if at else ""
    after = block[at + 1].of(text) if at + 1 < len(block) else ""
    said = block[at].of(text)
    continues = len(before) >= _WRAPPED and not before.endswith(_ENDINGS)
    return after[:1].islower() or (continues and (said[:1].islower() or said.endswith(".")))


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE and not line.endswith(_NO_HEADLINE_ENDS)


def _apart(drops: list[Dropped]) -> tuple[Dropped, ...]:
    """In text order; of two that overlap, the longer."""
    kept: list[Dropped] = []
    for drop in sorted(drops, key=lambda d: (d.span.start, -d.span.end)):
        if not kept or not kept[-1].span.overlaps(drop.span):
            kept.append(drop)
    return tuple(kept)
