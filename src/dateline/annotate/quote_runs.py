"""Speech that goes on in later sentences without quotation marks: statements after "X said:"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.annotate.cues import Cue
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.span import Span, cover
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

TURN = re.compile(r"[A-Z][\w.’' -]{0,40}:")  # how a speaker's turn begins in a transcript
FARTHEST = 3  # sentences without "we" or "our" that a statement may have between two with


def goes_on(
    text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]], passages: Sequence[Span]
) -> Iterator[tuple[Cue, Span]]:
    """Cues with what their speakers say in later sentences, outside quotation marks."""
    quoted = SpanIndex((passage, passage) for passage in passages)
    for number, tree in enumerate(trees):
        for cue in cued[tree.sentence.index]:
            if cue.kind != "said" or quoted.around(cue.words):
                continue
            if not cue.contents:
                run = _statement(text, _from(trees, number + 1), cue, cued, quoted)
            elif _colon(text, cue):
                run = _paragraph(text, _from(trees, number + 1), tree, cued, quoted)
            else:
                run = []
            if run:
                yield cue, cover(run)


def _from(trees: Sequence[Tree], start: int) -> Iterator[Tree]:
    return (trees[number] for number in range(start, len(trees)))


def _statement(
    text: str, later: Iterable[Tree], opening: Cue, cued: dict[int, list[Cue]], quoted: SpanIndex[Span]
) -> list[Span]:
    """Sentences printed without quotation marks after "X said:", up to the next speaker or one that names X."""
    inside: list[Span] = []
    name = opening.chain[0].of(text).split()[-1]
    for tree in later:
        words = tree.sentence.span.of(text)
        if words[0] in '“"' or _speaks(tree, cued, quoted) or any(t.text == name for t in tree.tokens):
            break
        inside.append(tree.sentence.span)
    return inside


def _speaks(tree: Tree, cued: dict[int, list[Cue]], quoted: SpanIndex[Span]) -> bool:
    """Whether somebody else speaks in the main clause of a sentence, outside quotation marks."""
    words = reporting()
    papers = words.documents | words.nouns
    for cue in cued[tree.sentence.index]:
        main = (cue.verb.dep == "ROOT" and cue.verb.lemma in words.saying) or cue.verb.text == ":"
        outside = main and not quoted.around(cue.words)
        head = tree.head_of(cue.chain[0]) if outside and cue.chain else None
        if outside and not (head is not None and head.lemma in papers):  # "this report makes clear that ..."
            return True
    return False


def _colon(text: str, cue: Cue) -> bool:
    """Whether a colon without a quotation mark opens what is said: "X said: The road is mined."."""
    start = cue.contents[0].start
    return cue.words.start < start and text[cue.words.start : start].rstrip()[-1:] == ":"


def _paragraph(
    text: str, later: Iterable[Tree], tree: Tree, cued: dict[int, list[Cue]], quoted: SpanIndex[Span]
) -> list[Span]:
    """The sentences of the same paragraph up to another speaker or a quotation, and later ones up to a "we"."""
    inside: list[Span] = []
    more: list[Span] = []  # sentences of later paragraphs since the last that speaks in the first person
    for after in later:
        if _speaks(after, cued, quoted) or quoted.touching(after.sentence.span):
            break
        if after.sentence.paragraph == tree.sentence.paragraph:
            inside.append(after.sentence.span)
            continue
        if TURN.match(after.sentence.span.of(text)):
            break
        more.append(after.sentence.span)
        if any(t.text.lower() in word_class("first_person") for t in after.tokens):
            inside += more
            more = []
        elif len(more) > FARTHEST:
            break
    return inside
