"""Through whom it comes: outlets that were told, that quote or carry, and sources that are cited."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicon.actors import named
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

THROUGH = frozenset({"by", "in", "on", "to", "with"})  # prepositions that lead to an outlet
ASIDE = ("prep", "advcl", "agent", "acl")  # what says where, how and to whom something was said
NO_OUTLET = frozenset({"DATE", "GPE", "LOC", "NORP", "PERSON", "TIME"})
SOURCES = frozenset({"PROPN", "NOUN", "PRON", "NUM"})


def relays(tree: Tree, verb: Token, speaker: Token) -> list[Span]:
    """Who passed it on, the nearest first: "told the X newspaper", "was quoted as saying in X", "on X television"."""
    quoting = _quoted_by(tree, verb)
    found = [*_told(tree, verb), *([quoting] if quoting is not None else []), *_carried(tree, verb, speaker)]
    spans: list[Span] = []
    for noun in found:
        span = tree.phrase_span(noun)
        if not any(span.overlaps(known) for known in spans):
            spans.append(span)
    return spans


def cited(tree: Tree, verb: Token, speaker: Token) -> list[Token]:
    """Whom the speaker names as its own source: "..., citing two officials"."""
    for token in tree.tokens:
        if token.tag != "VBG" or not is_citing(tree, token):
            continue
        thing = tree.child(token, "dobj")
        own = token.head > verb.index or token.head in {verb.index, speaker.index}
        if thing is not None and own and thing.pos in SOURCES:
            return tree.conjuncts(thing)
    return []


def is_citing(tree: Tree, token: Token) -> bool:
    """Whether a word opens the naming of a source behind a comma: "..., citing two officials"."""
    if token.tag != "VBG" or token.lemma not in reporting().quoting or not token.index:
        return False
    return tree.tokens[token.index - 1].text == ","


def is_outlet(noun: Token, tree: Tree) -> bool:
    """Whether a noun denotes a news outlet, by its kind or by its name."""
    if noun.lemma in word_class("media_nouns"):
        return True
    if noun.pos != "PROPN":
        return False
    role = role_of(noun.text.lower())
    text = "".join(t.text + (" " if t.end < after.start else "") for t, after in _pairs(tree.phrase(noun)))
    actor = named(text.strip()) or named(noun.text)
    return (role is not None and role.media and not role.person) or (actor is not None and actor.sector == "MED")


def _pairs(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    return zip(tokens, [*tokens[1:], tokens[-1]], strict=True)


def _asked(tree: Tree, noun: Token) -> bool:
    """Whether somebody spoke to a name that is no person, place or day: "in an interview with Al Karama"."""
    prep = tree.head(noun)
    talk = tree.head(prep) if prep is not None and prep.lemma in {"to", "with"} else None
    named = noun.pos == "PROPN" and noun.ent not in NO_OUTLET
    return named and talk is not None and talk.lemma in word_class("interviews")


def _told(tree: Tree, verb: Token) -> list[Token]:
    told = tree.child(verb, "dobj", "dative") if verb.lemma == "tell" else None
    if told is None:
        return []
    if is_outlet(told, tree):
        return [told]
    if told.lemma in reporting().listener_only:  # "told the agency's reporter"
        return [told] if any(is_outlet(c, tree) for c in tree.children(told, "poss", "compound", "nmod")) else []
    return [told] if told.pos == "PROPN" and told.ent not in NO_OUTLET else []


def _quoted_by(tree: Tree, verb: Token) -> Token | None:
    """Who quotes: the subject of "quoted X as saying", or the outlet of "X was quoted as saying by"."""
    above = next((a for a in tree.ancestors(verb) if a.lemma in reporting().quoting), None)
    if above is None:
        return None
    relay = tree.child(above, "nsubj") if tree.child(above, "nsubjpass") is None else None
    preps = [*tree.children(above, "prep", "agent"), *tree.children(verb, "prep", "agent")]
    objects = [tree.child(prep, "pobj") for prep in preps if prep.lemma in {"by", "in", "on"}]
    heads = [h for h in (relay, *objects) if h is not None and h.pos in {"PROPN", "NOUN"} and h.ent != "DATE"]
    return heads[0] if heads else None


def _carried(tree: Tree, verb: Token, speaker: Token) -> Iterator[Token]:
    """Outlets in what is said of how it was said ("in an interview with X"), and who posted a picture."""
    asides = [a for a in tree.children(verb, *ASIDE) if a.lemma not in reporting().quoting]
    of_speaker = tree.children(speaker, "acl", "prep") if speaker.index < verb.index else []
    for aside in (*asides, *of_speaker):
        for noun in tree.subtree(aside):
            prep = tree.head(noun)
            led = noun.dep == "pobj" and prep is not None and prep.lemma in THROUGH
            if led and (is_outlet(noun, tree) or _asked(tree, noun)):
                yield noun
    above = tree.head(verb)
    if verb.dep == "conj" and above is not None and above.lemma in reporting().passing_on:
        of_speaker.append(above)  # "footage posted by activists showed": the parse took it for two verbs
    for posted in of_speaker:
        agent = tree.child(posted, "agent") if posted.lemma in reporting().passing_on else None
        by = tree.child(agent, "pobj") if agent is not None else None
        if by is not None and speaker.lemma in reporting().documents:
            yield by
