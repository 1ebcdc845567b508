"""Who did what to whom, by the parse alone: logical subjects and objects through passives, participles and control."""

from __future__ import annotations

from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

RELATIVE = frozenset({"WP", "WDT", "WP$"})
DEPTH = 5  # steps up the tree in search of a subject; longer chains are parse errors


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether the verb's grammatical subject (or the noun it modifies) is what it is done to."""
    if tree.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag != "VBN":
        return False
    perfect = any(aux.lemma == "have" for aux in tree.children(verb, "aux"))
    if verb.dep in {"acl", "amod"}:
        own = tree.child(verb, "dobj") is not None and verb.lemma not in word_class("giving")
        # "a car bomb killed 40" is no participle, whatever the parse says
        return not perfect and not (own and agent(tree, verb) is None)
    followed = any(c.index > verb.index and c.pos in {"NOUN", "PROPN", "NUM", "PRON"} for c in tree.children(verb))
    relative = verb.dep in {"relcl", "acl"} or verb.lemma not in word_class("patient_headlines")
    if not perfect and not followed and not relative and tree.child(verb, "nsubj") is not None:
        return True  # headline style: "two killed, five others injured"
    head = tree.head(verb)
    return verb.dep == "conj" and head is not None and tree.child(verb, "nsubj") is None and is_passive(tree, head)


def agent(tree: Tree, verb: Token) -> Token | None:
    """The noun after "by" that does it."""
    for by in tree.children(verb, "agent", "prep"):
        if by.lemma == "by" and (noun := tree.child(by, "pobj")) is not None and noun.ent not in {"DATE", "TIME"}:
            return noun
    return None


def surface_subject(tree: Tree, verb: Token, depth: int = DEPTH) -> Token | None:
    """The noun that stands as the verb's subject, own or shared, with relative pronouns resolved."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    head = tree.head(verb)
    if own is not None:
        return _antecedent(tree, verb, own)
    if head is None or depth == 0:
        return None
    if verb.dep in {"relcl", "acl"}:
        modified = verb.dep == "relcl" or verb.tag in {"VBG", "VBN"}
        return head if modified else holder(tree, head, depth)
    return _shared_subject(tree, verb, head, depth)


def _shared_subject(tree: Tree, verb: Token, head: Token, depth: int) -> Token | None:
    """The subject that a verb without one shares with the verb it hangs from."""
    if verb.dep == "pcomp":
        above = tree.head(head)
        if above is not None and above.pos == "ADJ":  # "are close to reaching"
            above = tree.head(above)
        return _controller(tree, verb, above, depth) if above is not None else None
    if verb.dep == "xcomp" and head.pos == "ADJ" and (copula := tree.head(head)) is not None:
        head = copula  # "are ready to capture"
    if verb.dep == "xcomp" or (verb.dep == "advcl" and verb.tag in {"VBG", "VB", "VBN"}):
        return _controller(tree, verb, head, depth)
    if verb.dep in {"conj", "ccomp", "dep"} and head.pos in {"VERB", "AUX"}:
        return surface_subject(tree, head, depth - 1)
    return None


def _antecedent(tree: Tree, verb: Token, subject: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if subject.tag in RELATIVE or (subject.lemma == "that" and verb.dep == "relcl"):
        at: Token | None = verb
        while at is not None and at.dep == "conj":
            at = tree.head(at)
        noun = tree.head(at) if at is not None and at.dep == "relcl" else None
        return noun or subject
    return subject


def holder(tree: Tree, noun: Token, depth: int = DEPTH) -> Token | None:
    """Whose plan, order or right it is: "the army's plan to attack", "X has a plan to attack"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    above = clause_verb(tree, noun)
    return surface_subject(tree, above, depth - 1) if above is not None and depth else None


