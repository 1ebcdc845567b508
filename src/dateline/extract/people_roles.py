"""Subjects, objects and predicates as counting people needs them: whole lists, and some mistakes of the parse."""

from __future__ import annotations

from dateline.extract.syntax import RELATIVE, done_to, surface_subject
from dateline.model.annotation import Token
from dateline.model.tree import Tree

PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp", "conj", "ROOT", "advcl", "dep"})


def subjects(tree: Tree, verb: Token) -> list[Token]:
    """The subjects of a verb with what is joined to them: all that the parse gives it, else the one that it shares."""
    subject = surface_subject(tree, verb)
    own = tree.children(verb, "nsubj", "nsubjpass")
    if subject is None:  # "about 50 nurses live ...": a counted subject that the parse takes for a measure
        subject = next((c for c in tree.children(verb, "npadvmod") if c.index < verb.index and not c.ent), None)
    return [t for s in (subject, *own[1:]) if s is not None for t in tree.conjuncts(s)]


def patients(tree: Tree, verb: Token) -> list[Token]:
    """Whom it is done to: the object with what is joined to it, a passive subject, the noun before a participle."""
    head = tree.head(verb)
    if verb.dep == "amod" and head is not None and verb.tag == "VBN":
        return [head]
    own = [t for c in tree.children(verb, "dobj") if c.tag not in RELATIVE for t in tree.conjuncts(c)]
    own = own or _shared_object(tree, verb)
    if own and tree.child(verb, "nsubjpass", "auxpass") is None:
        return own
    if verb.dep == "pcomp" and head is not None and head.lemma == "as" and (above := tree.head(head)) is not None:
        return patients(tree, above)  # "were listed as homeless or displaced"
    thing = done_to(tree, verb) or _misplaced(tree, verb)
    found = tree.conjuncts(thing) if thing is not None else []
    found += [t for c in tree.children(verb, "nsubjpass") for t in tree.conjuncts(c)]
    if not found and verb.tag == "VBN" and tree.child(verb, "aux") is None:
        return clause_subject(tree, verb)  # "with 130 people infected"
    return found


def said_of(tree: Tree, state: Token) -> list[Token]:
    """What an adjective or participle is said of: "10 are missing", "left five dead", "trapped miners"."""
    head = tree.head(state)
    if head is None:
        own = tree.child(state, "nsubj", "nsubjpass") or _misplaced(tree, state)
        return tree.conjuncts(own) if own is not None else []
    if state.dep in {"amod", "acl", "relcl"}:
        return [head]
    if state.dep not in PREDICATES:
        return []
    own = tree.child(state, "nsubj", "nsubjpass")
    thing = tree.child(head, "dobj") if state.dep in {"oprd", "ccomp", "xcomp", "acomp"} else None
    subject = own or thing or (surface_subject(tree, head) if head.pos in {"VERB", "AUX"} else None)
    return tree.conjuncts(subject) if subject is not None else []


def clause_subject(tree: Tree, clause: Token) -> list[Token]:
    """The subject of a clause with what is joined to it."""
    own = tree.child(clause, "nsubj", "nsubjpass")
    return tree.conjuncts(own) if own is not None else []


def _misplaced(tree: Tree, word: Token) -> Token | None:
    """A subject that the parse hangs from the auxiliary: "people remained displaced"."""
    found = [tree.child(aux, "nsubj", "nsubjpass") for aux in tree.children(word, "aux", "auxpass")]
    return next((subject for subject in found if subject is not None), None)


def _shared_object(tree: Tree, verb: Token) -> list[Token]:
    """The object that a verb shares with the one coordinated to it: "have killed and maimed scores"."""
    after = [c for c in tree.children(verb, "conj") if c.pos == "VERB" and c.index - verb.index <= 2]
    return [t for c in after for o in tree.children(c, "dobj") for t in tree.conjuncts(o)]
