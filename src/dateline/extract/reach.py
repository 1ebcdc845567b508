"""How far an event's words reach: its own phrase, its clause, its sentence. Nearer words win over farther ones."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

ASIDE = frozenset({"relcl", "acl"})  # what is said of a noun is not said of the event
CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})


def levels(tree: Tree, token: Token) -> Iterator[list[Token]]:
    """Token lists from the nearest to the widest: the trigger's phrase, each clause around it, the sentence."""
    yield _clause(tree, token)
    at = token
    for above in tree.ancestors(token):
        if _set_apart(tree, at):
            return
        at = above
        if above.pos in {"VERB", "AUX"}:
            yield _clause(tree, above)
    clauses = [tree.subtree(clause) for clause in tree.tokens if clause.dep in ASIDE]
    aside = {t.index for clause in clauses if token not in clause for t in clause}
    yield [t for t in tree.tokens if t.index not in aside]


def _set_apart(tree: Tree, verb: Token) -> bool:
    """Whether a clause is told of another time than the one around it: "talks were held after clashes killed two"."""
    marks = tree.children(verb, "mark") if verb.dep == "advcl" else []
    return any(mark.lemma in word_class("apart") for mark in marks)


def _clause(tree: Tree, root: Token) -> list[Token]:
    """Everything below `root` that does not belong to a clause of its own."""
    found, stack = [root], [root]
    while stack:
        for child in tree.children(stack.pop()):
            coordinated = child.dep == "conj" and child.pos in {"VERB", "AUX"}
            if child.dep in CLAUSAL or coordinated:
                continue
            found.append(child)
            stack.append(child)
    return sorted(found, key=lambda t: t.index)