def _controller(tree: Tree, verb: Token, head: Token, depth: int) -> Token | None:
    if head.pos not in {"VERB", "AUX"}:
        return head if head.pos in {"NOUN", "PROPN"} and verb.tag in {"VBG", "VBN"} else None
    inner = tree.child(head, "dobj")
    if head.lemma in word_class("object_control") and verb.dep in {"xcomp", "pcomp"} and inner is not None:
        return inner
    if head.lemma in word_class("object_control") and is_passive(tree, head):
        return surface_subject(tree, head, depth - 1)
    return surface_subject(tree, head, depth - 1)


def doer(tree: Tree, verb: Token) -> Token | None:
    """The logical subject: who does it."""
    if not is_passive(tree, verb):
        return surface_subject(tree, verb)
    shared = (agent(tree, other) for other in tree.children(verb, "conj") if tree.subject(other) is None)
    return agent(tree, verb) or next((by for by in shared if by is not None), None)  # "beaten and arrested by police"


def done_to(tree: Tree, verb: Token) -> Token | None:
    """The logical object: to whom it is done."""
    if is_passive(tree, verb):
        return surface_subject(tree, verb)
    own = tree.child(verb, "dobj")
    if own is not None and own.tag not in RELATIVE:
        return own
    head = tree.head(verb)
    if verb.dep == "relcl" and head is not None and (own is not None or _gap(tree, verb, head)):
        return head
    shared = tree.children(verb, "conj")
    if own is None and shared and shared[0].pos == "VERB" and shared[0].tag == verb.tag:
        next_object = tree.child(shared[0], "dobj")  # "shelled and seized the town"
        joined = shared[0].index - verb.index <= 2
        return next_object if joined else None
    return None


def _gap(tree: Tree, verb: Token, noun: Token) -> bool:
    """Whether a relative clause without object has the noun as its object: "the town they shelled"."""
    subject = tree.child(verb, "nsubj")
    if any(c.tag == "WRB" for c in tree.children(verb, "advmod")):
        return False  # "on the day when rebels retreated": a time or place, not an object
    return subject is not None and subject.tag not in RELATIVE and subject.index != noun.index


def prepositional(tree: Tree, word: Token, *prepositions: str) -> list[Token]:
    """Nouns that `word` governs through one of `prepositions` ("on", "against"), with their conjuncts."""
    out: list[Token] = []
    for prep in tree.children(word, "prep", "agent", "dative"):
        if prep.lemma in prepositions:
            out += [noun for obj in tree.children(prep, "pobj") for noun in tree.conjuncts(obj)]
            out += [
                noun
                for inner in tree.children(prep, "prep")
                for obj in tree.children(inner, "pobj")
                for noun in tree.conjuncts(obj)
            ]
    return out


def counted_top(tree: Tree, noun: Token) -> Token:
    """The head of the whole counted phrase: of "people" in "tens of thousands of people" the tens."""
    at = noun
    for _ in range(4):
        of = tree.head(at)
        above = tree.head(of) if at.dep == "pobj" and of is not None and of.lemma == "of" else None
        if above is None or not (above.pos == "NUM" or above.lemma in word_class("numeric")):
            return at
        at = above
    return at


def counted_noun(tree: Tree, noun: Token) -> Token:
    """What is counted: of "tens of thousands of people" the people, of "three-quarters of the city" the city."""
    at = noun
    for _ in range(4):
        of = next((p for p in tree.children(at, "prep") if p.lemma == "of"), None)
        inner = tree.child(of, "pobj") if of is not None else None
        if inner is None or not (at.pos == "NUM" or at.lemma in word_class("numeric")):
            return at
        at = inner
    return at


def clause_verb(tree: Tree, token: Token) -> Token | None:
    """The nearest verb above `token`."""
    return next((above for above in tree.ancestors(token) if above.pos in {"VERB", "AUX"}), None)


def obliges(tree: Tree, word: Token) -> bool:
    """Whether the word is or has a verb of duty: "must", "should", "has to", "needs to"; not the "has" of a perfect."""
    beside = [word, *tree.children(word, "aux")]
    duties = [t for t in beside if t.lemma in word_class("duty")]
    return any((t.pos == "AUX" and t.lemma != "have") or tree.child(t, "xcomp") is not None for t in duties)
