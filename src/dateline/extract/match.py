"""Triggers: the words of a sentence that name events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, done_to, doer, is_passive
from dateline.lexicon.triggers import Rule, trigger_rules
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

KIND_OF = {"VERB": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
PASSING = frozenset(
    {"see", "follow", "describe", "have", "call", "survive", "recall", "mention", "report", "hear", "claim"}
)
TAKING_PLACE = frozenset({"occur", "happen", "take", "come", "begin", "start", "continue", "hit", "target", "leave", "last"})
ANSWERING = frozenset({"responsibility", "blame", "condemn", "accuse", "investigate", "responsible", "behind"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


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
        kind = KIND_OF.get(token.pos)
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
        if _holds(scene, tree, token, rule):
            if kind == "nouns" and _bare_reference(scene, tree, token, rule):
                return None
            return Match(token, rule, _trigger_span(tree, token, kind, rule))
    return None


def _trigger_span(tree: Tree, token: Token, kind: str, rule: Rule) -> Span:
    if kind == "nouns" and token.index:
        before = tree.tokens[token.index - 1]
        if ("nouns", f"{before.lemma} {singular(token)}") in trigger_rules():
            return Span(before.start, token.end)
    if kind == "verbs":
        particles = [p for p in tree.children(token, "prt") if p.index == token.index + 1]
        if particles and "particle" in rule.conditions:
            return Span(token.start, particles[0].end)
    return token.span


def _holds(scene: Scene, tree: Tree, token: Token, rule: Rule) -> bool:
    wanted = rule.conditions
    if rule.clause and not tree.children(token, "ccomp", "xcomp", "advcl"):
        return False
    if rule.numbered and tree.child(token, "nummod") is None:
        return False
    if rule.passive and not is_passive(tree, token):
        return False
    if "topic" in wanted and not any(scene.about(topic, tree, token) for topic in wanted["topic"]):
        return False
    return all(
        _condition(scene, tree, token, name, words)
        for name, words in wanted.items()
        if name != "topic" and not (name in {"object", "subject"} and token.pos != "VERB")
    )


def _condition(scene: Scene, tree: Tree, token: Token, name: str, words: frozenset[str]) -> bool:
    if name == "object":
        return _any(scene, [done_to(tree, token)], words)
    if name == "subject":
        return _any(scene, [doer(tree, token)], words)
    if name == "objectmodifier":
        thing = done_to(tree, token)
        return thing is not None and any(c.lemma in words for c in tree.children(thing, "amod", "compound"))
    if name in {"particle", "prep"}:
        return any(c.lemma in words for c in tree.children(token, "prt", "prep", "agent", "advmod", "acomp", "dative"))
    if name == "modifier":
        return any(c.lemma in words for c in tree.children(token, "amod", "compound", "nmod", "poss"))
    if name == "purpose":
        return any(c.lemma in words for c in tree.children(token, "acl", "relcl", "xcomp", "advcl"))
    if name == "under":
        head = tree.head(token)
        return token.dep == "pobj" and head is not None and head.lemma in words
    if name == "prepof":
        return any(c.lemma in words for c in tree.children(token, "prep"))
    if name == "of":
        return _any(scene, _objects(tree, token, "of"), words)
    return _any(scene, [*_objects(tree, token), *tree.children(token, "advmod", "oprd", "dobj", "acomp")], words)


def _objects(tree: Tree, token: Token, *prepositions: str) -> list[Token]:
    preps = [p for p in tree.children(token, "prep", "agent") if not prepositions or p.lemma in prepositions]
    return [noun for prep in preps for noun in tree.children(prep, "pobj")]


def _any(scene: Scene, nouns: Iterable[Token | None], words: frozenset[str]) -> bool:
    present = [noun for noun in nouns if noun is not None]
    if not present:
        return "NONE" in words
    return any(singular(noun) in words or scene.classes(noun) & words for noun in present)


def _bare_reference(scene: Scene, tree: Tree, token: Token, rule: Rule) -> bool:
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
        (token.dep == "dobj" and head.lemma not in PASSING)
        or (token.dep == "nsubjpass" and agent(tree, head) is not None)
        or (token.dep == "nsubj" and head.lemma in TAKING_PLACE)
        or (token.dep == "pobj" and tree.tokens[head.head].lemma in ANSWERING)
    )
    return bool(determiners & DEFINITE) and not own and not performed
