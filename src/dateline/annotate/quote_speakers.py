"""Who spoke where: whose words a quotation without a cue is."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.cues import Cue
from dateline.lexicon.grammar import word_class
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

Row = tuple[int, Cue, tuple[Span, ...]]  # where, the cue, the chain with a name for a pronoun where one is known


class Speakers:
    """The speakers of an article by paragraph, those outside quotation marks only.

    A pronoun stands for the named speaker of its paragraph or the one before; later it speaks for itself.
    """

    def __init__(self, text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]], passages: Sequence[Span]) -> None:
        self._rows: dict[int, list[Row]] = {}
        quoted = SpanIndex((passage, passage) for passage in passages)
        last: tuple[int, tuple[Span, ...]] = (-2, ())
        for tree in trees:
            paragraph = tree.sentence.paragraph
            for cue in cued[tree.sentence.index]:
                by_noun = cue.verb.pos == "NOUN" and cue.chain[:1] and cue.chain[0].contains(cue.words)
                if cue.kind != "said" or not cue.chain or by_noun or quoted.around(cue.words):
                    continue
                pronoun = cue.chain[0].of(text).lower() in word_class("speaker_pronouns")
                last = (paragraph, last[1] if pronoun and last[1] and paragraph - last[0] <= 1 else cue.chain)
                self._rows.setdefault(paragraph, []).append((cue.words.start, cue, last[1]))

    def of(self, passage: Span, paragraph: int) -> tuple[Cue | None, tuple[Span, ...]]:
        """The last speaker before `passage` in its paragraph or the one before, else the next one after it there.

        In its own paragraph a pronoun speaks for itself.
        """
        own, earlier, later = (self._rows.get(paragraph + step, []) for step in (0, -1, 1))
        before = [row for row in (*earlier, *own) if row[0] < passage.start]
        after = [row for row in (*own, *later) if row[0] >= passage.end]
        chosen = max(before, key=lambda row: row[0]) if before else after[0] if after else None
        if chosen is None:
            return None, ()
        # a quotation over paragraphs keeps its speaker
        self._rows.setdefault(paragraph, []).append((passage.start, chosen[1], chosen[2]))
        return (chosen[1], chosen[1].chain) if chosen in own else (chosen[1], chosen[2])
