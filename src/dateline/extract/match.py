"""Triggers: the words of a sentence that name events."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.conditions import holds
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent
from dateline.lexicon.grammar import word_class
from dateline.lexicon.triggers import Rule, trigger_rules
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

DUTIES = frozenset({"must", "ought", "should"})  # auxiliaries that ask: "they must leave"
NEAR = 4  # words between a verb and the noun that names the event with it
KIND_OF = {"VERB": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


@dataclass(frozen=True, slots=True)
class Match:
    """A word that a rule takes for an event; `span` covers it with its compound or particle."""

    token: Token
    rule: Rule
    span: Span

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb (its arguments are subjects and objects)."""
        return self.token.pos == "VERB"


def find_matches(scene: Scene, tree: Tree) -> list[Match]:
    """The triggers of one sentence in text order, at most one a word."""
    found = []
    for token in tree.tokens:
        kind = KIND_OF.get(token.pos) or ("verbs" if token.lemma in DUTIES and token.pos == "AUX" else None)
        if kind is None:
            continue
        match = _match(scene, tree, token, kind)
        if match is not None:
            found.append(match)
    return found


def _match(scene: Scene, tree: Tree, token: Token, kind: str) -> Match | None:
    lemma = singular(token)
    before = tree.tokens[token.index - 1] if token.index else None
    table = trigger_rules()
    double = f"{before.lemma} {lemma}" if before is not None else ""
    rules = (*table.get((kind, double), ()), *table.get((kind, lemma), ()))
    if kind == "verbs" and token.dep == "amod":
        rules = ()  # "besieged districts": a modifier before a noun is no claim
    if token.ent in {"DATE", "TIME"} or (kind == "nouns" and token.dep in {"compound", "nmod", "npadvmod"}):
        rules = ()
    for rule in rules:
        if holds(scene, tree, token, rule):
            if kind == "nouns" and _bare_reference(scene, tree, token):
                return None
            return Match(token, rule, _trigger_span(tree, token, kind, rule))
    return None


def _trigger_span(tree: Tree, token: Token, kind: str, rule: Rule) -> Span:
    if kind == "nouns" and token.index:
        before = tree.tokens[token.index - 1]
        if ("nouns", f"{before.lemma} {singular(token)}") in trigger_rules():
            return Span(before.start, token.end)
    if kind == "verbs":
        named = [n for n in _named_by(tree, token) if 0 < n.index - token.index <= NEAR]
        if named:
            return Span(token.start, named[0].end)
        particles = [p for p in tree.children(token, "prt") if p.index == token.index + 1]
        if particles and "particle" in rule.conditions:
            return Span(token.start, particles[0].end)
    return token.span


def _named_by(tree: Tree, verb: Token) -> list[Token]:
    """The noun that names what a verb leaves open: "sustained injuries", "came under fire"."""
    if verb.lemma in word_class("suffering"):
        return tree.children(verb, "dobj")
    under = [p for p in tree.children(verb, "prep") if p.lemma == "under"] if verb.lemma == "come" else []
    return [noun for prep in under for noun in tree.children(prep, "pobj")]


def _bare_reference(scene: Scene, tree: Tree, token: Token) -> bool:
    """Whether a noun only points back ("the attack"): definite, and with nothing of its own to tell."""
    determiners = {c.lemma for c in tree.children(token, "det")}
    own = [
        c
        for c in tree.children(token)
        if c.dep in {"prep", "relcl", "acl", "poss", "nummod", "appos"}
        or (c.dep in {"amod", "compound", "nmod"} and (c.ent or scene.classes(c) & {"ACTOR", "WEAPON", "PLACE"}))
    ]
    head = tree.head(token)
    performed = head is not None and (
        (token.dep == "dobj" and head.lemma not in word_class("passing"))
        or (token.dep == "nsubjpass" and agent(tree, head) is not None)
        or (token.dep == "nsubj" and head.lemma in word_class("taking_place"))
        or (token.dep == "pobj" and tree.tokens[head.head].lemma in word_class("answering"))
    )
    return bool(determiners & word_class("definite")) and not own and not performed
