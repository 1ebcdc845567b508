"""Whether it happened: negation, plan, possibility; and what hedges it. Words: ``status.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.extract.syntax import clause_verb
from dateline.lexicon.grammar import word_class
from dateline.lexicon.load import load
from dateline.model.annotation import Token
from dateline.model.tree import Tree


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The word lists of ``status.yaml`` as sets of lemmas."""

    negating: frozenset[str]
    planning: frozenset[str]
    supposing: frozenset[str]
    modal_future: frozenset[str]
    modal_hypothetical: frozenset[str]
    conditional: frozenset[str]
    expressing: frozenset[str]
    modifying_future: frozenset[str]
    modifying_hypothetical: frozenset[str]
    reported: frozenset[str]
    alleged: frozenset[str]
    confirmed: frozenset[str]
    hearsay: frozenset[str]
    reporting_nouns: frozenset[str]
    alleging_nouns: frozenset[str]


DEPENDENT = frozenset({"xcomp", "ccomp", "conj", "acl", "pcomp", "advcl", "prep", "pobj", "dobj"})
STEPS = 5  # verbs up from the trigger; longer chains are parse errors
CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "oprd"})


@cache
def status_words() -> StatusWords:
    """The words that put an event in doubt or in the future."""
    raw = load("status")
    return StatusWords(**{name: frozenset(raw[name]) for name in StatusWords.__dataclass_fields__})


def find_aux(tree: Tree, trigger: Token) -> str | None:
    """The auxiliary mode by grammar: negation, future, hypothetical, or None.

    What is historical is a matter of dates and left to grounding.
    Walks from the trigger up through the verbs it depends on, as long as they put what hangs from them in doubt.
    """
    words = status_words()
    if trigger.dep == "aux":
        return None  # "they must leave": the demand is made
    nominal = trigger.pos in {"NOUN", "PROPN"}
    if trigger.pos != "VERB" and (found := _of_noun(tree, trigger, words)):
        return found
    if nominal and trigger.dep not in CORE:
        return None  # "despite protests", "after a strike": the verb's status is not the noun's
    if nominal and _presupposed(tree, trigger):
        return None
    return _of_chain(tree, trigger, words)


def _presupposed(tree: Tree, noun: Token) -> bool:
    """Whether something is told of an event that is taken to have happened: "the attack was not the first"."""
    verb = tree.head(noun)
    definite = any(c.lemma in word_class("definite") for c in tree.children(noun, "det", "poss"))
    happens = word_class("taking_place") | word_class("performed")
    return noun.dep == "nsubj" and definite and verb is not None and verb.lemma not in happens


def _of_chain(tree: Tree, trigger: Token, words: StatusWords) -> str | None:
    """The first status that a verb gives on the way up from the trigger."""
    below, at = trigger, trigger if trigger.pos == "VERB" else clause_verb(tree, trigger)
    for _ in range(STEPS):
        if at is None:
            break
        if at.index != below.index and at.lemma in words.negating and tree.child(at, "neg") is not None:
            return None  # "did not deny that"
        if found := _of_verb(tree, at, words) or _of_governor(at, below, words):
            return found
        finite = at.tag in {"VBD", "VBZ", "VBP"}
        above = tree.head(at)
        apart = at.dep == "pcomp" or (at.dep == "conj" and above is not None and above.tag == "VB")
        if at.dep not in DEPENDENT or (at.dep == "advcl" and at.tag != "VB") or (finite and apart):
            break  # "was due to meet X after they held talks": the talks were held
        below, at = at, above
        if at is not None and at.pos in {"NOUN", "PROPN", "ADJ"}:
            return _word(at.lemma, words) if below.dep in {"acl", "xcomp", "pcomp", "prep", "ccomp"} else None
    return None


def _of_verb(tree: Tree, verb: Token, words: StatusWords) -> str | None:
    if tree.child(verb, "neg") is not None:
        return "negation"
    if (modal := _of_modal(tree, verb, words)) is not None:
        return modal
    mark = tree.child(verb, "mark")
    if mark is not None and mark.lemma in words.conditional:
        return "hypothetical"
    purpose = verb.tag == "VB" and verb.dep in {"advcl", "acl"} and tree.child(verb, "aux") is not None
    if purpose and verb.lemma not in words.expressing:
        return "future"  # "to seize the town": a purpose, a plan
    return None


