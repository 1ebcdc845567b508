"""Sources told by nouns and phrases: "reports that ...", "the mayor's claim that ...", "according to the mayor"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.quote_forms import trimmed
from dateline.annotate.speakers import can_speak
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span, cover
from dateline.model.tree import Tree

ACCORDING = frozenset({"according", "accord"})
NAMED_BY = frozenset({"by", "from"})  # prepositions between a paper and whose it is


@dataclass(frozen=True, slots=True)
class Told:
    """The token of the cue, the heads of its sources, their whole words, the words of the cue and what is told."""

    token: Token
    heads: list[Token]
    sources: tuple[Span, ...]
    words: Span
    contents: tuple[Span, ...]
    kind: str = "said"


def told_by_nouns(tree: Tree) -> list[Told]:
    """What nouns and "according to" tell in a sentence."""
    words = reporting()
    found: list[Told | None] = []
    for token in tree.tokens:
        if token.lemma in ACCORDING:
            found.append(_according_to(tree, token))
        elif token.text == "words" and token.dep == "pobj":
            found.append(_in_words_of(tree, token))
        elif token.pos == "NOUN" and token.lemma in words.cue_nouns:
            found.append(_noun(tree, token))
    return [told for told in found if told is not None]


def _noun(tree: Tree, noun: Token) -> Told | None:
    """A noun with a clause: its owner tells it; without one a paper tells it itself ("reports that ...")."""
    clause = next((c for c in tree.children(noun, "acl", "ccomp", "relcl") if _is_content(tree, noun, c)), None)
    content = trimmed(tuple(tree.subtree(clause))) if clause is not None else None
    if content is None or _told_in(tree, noun):
        return None
    words = reporting()
    owners = _owners(tree, noun)
    kind = "private" if noun.lemma in words.private_nouns else "said"
    if not owners and noun.lemma not in words.nouns:
        return None
    heads = owners or [noun]
    source = cover([t.span for t in _around(tree, heads)]) if owners else tree.phrase_span(noun)
    return Told(noun, heads, (source,), noun.span, (content,), kind)


def _is_content(tree: Tree, noun: Token, clause: Token) -> bool:
    """Whether a clause of a noun is what the noun tells: "that ...", or "to ..." where it promises or plans."""
    mark = tree.child(clause, "mark")
    if mark is not None:
        return mark.lemma == "that" or noun.lemma in reporting().nouns
    to = tree.child(clause, "aux")
    return to is not None and to.lemma == "to" and clause.tag == "VB" and noun.lemma in reporting().private_nouns


def _owners(tree: Tree, noun: Token) -> list[Token]:
    """Whose it is: "the mayor's claim", "a statement by the army", "residents voiced fears"."""
    own = tree.child(noun, "poss")
    if own is not None and can_speak(own):
        return tree.conjuncts(own)
    for prep in tree.children(noun, "prep", "agent"):
        by = tree.child(prep, "pobj") if prep.lemma in NAMED_BY else None
        if by is not None and can_speak(by):
            return tree.conjuncts(by)
    verb = tree.head(noun) if noun.dep == "dobj" else _judging(tree, noun)
    subject = tree.child(verb, "nsubj") if verb is not None and _speaks_of(verb, noun) else None
    return tree.conjuncts(subject) if subject is not None and can_speak(subject) else []


def _judging(tree: Tree, noun: Token) -> Token | None:
    """The verb over "as": "dismissed as untrue reports that ..."."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    return tree.head(prep) if prep is not None and prep.lemma == "as" else None


def _speaks_of(verb: Token, noun: Token) -> bool:
    """Whether the subject of a verb tells the noun's clause itself: "voiced fears that", "confirmed reports that"."""
    words = reporting()
    judges = noun.lemma in words.nouns and verb.lemma in words.saying | words.stance and verb.lemma not in words.quoting
    return judges or verb.lemma in word_class("voicing")


def _around(tree: Tree, heads: Sequence[Token]) -> list[Token]:
    return sorted({t.index: t for head in heads for t in tree.phrase(head)}.values(), key=lambda t: t.index)


def _told_in(tree: Tree, noun: Token) -> bool:
    """Whether a reporting verb already gives the speaker: "said in a statement that ..."."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.dep == "prep" else None
    return verb is not None and verb.lemma in reporting().saying and tree.subject(verb) is not None


def _according_to(tree: Tree, token: Token) -> Told | None:
    """As in "According to X": everything else in the sentence is what X says."""
    following = tree.tokens[token.index + 1 : token.index + 2]
    if not following or following[0].lemma != "to":
        return None
    to = following[0]
    source = tree.child(to, "pobj") or tree.child(token, "pobj")
    if source is None or source.lemma in word_class("in_line_with"):
        return None  # "according to plan"
    phrase = tree.subtree(source)
    said = _beside(tree, token, phrase)
    if not said:  # the parse made the rest of the sentence a part of the name
        phrase = tree.phrase(source)
        said = _beside(tree, token, phrase)
    heads = [head for head in tree.conjuncts(source) if head in phrase]
    return Told(token, heads, (cover([t.span for t in phrase]),), Span(token.start, to.end), said) if said else None


def _in_words_of(tree: Tree, noun: Token) -> Told | None:
    """As in "In the words of X": the rest of the sentence is what X says."""
    start, of = tree.head(noun), tree.child(noun, "prep")
    source = tree.child(of, "pobj") if of is not None and of.lemma == "of" else None
    if start is None or start.lemma != "in" or source is None or not can_speak(source):
        return None
    said = _beside(tree, start, tree.subtree(source))
    words = Span(start.start, of.end) if of is not None else noun.span
    return Told(noun, tree.conjuncts(source), (cover([t.span for t in tree.subtree(source)]),), words, said)


def _beside(tree: Tree, token: Token, phrase: Sequence[Token]) -> tuple[Span, ...]:
    before, after = trimmed(tree.tokens[: token.index]), trimmed(tree.tokens[phrase[-1].index + 1 :])
    return tuple(part for part in (before, after) if part is not None)
