"""Speakers at the end of a sentence: "..., the mayor told reporters on Monday", also where a comma is lost."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.quote_forms import trimmed
from dateline.annotate.speakers import can_speak
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

LONGEST_TAIL = 12  # tokens after the verb of saying: whom, where and when
FEWEST_SAID = 4  # tokens of what is said; shorter beginnings are adverbs
FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MARKS = frozenset({",", "”", '"', "'", "’", "''", "–", "—", "?", "!"})
JOINING = frozenset({"at", "for", "from", "in", "of"})  # prepositions inside a speaker's name or place
BOUND = frozenset({"SCONJ", "ADP", "CCONJ", "DET", "AUX", "VERB"})  # before a subject: its clause is part of another


@dataclass(frozen=True, slots=True)
class Tail:
    """The verb of saying that ends a sentence, the names of its speakers, and what stands before them."""

    verb: Token
    names: tuple[Span, ...]
    content: Span


def tail(tree: Tree) -> Tail | None:
    """The speaker that ends the sentence, or None where none does."""
    verb = _last_saying(tree)
    if verb is None:
        return None
    chain, after = _before(tree, verb), _after(tree, verb)
    if after and not any(t.dep == "nsubj" for t in chain):
        chain = after
    if not chain:
        return None
    names = [_name(tree, head) for head in chain]
    first = min([verb, *(tokens[0] for tokens in names)], key=lambda t: t.index)
    before = [t for t in tree.tokens[: first.index] if t.pos != "SPACE"]
    if len(before) < FEWEST_SAID or not any(t.pos in {"VERB", "AUX"} for t in before):
        return None
    marked = before[-1].text in MARKS
    if not marked and (_bound(before[-1], first) or any(t.text == "," for t in tree.tokens) or chain[0].pos == "PRON"):
        return None  # "a toll that, he said", "all the ministry announced"
    content = trimmed(tree.tokens[: first.index])
    spans = tuple(Span(tokens[0].start, tokens[-1].end) for tokens in names)
    return Tail(verb, spans, content) if content is not None else None


def _bound(before: Token, first: Token) -> bool:
    """Whether the speaker's clause seems part of another: "after the army said"; a verb may be a noun misread."""
    return before.pos in BOUND and not (before.pos == "VERB" and first.pos == "DET" and before.dep != "ROOT")


def _name(tree: Tree, head: Token) -> list[Token]:
    """The noun phrase around `head`, from its determiner on: what stands before that is another phrase."""
    phrase = tree.phrase(head)
    start = next(number for number, token in enumerate(phrase) if token.index == head.index)
    while start > 0 and phrase[start].pos != "DET" and phrase[start - 1].index == phrase[start].index - 1:
        earlier = phrase[start - 1]
        if earlier.text in MARKS or (earlier.ent in {"DATE", "TIME"} and head.ent != earlier.ent):
            break
        start -= 1
    return phrase[start:]


def _last_saying(tree: Tree) -> Token | None:
    """The last verb of saying, in a past or present form, if only circumstances or participles follow it."""
    saying = reporting().saying
    verb = next((t for t in reversed(tree.tokens) if t.tag in FINITE and t.lemma in saying), None)
    if verb is None or tree.child(verb, "neg", "auxpass", "nsubjpass") is not None or verb.dep == "amod":
        return None
    thing = tree.child(verb, "dobj") if verb.lemma in word_class("reporting_things") else None
    if thing is not None and thing.index > verb.index and not can_speak(thing):
        return None  # "in a statement issued late, the army announced a truce"
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos != "SPACE"]
    then = next((number for number, t in enumerate(rest) if t.tag == "VBG"), len(rest))  # "said, adding that ..."
    rest = rest[:then]
    told = any(t.lemma == "that" or t.text == ":" or t.pos in {"VERB", "AUX"} for t in rest)
    return verb if len(rest) <= LONGEST_TAIL and not told else None


def _before(tree: Tree, verb: Token) -> list[Token]:
    """The speakers whose phrase ends right before the verb: "activists in the town", "a monitor and a doctor"."""
    at = verb.index - 1
    while at > 0 and tree.tokens[at].pos in {"ADV", "AUX"}:
        at -= 1
    if tree.tokens[at].text == ")":  # "the Office for Relief (OR) said"
        at = next((t.index - 1 for t in reversed(tree.tokens[:at]) if t.text == "("), at)
    noun = tree.tokens[at] if at > 0 else None
    if noun is None or noun.pos not in NOMINAL or noun.ent in {"DATE", "TIME"}:
        return []
    noun = _naming(tree, noun)
    first = _name(tree, noun)[0].index
    beside = tree.tokens[first - 2] if first >= 2 and tree.tokens[first - 1].pos == "CCONJ" else None
    if beside is not None and beside.pos in NOMINAL and can_speak(beside):
        return [_naming(tree, beside), noun]
    return [noun] if can_speak(noun) else []


def _naming(tree: Tree, noun: Token) -> Token:
    """The noun that a phrase with a preposition belongs to: of "residents of the old town" the residents."""
    at = noun
    for _ in range(3):
        first = _name(tree, at)[0].index
        above = tree.tokens[first - 2] if first >= 2 else at
        if tree.tokens[first - 1].lemma not in JOINING or above.pos not in {"NOUN", "PROPN"} or not can_speak(above):
            break
        at = above
    return at


def _after(tree: Tree, verb: Token) -> list[Token]:
    """The speaker that follows the verb at once: "..., said the mayor"."""
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos not in {"SPACE", "DET", "ADJ"}]
    if not rest or rest[0].pos not in {"NOUN", "PROPN"} or rest[0].ent in {"DATE", "TIME"}:
        return []
    if verb.lemma in word_class("no_inversion"):
        return []
    noun = rest[0]
    for following in rest[1:]:
        if following.index != noun.index + 1 or following.pos not in {"NOUN", "PROPN"} or following.ent == "DATE":
            break
        noun = following
    return [noun] if can_speak(noun) else []