def _of_modal(tree: Tree, verb: Token, words: StatusWords) -> str | None:
    for aux in tree.children(verb, "aux", "auxpass"):
        forms = {aux.lemma, aux.text.lower()}
        if aux.lemma in words.modal_future or (forms & {"would", "'d"} and _told_in_the_past(tree, verb)):
            return "future"
        if forms & words.modal_hypothetical:
            return "hypothetical"
    return None


def _told_in_the_past(tree: Tree, verb: Token) -> bool:
    """Whether "would" is a "will" that was told in the past ("said it would leave") and hangs on no condition."""
    at = verb
    while at.dep == "conj" and (head := tree.head(at)) is not None:
        at = head
    saying = tree.head(at)
    if saying is None or at.dep != "ccomp" or saying.tag not in {"VBD", "VBN"}:
        return False
    return not any(t.lemma in {"if", "unless"} for t in tree.tokens)


def _of_governor(verb: Token, below: Token, words: StatusWords) -> str | None:
    """What a verb does to the clause or noun that hangs from it: "plans to", "failed to", "called for"."""
    if below.dep == "conj" or below.index == verb.index:
        return None
    return _word(verb.lemma, words)


def _word(lemma: str, words: StatusWords) -> str | None:
    if lemma in words.negating:
        return "negation"
    if lemma in words.planning:
        return "future"
    if lemma in words.supposing:
        return "hypothetical"
    return None


def _of_noun(tree: Tree, noun: Token, words: StatusWords) -> str | None:
    near = tree.children(noun, "amod", "compound", "det", "advmod", "acomp")
    before = [form for c in near for form in (c.lemma, c.text.lower())]
    if "no" in before:
        return "negation"
    if any(w in words.modifying_future for w in before):
        return "future"
    if any(w in words.modifying_hypothetical for w in before):
        return "hypothetical"
    head = tree.head(noun)
    if noun.dep == "pobj" and head is not None and (above := tree.head(head)) is not None:
        pair = _word(f"{above.lemma} {head.lemma}", words)
        return pair or (_word(above.lemma, words) if above.pos == "NOUN" and head.lemma in {"of", "for"} else None)
    if noun.dep == "dobj" and head is not None:
        return _word(head.lemma, words)
    return None


def find_hedge(tree: Tree, trigger: Token) -> str | None:
    """The hedge in the event's own clause: "reportedly", "is said to have", "alleged", "confirmed"."""
    words = status_words()
    around = [trigger, *(tree.ancestors(trigger))][:4]
    for at in around:
        beside = [form for c in tree.children(at, "advmod", "amod") for form in (c.lemma, c.text.lower())]
        for hedge in ("reported", "alleged", "confirmed"):
            if any(w in getattr(words, hedge) for w in beside):
                return hedge
        if at is not trigger and at.lemma in word_class("accusing") and at.dep != "conj":
            return "alleged"
        if at is not trigger and (told := _told_by(tree, at, words)):
            return told
        if at.pos == "VERB" and at.dep == "relcl":
            break  # what is said of somebody aside is not what they are said to have done
        if at.pos in {"VERB", "AUX"} and at is not trigger and at.dep not in {"xcomp", "conj"}:
            break
    return None


def _told_by(tree: Tree, at: Token, words: StatusWords) -> str | None:
    """What a word above the event makes of it: "is said to", "men believed to", "reports of", "allegations of"."""
    if at.pos == "NOUN":
        plural = at.tag == "NNS" and at.lemma in words.reporting_nouns
        return "reported" if plural else "alleged" if at.lemma in words.alleging_nouns else None
    passive = at.dep == "acl" and at.tag == "VBN"
    passive = passive or tree.child(at, "nsubjpass", "auxpass") is not None
    return "reported" if passive and at.lemma in words.hearsay else None
