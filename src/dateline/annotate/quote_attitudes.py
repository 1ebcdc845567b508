"""What somebody believes, wants, plans, is for or against: private attributions, by verbs that say nothing aloud."""

from __future__ import annotations

from dateline.annotate.quote_forms import goes_on_saying, passive_content, spanning
from dateline.annotate.speakers import passive_agent
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

CLAUSES = ("ccomp", "xcomp")
BESIDE = frozenset({"conj", "cc", "parataxis", "npadvmod", "neg", "aux", "advmod", "mark"})
WHILE = frozenset({"after", "as", "before", "since", "until", "when", "while", "with"})  # what else happened then
THEN = WHILE - {"as"}  # prepositions that tell the same; "saw the truce as a chance" is one judgement


def attitude(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """The spans of what the subject of `verb` thinks, wants or judges; empty where the verb has no such complement."""
    words = reporting()
    if passive_agent(tree, verb):
        return passive_content(tree, verb)
    if verb.lemma in words.mind and tree.child(verb, *CLAUSES) is not None:
        return _complement(tree, verb)
    if verb.lemma in words.stance and tree.child(verb, "dobj", *CLAUSES) is not None:
        return _complement(tree, verb)
    prepositions = words.about.get(verb.lemma, frozenset())
    prep = next((p for p in tree.children(verb, "prep") if p.lemma in prepositions and p.index > verb.index), None)
    if prep is None or not tree.children(prep, "pobj", "pcomp"):
        return ()
    return spanning(t for t in _right(tree, verb) if t.index > prep.index)


def _complement(tree: Tree, verb: Token) -> tuple[Span, ...]:
    return spanning(_right(tree, verb))


def _right(tree: Tree, verb: Token) -> list[Token]:
    """All that follows the verb in its clause, without what else happened then and what it does next."""
    inside: list[Token] = []
    for child in tree.children(verb):
        if child.index < verb.index or child.dep in BESIDE or _aside(tree, child):
            continue
        inside += tree.subtree(child)
    ends = [t.index - 1 for t in inside if goes_on_saying(tree, t)]
    return sorted((t for t in inside if t.index < min(ends, default=len(tree.tokens))), key=lambda t: t.index)


def _aside(tree: Tree, child: Token) -> bool:
    mark = tree.child(child, "mark", "advmod")
    return (child.dep == "advcl" and mark is not None and mark.lemma in WHILE) or (
        child.dep == "prep" and child.lemma in THEN
    )
