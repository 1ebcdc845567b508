"""Who says it: the speaker of a reporting verb and who passes it on."""

from __future__ import annotations

from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span, cover
from dateline.model.tree import Tree

CLIMBED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "acl"})  # from a clause to the one above
OBJECTS = frozenset({"attr", "dobj", "pobj"})  # from a noun that a participle hangs from to the verb above
FINITE = frozenset({"VBD", "VBP", "VBZ"})
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
    words = reporting()
    return (
        noun.lemma in words.nouns
        or noun.lemma in words.documents
        or noun.text.lower() in words.documents
        or (role is not None and (role.person or role.collective or role.source or role.media))
    )


def speaker(tree: Tree, verb: Token) -> list[Token]:
    """The token that heads the speaker; empty for a verb whose speaker the sentence does not name."""
    if verb.tag == "VBN" and verb.dep in {"advcl", "acl"} and tree.child(verb, "aux", "auxpass") is None:
        return passive_agent(tree, verb)  # "asked about the raid": by somebody else
    at: Token | None = verb
    for _ in range(STEPS):
        if at is None:
            break
        found = (passive_agent(tree, at) or _of_paper(tree, at)) if at is verb else None
        found = found or (None if _misread(tree, at, verb) else _speaker_at(tree, at, verb))
        if found is not None:
            return found
        if at.dep not in CLIMBED and not _of_object(at, verb):
            break
        at = tree.head(at)
    return []


def _of_object(at: Token, verb: Token) -> bool:
    """Whether a participle hangs from an object of its own speaker: "ended the talks saying that"."""
    noun = at.pos in {"NOUN", "PROPN"} and at.dep in OBJECTS
    return noun and verb.tag == "VBG" and verb.lemma not in word_class("evincing")


def _misread(tree: Tree, at: Token, verb: Token) -> bool:
    """Whether the clause of `at` is not that of the cue, whatever the parse says.

    A finite verb is not coordinated with an infinitive ("pressed for talks to go on and said"), and a thing that cannot
    speak adds nothing ("said the raid had failed, adding").
    """
    if at is verb or at.lemma in reporting().quoting:
        return False
    if at.tag == "VB" and verb.tag in FINITE and verb.dep == "conj":
        return True
    if verb.tag != "VBG":
        return False
    above, subject = tree.head(at), _subject(tree, at)
    main = _subject(tree, above) if above is not None else None
    apart = tree.tokens[verb.index - 1].text == "," and main is not None and _may_speak(tree, main)
    if at.dep == "advcl" and at.tag in FINITE and tree.child(at, "mark", "advmod") is not None and apart:
        return True  # "halted talks after gunmen struck the city, saying"
    asked = above is not None and at.dep == "ccomp" and at.tag not in {"VBD", "VBZ"} and apart
    if asked and above is not None and above.lemma in word_class("requiring"):
        return True  # "demanded that Niger return the man, saying"
    return subject is not None and subject.tag not in {"WP", "WDT"} and not _may_speak(tree, subject)


def _subject(tree: Tree, verb: Token) -> Token | None:
    """The subject of a verb, of two the one that can speak: "another bomb went off, said the source"."""
    subjects = tree.children(verb, "nsubj")
    speaking = (t for t in subjects if t.text[0].isalnum() and _may_speak(tree, t))
    return next(speaking, subjects[0] if subjects else None)


def _may_speak(tree: Tree, noun: Token) -> bool:
    """Whether a noun, or what it is a number of, can speak: "hundreds of students"."""
    of = tree.child(noun, "prep") if noun.lemma in word_class("numeric") else None
    counted = tree.child(of, "pobj") if of is not None and of.lemma == "of" else None
    return can_speak(noun) or (counted is not None and can_speak(counted))


def passive_agent(tree: Tree, verb: Token) -> list[Token]:
    """Who does it where the verb is passive: "an attack claimed by the group", "was accused by Paris of ..."."""
    passive = verb.tag == "VBN" and (
        verb.dep in {"acl", "advcl"} or tree.child(verb, "auxpass", "nsubjpass") is not None
    )
    other = verb.lemma in reporting().quoting or verb.lemma in reporting().passing_on
    agent = tree.child(verb, "agent") if passive and not other else None
    by = tree.child(agent, "pobj") if agent is not None else None
    return tree.conjuncts(by) if by is not None and can_speak(by) else []


