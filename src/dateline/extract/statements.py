"""STATEMENT: what a source says, directly or indirectly, that tells no other event: an assessment, a forecast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.scene import Scene
from dateline.extract.status import find_aux
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Quote, Token
from dateline.model.claim import ActorRef, Claim
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

FEWEST_WORDS = 4  # shorter words are names and exclamations
CONFIDENCE = 0.3  # on the training texts about three in ten are ones that a coder wrote down too
DEPTH = 2  # "I think we know that ...": verbs that only lead to what is stated
PREDICATES = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
Part = tuple[Tree, list[Token], Token | None]  # a sentence, its words that state something, the one that carries it
VERBAL = frozenset({"VERB", "AUX"})


def find_statements(scene: Scene, claims: Iterable[Claim], extractor: str) -> list[Claim]:
    """A claim for each sentence of attributed speech in which `claims` have none, in text order."""
    told = SpanIndex((claim.trigger, claim.trigger) for claim in claims)
    taken: dict[int, list[Span]] = {}  # by sentence: what has a statement already
    out: list[Claim] = []
    for quote in scene.annotated.quotes:
        aloud = quote.kind == "said" and quote.sources
        for tree, words, head in _sentences(scene, quote) if aloud else ():
            part = Span(words[0].start, words[-1].end)
            before = taken.setdefault(tree.sentence.index, [])
            if head is not None and not told.touching(part) and not any(part.overlaps(other) for other in before):
                before.append(part)
                out.append(_statement(tree, part, head, quote, extractor))
    return out


def _sentences(scene: Scene, quote: Quote) -> Iterator[Part]:
    """The sentences of what is said, each with its words inside the quotation."""
    for content in quote.contents:
        for tree in scene.trees[max(0, scene.sentence_of(content)) :]:
            if tree.sentence.start >= content.end:
                break
            inside = [t for t in tree.within(content) if t.pos not in {"PUNCT", "SPACE"}]
            if len(inside) >= FEWEST_WORDS:
                yield tree, inside, _head(tree, inside)


def _statement(tree: Tree, part: Span, head: Token, quote: Quote, extractor: str) -> Claim:
    chain = quote.chain or quote.sources
    return Claim(
        "STATEMENT",
        head.span,
        part,
        aux=find_aux(tree, head),
        actors=(ActorRef(chain[0]),),
        sources=tuple(ActorRef(span) for span in chain),
        extractor=extractor,
        confidence=CONFIDENCE,
    )


def _head(tree: Tree, words: list[Token]) -> Token | None:
    """The word that carries the sentence: its main verb, of "it is a tragedy" or "pose a threat" the noun.

    None where what is said has no verb with a subject.
    """
    indexes = {t.index for t in words}
    tops = [t for t in words if (t.head not in indexes or t.head == t.index) and t.pos in VERBAL]
    top = next((t for t in tops if tree.subject(t) is not None or tree.child(t, "expl") is not None), None)
    for _ in range(DEPTH):
        below = tree.child(top, "ccomp", "xcomp") if top and top.lemma in word_class("opening_statements") else None
        top = below if below is not None and below.index in indexes and below.pos in VERBAL else top
    if top is None or not _states(tree, top):
        return None
    predicate = _predicate(tree, top)
    if predicate is None or predicate.index not in indexes or predicate.pos == "PRON":
        return top
    return predicate if predicate.pos in PREDICATES and predicate.lemma not in word_class("demanding") else None


def _predicate(tree: Tree, verb: Token) -> Token | None:
    """The word that says more than its verb: "is a threat", "has a plan", "is likely to rise", "is on track"."""
    light = verb.lemma in word_class("light_verbs")
    found = tree.child(verb, "attr", "acomp", *(("dobj",) if light else ()))
    prep = tree.child(verb, "prep") if found is None and verb.lemma == "be" else None
    if prep is not None and prep.lemma in {"in", "on", "under"}:
        return tree.child(prep, "pobj")
    below = (
        tree.child(found, "xcomp") if found is not None and found.lemma in word_class("opening_statements") else None
    )
    return below or found


def _states(tree: Tree, verb: Token) -> bool:
    """Whether a clause says how things are, will or may be: what happened is an event, and no news is none."""
    silent = verb.lemma in word_class("no_news") and tree.child(verb, "neg") is not None
    modals = {t.lemma for t in tree.children(verb, "aux") if t.tag == "MD"}
    if modals & word_class("demanding"):
        return False  # what ought to be is asked for
    lasting = tree.child(verb, "aux", "auxpass") or verb
    present = lasting.tag in {"VBP", "VBZ"} and (verb.tag != "VBN" or verb.pos == "AUX")
    return not silent and (
        bool(modals) or present or verb.lemma in word_class("light_verbs") or verb.lemma in word_class("showing")
    )
