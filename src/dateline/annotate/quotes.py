"""Quotations: reported and direct speech with its speaker, over a whole article."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.cues import Cue, find_cues
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Quote, Sentence
from dateline.model.span import Span, cover
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree
from dateline.text.quotation import quoted_passages

SHORTEST_SPEECH = 4  # words; shorter quoted words are scare quotes or names unless a cue stands beside them


def find_quotes(text: str, trees: Sequence[Tree]) -> tuple[Quote, ...]:
    """All quotations of an article in text order.

    Indirect and direct speech with a cue in its own sentence comes first; then direct speech without one takes the
    speaker of its passage, of its paragraph, or of the paragraph before.
    """
    quoted = _passages(text, [tree.sentence for tree in trees])
    passages = [p for p in quoted if len(p.of(text).split()) >= SHORTEST_SPEECH]
    quotes: list[Quote] = []
    cued: dict[int, list[Cue]] = {}
    for tree in trees:
        cues = [cue for cue in find_cues(tree) if not _leaks(cue, passages)]
        cued[tree.sentence.index] = cues
        quotes += [_quote(cue, passages, quoted) for cue in cues if cue.contents]
    quotes += _monologues(text, trees, cued, passages)
    speakers = _Speakers(text, trees, cued)
    near = SpanIndex((tree.sentence.span, tree) for tree in trees)
    quotes += [q for passage in passages if (q := _uncued(passage, near.touching(passage), cued, speakers))]
    return tuple(sorted(quotes, key=lambda q: (q.contents[0].start, q.contents[0].end)))


def _monologues(text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]], passages: Sequence[Span]) -> list[Quote]:
    """Statements printed without quotation marks after "X said:", up to the next paragraph with a cue of its own."""
    out: list[Quote] = []
    for number, tree in enumerate(trees):
        opening = next((cue for cue in cued[tree.sentence.index] if not cue.contents), None)
        if opening is None:
            continue
        inside = []
        for later in trees[number + 1 :]:
            if later.sentence.span.of(text)[0] in '“"' or any(not _inside(c.words, passages) and c.verb.dep == "ROOT"
                                                              for c in cued[later.sentence.index]):  # fmt: skip
                break
            inside.append(later.sentence.span)
        if inside:
            out.append(Quote(opening.sources, (opening.words,), (cover(inside),), direct=True))
    return out


def _passages(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    paragraphs: dict[int, list[Span]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence.span)
    wholes = [cover(spans) for spans in paragraphs.values()]
    return [passage for whole in wholes for passage in quoted_passages(text, whole.start, whole.end)]


def _leaks(cue: Cue, passages: Sequence[Span]) -> bool:
    """Whether a cue inside quotation marks seems to report words outside them: what is quoted reports nothing there."""
    around = next((p for p in passages if p.contains(cue.words)), None)
    return around is not None and any(not around.contains(content) for content in cue.contents)


def _inside(span: Span, passages: Sequence[Span]) -> bool:
    return any(passage.contains(span) for passage in passages)


def _quote(cue: Cue, passages: Sequence[Span], quoted: Sequence[Span]) -> Quote:
    """Direct: some of what is said stands in a long quotation, or a part of it wholly between quotation marks."""
    direct = any(p.overlaps(c) for p in passages for c in cue.contents) or any(_inside(c, quoted) for c in cue.contents)
    return Quote(cue.sources, (cue.words,), cue.contents, direct)


class _Speakers:
    """Who spoke where: named speakers first, since a pronoun says little away from its sentence.

    A pronoun stands for the named speaker of its paragraph or the one before; later it speaks for itself.
    """

    def __init__(self, text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]]) -> None:
        self._named: dict[int, list[tuple[int, tuple[Span, ...]]]] = {}  # by paragraph: where, who
        last: tuple[int, tuple[Span, ...]] = (-2, ())
        for tree in trees:
            paragraph = tree.sentence.paragraph
            for cue in cued[tree.sentence.index]:
                pronoun = cue.sources[0].of(text).lower() in word_class("speaker_pronouns")
                last = (paragraph, last[1] if pronoun and paragraph - last[0] <= 1 else cue.sources)
                self._named.setdefault(paragraph, []).append((cue.words.start, last[1]))

    def of(self, passage: Span, paragraph: int) -> tuple[Span, ...]:
        """The last speaker before `passage` in its paragraph or the one before, else the next one after it there."""
        own, earlier, later = (self._named.get(paragraph + step, []) for step in (0, -1, 1))
        before = [row for row in (*earlier, *own) if row[0] < passage.start]
        after = [row for row in (*own, *later) if row[0] >= passage.end]
        chosen = max(before, key=lambda row: row[0]) if before else after[0] if after else None
        if chosen is None:
            return ()
        # a quotation over paragraphs keeps its speaker
        self._named.setdefault(paragraph, []).append((passage.start, chosen[1]))
        return chosen[1]


def _uncued(passage: Span, trees: Sequence[Tree], cued: dict[int, list[Cue]], speakers: _Speakers) -> Quote | None:
    """The sentences of a quoted passage that have no cue of their own, as one quote of whoever speaks there."""
    silent = [
        tree.sentence
        for tree in trees
        if not any(content.overlaps(passage) for cue in cued[tree.sentence.index] for content in cue.contents)
    ]
    if not silent:
        return None
    beside = [c for tree in trees for c in cued[tree.sentence.index] if any(x.overlaps(passage) for x in c.contents)]
    sources = beside[0].sources if beside else speakers.of(passage, silent[0].paragraph)
    start = max(passage.start, silent[0].start)
    end = min(passage.end, silent[-1].end)
    return Quote(sources, (), (Span(start, end),), direct=True) if start < end else None
