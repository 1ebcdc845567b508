"""Quotations: reported and direct speech with its speaker, over a whole article."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.cues import Cue, find_cues
from dateline.model.annotation import Quote, Sentence
from dateline.model.span import Span, cover
from dateline.model.tree import Tree
from dateline.text.quotation import quoted_passages

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we"})
SHORTEST_SPEECH = 4  # words; shorter quoted words are scare quotes or names unless a cue stands beside them


def find_quotes(text: str, trees: Sequence[Tree]) -> tuple[Quote, ...]:
    """All quotations of an article in text order.

    Indirect and direct speech with a cue in its own sentence comes first; then direct speech without one takes the
    speaker of its passage, of its paragraph, or of the paragraph before.
    """
    passages = _passages(text, [tree.sentence for tree in trees])
    quotes: list[Quote] = []
    cued: dict[int, list[Cue]] = {}
    for tree in trees:
        cues = [cue for cue in find_cues(tree) if not _inside(cue.words, passages) or cue.verb.lemma != "say"]
        cued[tree.sentence.index] = cues
        quotes += [_quote(cue, passages) for cue in cues]
    speakers = _Speakers(text, trees, cued)
    quotes += [q for passage in passages if (q := _uncued(passage, trees, cued, speakers))]
    return tuple(sorted(quotes, key=lambda q: (q.contents[0].start, q.contents[0].end)))


def _passages(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    paragraphs: dict[int, list[Span]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence.span)
    wholes = [cover(spans) for spans in paragraphs.values()]
    found = [passage for whole in wholes for passage in quoted_passages(text, whole.start, whole.end)]
    return [p for p in found if len(p.of(text).split()) >= SHORTEST_SPEECH]


def _inside(span: Span, passages: Sequence[Span]) -> bool:
    return any(passage.contains(span) for passage in passages)


def _quote(cue: Cue, passages: Sequence[Span]) -> Quote:
    direct = any(passage.overlaps(content) for passage in passages for content in cue.contents)
    return Quote(cue.sources, (cue.words,), cue.contents, direct)


class _Speakers:
    """Who spoke where: named speakers only, since a pronoun says little away from its sentence."""

    def __init__(self, text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]]) -> None:
        self._named = [
            (tree.sentence.paragraph, cue.words.start, cue.sources)
            for tree in trees
            for cue in cued[tree.sentence.index]
            if cue.sources[0].of(text).lower() not in PRONOUNS
        ]

    def of(self, passage: Span, paragraph: int) -> tuple[Span, ...]:
        """The last speaker before `passage` in its paragraph or the one before, else the next one after it there."""
        before = [s for p, at, s in self._named if at < passage.start and p in {paragraph, paragraph - 1}]
        after = [s for p, at, s in self._named if at >= passage.end and p in {paragraph, paragraph + 1}]
        return before[-1] if before else after[0] if after else ()


def _uncued(
    passage: Span, trees: Sequence[Tree], cued: dict[int, list[Cue]], speakers: _Speakers
) -> Quote | None:
    """The sentences of a quoted passage that have no cue of their own, as one quote of whoever speaks there."""
    silent = [
        tree.sentence
        for tree in trees
        if tree.sentence.span.overlaps(passage)
        and not any(content.overlaps(passage) for cue in cued[tree.sentence.index] for content in cue.contents)
    ]
    if not silent:
        return None
    sources = speakers.of(passage, silent[0].paragraph)
    start = max(passage.start, silent[0].start)
    end = min(passage.end, silent[-1].end)
    return Quote(sources, (), (Span(start, end),), direct=True) if start < end else None
