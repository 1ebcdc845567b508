"""Who says it: the speaker of a reporting verb and who passes it on."""

from __future__ import annotations

from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

STEPS = 4  # verbs up from the cue; a longer chain of participles and coordinated verbs is a parse error


def can_speak(noun: Token) -> bool:
    """Whether a noun can be a source: a name, a pronoun but not "I" or "we", a person, body, outlet or report."""
    if noun.lemma in word_class("media_nouns"):
        return True
    if noun.pos == "PRON":
        return noun.lemma not in {"i", "we", "you", "this", "that", "what", "which", "there", "nobody", "none"}
    if noun.pos in {"PROPN", "NUM"} or noun.ent in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    role = role_of(noun.lemma) or role_of(noun.text.lower())  # the lemma of "media" is "medium"
    sources = reporting().nouns
    return noun.lemma in sources or (role is not None and (role.person or role.collective or role.source or role.media))


def speaker(tree: Tree, verb: Token) -> list[Token]:
    """The token that heads the speaker; empty for a verb whose speaker the sentence does not name."""
    at: Token | None = verb
    for _ in range(STEPS):
        if at is None:
            break
        found = _speaker_at(tree, at, verb)
        if found is not None:
            return found
        if at.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "acl"}:
            break
        at = tree.head(at)
    return []


def _speaker_at(tree: Tree, at: Token, verb: Token) -> list[Token] | None:
    """The speaker that the verb `at` gives to the cue `verb`; None where the search goes on upward."""
    quotes_another = at is not verb and at.lemma in reporting().quoting
    quoted = tree.child(at, "nsubjpass")
    if quoted is not None:
        return [quoted] if quotes_another else []
    said = tree.child(at, "dobj") if quotes_another else None
    if said is not None and any(prep.lemma == "as" for prep in tree.children(at, "prep")):
        return [said]
    subject = tree.child(at, "nsubj")
    if subject is not None:
        return _relative(tree, at, subject)
    noun = _before_comma(tree, at) if at.tag in {"VBD", "VBZ", "VBP"} else None
    return [noun] if noun is not None else None


def _before_comma(tree: Tree, verb: Token) -> Token | None:
    """The name right before ", said": a speaker that the parse lost to the comma."""
    left = tree.tokens[max(0, verb.index - 2) : verb.index]
    if len(left) < 2 or left[1].text != "," or left[0].pos != "PROPN":
        return None
    noun = left[0]
    while (head := tree.head(noun)) is not None and head.pos in {"PROPN", "NOUN"} and head.index < verb.index:
        noun = head
    return noun


def _relative(tree: Tree, verb: Token, subject: Token) -> list[Token]:
    """The noun that a relative pronoun stands for, else the subject with what is coordinated with it."""
    if subject.tag in {"WP", "WDT"} and verb.dep == "relcl" and (noun := tree.head(verb)):
        return [noun]
    after = subject.index > verb.index
    nouns = {"NOUN", "PROPN", "PRON", "NUM"}  # "one of the survivors said"
    return [t for t in tree.conjuncts(subject) if t.pos in nouns and (t.index > verb.index) == after]


def relays(tree: Tree, verb: Token) -> list[Span]:
    """Who passed it on: "told the X newspaper", "was quoted as saying in X", "Y quoted X as saying"."""
    out: list[Span] = []
    told = tree.child(verb, "dobj", "dative") if verb.lemma == "tell" else None
    if told is not None and told.lemma not in reporting().listener_only and told.pos == "PROPN":
        out.append(tree.phrase_span(told))
    if told is not None and told.pos == "NOUN" and told.lemma in word_class("media_nouns"):
        out.append(tree.phrase_span(told))
    for above in tree.ancestors(verb):
        if above.lemma not in reporting().quoting:
            continue
        relay = tree.child(above, "nsubj") if tree.child(above, "nsubjpass") is None else None
        preps = [*tree.children(above, "prep", "agent"), *tree.children(verb, "prep")]
        objects = [tree.child(prep, "pobj") for prep in preps if prep.lemma in {"by", "in", "on"}]
        heads = [h for h in (relay, *objects) if h is not None and h.pos in {"PROPN", "NOUN"} and h.ent != "DATE"]
        out.extend(tree.phrase_span(head) for head in heads[:1])
        break
    return out
