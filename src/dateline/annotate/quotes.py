"""Quotations: reported and direct speech with its speaker, over a whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.annotate.cues import Cue, find_cues
from dateline.annotate.quote_colon import is_shouted
from dateline.annotate.quote_keeping import with_relays
from dateline.annotate.quote_passages import find_passages, goes_on_in, is_speech
from dateline.annotate.quote_runs import goes_on
from dateline.annotate.quote_speakers import Speakers
from dateline.model.annotation import Quote, Sentence
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

MOST_OUTSIDE = 3  # words of its sentences that a passage of whole sentences may leave out: "But", "Then he"
Gained = dict[Span, list[Span]]  # by the words of a cue: what its speaker says in later sentences


def find_quotes(text: str, trees: Sequence[Tree]) -> tuple[Quote, ...]:
    """All quotations of an article in text order.

    Indirect and direct speech with a cue in its own sentence comes first; direct speech without one goes to the
    speaker of its passage, of its paragraph, or of the paragraph before.
    """
    quoted = find_passages(text, [tree.sentence for tree in trees])
    passages = [passage for passage in quoted if is_speech(text, passage)]
    inside = SpanIndex((passage, passage) for passage in passages)
    found = {tree.sentence.index: [cue for cue in find_cues(tree) if not _leaks(cue, inside)] for tree in trees}
    cued = _without_datelines(text, found)
    gained, loose = _uncued(text, trees, cued, passages)
    for cue, span in goes_on(text, trees, cued, passages):
        gained.setdefault(cue.words, []).append(span)
    marks = SpanIndex((passage, passage) for passage in quoted)
    cued = with_relays(text, trees, cued)
    told = [_quote(text, cue, gained.get(cue.words, []), inside, marks) for cues in cued.values() for cue in cues]
    quotes = [quote for quote in told if quote.contents]
    return tuple(sorted([*_outer(quotes), *loose], key=lambda q: (q.contents[0].start, q.contents[0].end)))


def _leaks(cue: Cue, passages: SpanIndex[Span]) -> bool:
    """Whether a cue inside quotation marks seems to report words outside them: what is quoted reports nothing there."""
    return any(not around.contains(content) for around in passages.around(cue.words) for content in cue.contents)


def _without_datelines(text: str, cued: dict[int, list[Cue]]) -> dict[int, list[Cue]]:
    """The cues without places in capitals before a colon ("HOMS: Rebels ..."): a speaker in capitals speaks again."""
    shouted = Counter(cue.chain[0].of(text) for cues in cued.values() for cue in cues if cue.verb.text == ":")
    once = {name for name, count in shouted.items() if count < 2 and is_shouted(name)}
    if not once:
        return cued
    return {
        number: [cue for cue in cues if cue.verb.text != ":" or cue.chain[0].of(text) not in once]
        for number, cues in cued.items()
    }


def _quote(text: str, cue: Cue, more: Iterable[Span], passages: SpanIndex[Span], marks: SpanIndex[Span]) -> Quote:
    """Direct: some of what is said stands in a long quotation, or a part of it wholly between quotation marks."""
    contents = _joined(text, [*cue.contents, *more])
    direct = any(passages.touching(c) or marks.around(c) for c in contents)
    quoted = [p for content in contents for p in passages.touching(content) if not p.contains(cue.words)]
    kind = "said" if quoted else cue.kind  # "called it “a crime against us all”"
    return Quote(cue.sources, (cue.words,), contents, direct, cue.chain, kind)


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those with nothing but blanks and marks between them as one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if out and (span.start <= out[-1].end or not any(c.isalnum() for c in text[out[-1].end : span.start])):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _outer(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes without the private ones inside another: what a speaker says of somebody's wishes is said."""
    contents = SpanIndex((content, quote) for quote in quotes for content in quote.contents)
    return [q for q in quotes if q.kind == "said" or not any(o is not q for c in q.cues for o in contents.around(c))]


def _uncued(
    text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]], passages: Sequence[Span]
) -> tuple[Gained, list[Quote]]:
    """The quoted sentences without a cue of their own: what known cues gain, and quotes that have none."""
    gained: Gained = {}
    loose: list[Quote] = []
    speakers = Speakers(text, trees, cued, passages)
    near = SpanIndex((tree.sentence.span, tree) for tree in trees)
    told = [_beside(passage, near.touching(passage), cued) for passage in passages]
    for number in reversed(range(len(passages) - 1)):
        if not told[number] and goes_on_in(text, passages[number], passages[number + 1]):
            told[number] = told[number + 1]  # its speaker stands after the last paragraph of it
    for passage, beside in zip(passages, told, strict=True):
        around = near.touching(passage)
        silent = [tree.sentence for tree in around if not _told(tree.sentence, passage, beside)]
        if not silent or (not beside and not _whole(passage, around)):
            continue  # a few quoted words of somebody else's sentence
        words = Span(max(passage.start, silent[0].start), min(passage.end, silent[-1].end))
        owner, chain = (beside[0], beside[0].chain) if beside else speakers.of(passage, silent[0].paragraph)
        if owner is not None and chain == owner.chain:
            gained.setdefault(owner.words, []).append(words)
        else:
            loose.append(Quote(chain, (), (words,), direct=True, chain=chain))
    return gained, loose


def _beside(passage: Span, around: Iterable[Tree], cued: dict[int, list[Cue]]) -> list[Cue]:
    """The cues of the sentences around a passage that stand outside it and report some of it."""
    outside = [c for tree in around for c in cued[tree.sentence.index] if not passage.contains(c.words)]
    return [c for c in outside if any(content.overlaps(passage) for content in c.contents)]


def _whole(passage: Span, trees: Iterable[Tree]) -> bool:
    """Whether a passage makes whole sentences: nearly all words of those it touches stand in it."""
    outside = [
        t for tree in trees for t in tree.tokens if t.pos not in {"PUNCT", "SPACE"} and not passage.overlaps(t.span)
    ]
    return len(outside) <= MOST_OUTSIDE


def _told(sentence: Sentence, passage: Span, cues: Sequence[Cue]) -> bool:
    """Whether one of `cues` already reports the sentence's part of the passage."""
    return any(c.overlaps(passage) and c.overlaps(sentence.span) for cue in cues for c in cue.contents)
