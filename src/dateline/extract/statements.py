"""STATEMENT: what a named source says in direct speech that names no other event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.scene import Scene
from dateline.extract.status import find_aux
from dateline.model.annotation import Quote, Token
from dateline.model.claim import ActorRef, Claim
from dateline.model.span import Span
from dateline.model.tree import Tree

FEWEST_WORDS = 4  # shorter quoted words are names and exclamations
CONFIDENCE = 0.3  # on the training texts about one in four is one that a coder wrote down too


def find_statements(scene: Scene, claims: Iterable[Claim], extractor: str) -> list[Claim]:
    """A claim for each sentence of attributed direct speech in which `claims` have none, in text order."""
    told = [claim.trigger for claim in claims]
    out: list[Claim] = []
    for quote in scene.annotated.quotes:
        if not quote.direct or not quote.sources:
            continue
        for content in quote.contents:
            if any(content.overlaps(trigger) for trigger in told):
                continue
            for tree, words in _sentences(scene, content):
                claim = _statement(tree, words, quote, extractor)
                if not any(claim.trigger.overlaps(other.trigger) for other in out):
                    out.append(claim)
    return out


def _sentences(scene: Scene, content: Span) -> Iterator[tuple[Tree, list[Token]]]:
    """The sentences of what is said, each with its words inside the quotation."""
    for tree in scene.trees[max(0, scene.sentence_of(content)) :]:
        if tree.sentence.start >= content.end:
            break
        inside = [t for t in tree.tokens if content.contains(t.span) and t.pos not in {"PUNCT", "SPACE"}]
        if len(inside) >= FEWEST_WORDS:
            yield tree, inside


def _statement(tree: Tree, words: list[Token], quote: Quote, extractor: str) -> Claim:
    head = _head(tree, words)
    speaker = ActorRef(quote.sources[0])
    return Claim(
        "STATEMENT",
        head.span,
        Span(words[0].start, words[-1].end),
        aux=find_aux(tree, head),
        actors=(speaker,),
        sources=tuple(ActorRef(span) for span in quote.sources),
        extractor=extractor,
        confidence=CONFIDENCE,
    )


def _head(tree: Tree, words: list[Token]) -> Token:
    """The word that carries the sentence: its main verb, of "it is a tragedy" the tragedy."""
    indexes = {t.index for t in words}
    tops = [t for t in words if t.head not in indexes or t.head == t.index]
    top = next((t for t in tops if t.pos in {"VERB", "AUX"}), tops[0])
    predicate = tree.child(top, "attr", "acomp") if top.pos == "AUX" else None
    return predicate if predicate is not None and predicate.index in indexes else top
