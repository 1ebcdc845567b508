"""How far an event's words reach: its own phrase, its clause, its sentence. Nearer words win over farther ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

ASIDE = frozenset({"relcl", "acl"})  # what is said of a noun is not said of the event
DASHES = frozenset({"—", "–", "--", "-"})
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


def told_aside(tree: Tree, span: Span, trigger: Span) -> bool:
    """Whether words stand in a clause between two dashes, outside which the trigger stands.

    As Monday does for "moved" in "patients — the ward was hit on Monday — were moved".
    """
    dashes = [token for token in tree.tokens if token.text in DASHES and not _in_word(tree, token)]
    for first, second in pairwise(dashes):
        inside = Span(first.start, second.end)
        if inside.contains(span) and not inside.contains(trigger):
            return any(token.pos in {"VERB", "AUX"} for token in tree.within(inside))
    return False


def _in_word(tree: Tree, dash: Token) -> bool:
    """Whether a dash joins two words without a space on either side."""
    around = tree.tokens[max(0, dash.index - 1) : dash.index + 2]
    return len(around) == 3 and around[0].end == dash.start and dash.end == around[2].start


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