def _of_paper(tree: Tree, verb: Token) -> list[Token] | None:
    """Of "issued a statement saying" who issued it, of "a letter asking" the letter, of "a man hoping" the man."""
    noun = tree.head(verb)
    if verb.dep != "acl" or verb.tag != "VBG" or noun is None or tree.child(verb, "nsubj") is not None:
        return None
    words = reporting()
    issued = tree.head(noun) if noun.dep == "dobj" and noun.lemma in words.documents | words.nouns else None
    subject = tree.child(issued, "nsubj") if issued is not None else None
    if issued is not None and subject is not None:
        return _relative(tree, issued, subject)
    return [noun] if can_speak(noun) else None


def _speaker_at(tree: Tree, at: Token, verb: Token) -> list[Token] | None:
    """The speaker that the verb `at` gives to the cue `verb`; None where the search goes on upward."""
    quotes_another = at is not verb and at.lemma in reporting().quoting
    quoted = tree.child(at, "nsubjpass")
    if quoted is not None:
        return [quoted] if quotes_another else []
    said = tree.child(at, "dobj") if quotes_another else None
    if said is not None and any(prep.lemma == "as" for prep in tree.children(at, "prep")):
        return [said]
    subject = _subject(tree, at)
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
        return [_said_of(tree, noun)]
    after = subject.index > verb.index
    nouns = {"NOUN", "PROPN", "PRON", "NUM"}  # "one of the survivors said"
    beside = [c for appos in tree.children(subject, "appos") for c in tree.children(appos, "conj") if c.ent == "PERSON"]
    return [t for t in (*tree.conjuncts(subject), *beside) if t.pos in nouns and (t.index > verb.index) == after]


def _said_of(tree: Tree, noun: Token) -> Token:
    """The noun that a relative clause of saying is about: of "a paper on religion that said" the paper."""
    prep = tree.head(noun) if noun.dep == "pobj" and not can_speak(noun) else None
    above = tree.head(prep) if prep is not None else None
    papers = reporting().documents | reporting().nouns
    return above if above is not None and above.lemma in papers else noun


def names(tree: Tree, head: Token) -> list[Span]:
    """The name that `head` heads; two where the parse made one of them ("police and army officials")."""
    named = next((a for a in tree.children(head, "appos") if a.ent == "PERSON" and head.ent != "PERSON"), None)
    if named is not None and named.pos == "PROPN" and tree.left_edge(named).index > head.index + 1:
        return [tree.phrase_span(named)]  # "the governor, Omar Haddad, said"
    inner = tree.child(head, "nmod")
    beside = tree.child(inner, "conj") if inner is not None and inner.tag == "NNS" else None
    if inner is not None and beside is not None and can_speak(inner) and beside.index < head.index:
        return [Span(tree.left_edge(inner).start, inner.end), Span(beside.start, head.end)]
    span = _unquoted(tree, head, tree.phrase_span(head))
    if (ending := tree.child(head, "case")) is not None and ending.end == span.end:
        span = Span(span.start, head.end)  # "the army's claim"
    prep = next((p for p in tree.children(head, "prep") if p.text.istitle() and p.start == span.end + 1), None)
    thing = tree.child(prep, "pobj") if prep is not None else None
    return [Span(span.start, thing.end) if thing is not None and thing.pos == "PROPN" else span]


def _unquoted(tree: Tree, head: Token, span: Span) -> Span:
    """The part of `span` after a closing quotation mark before `head`, which ends what the speaker said."""
    inside = [t for t in tree.tokens if span.start < t.start < head.start and t.text in {"”", '"', "''", "»"}]
    return Span(tree.tokens[inside[-1].index + 1].start, span.end) if inside else span


def whole(tree: Tree, verb: Token, chain: list[Token]) -> tuple[Span, ...]:
    """The words that stand for the speaker before or after the verb, with all that is said about them, as one span."""
    subject = tree.child(verb, "nsubj")
    head = subject if subject is not None and not passive_agent(tree, verb) else chain[0]
    after = head.index > verb.index
    inside = [t for t in tree.subtree(head) if t.index != verb.index]
    tokens = [t for t in inside if (t.index > verb.index) == after] or [head]
    while len(tokens) > 1 and tokens[-1].pos in {"PUNCT", "SPACE", "CCONJ"}:
        tokens.pop()
    return (cover([t.span for t in tokens]),)
