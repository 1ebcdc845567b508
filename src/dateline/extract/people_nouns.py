"""The nouns behind a number, and persons who have a name: small look-ups for counting people."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.syntax import counted_top
from dateline.lexicon.grammar import word_class
from dateline.lexicon.measures import form_of, measure_words, unglued
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN"})
REACH = 7  # tokens from a number to the noun that it counts
QUOTING = frozenset({"-", '"', "“", "‘", "'"})
OPENING = frozenset({"of", "the", "other", "more", "its", "own"})  # before the first noun only


def noun_run(tree: Tree, start: int) -> list[Token]:
    """The nouns with their adjectives that follow a number, up to the last noun."""
    out: list[Token] = []
    for token in [t for t in tree.tokens[start : start + 2 * REACH] if t.pos != "SPACE"][:REACH]:
        if token.tag == "VBN" and token.dep != "amod":
            break
        if _belongs(token, out):
            out.append(token)
            continue
        other_phrase = token.lemma == "the" and tree.tokens[token.index - 1].lemma not in {"of", "all"}
        if other_phrase or token.lemma not in OPENING or any(t.pos in NOMINAL for t in out):
            break
    while out and not nominal(out[-1]):
        out.pop()
    return out


def nominal(token: Token) -> bool:
    """Whether a word is a noun, also a noun for people that the tagger took for a verb ("mostly nurses")."""
    return token.pos in NOMINAL or (token.pos == "VERB" and role_of(token.text.lower()) is not None)


def _belongs(token: Token, out: Sequence[Token]) -> bool:
    joining = token.lemma == "and" and bool(out) and out[-1].dep in {"amod", "compound", "nmod"}
    return (
        nominal(token) or token.pos == "ADJ" or joining or token.text in QUOTING or token.tag in {"POS", "VBN", "PRP$"}
    )


def before_noun(run: Sequence[Token], token: Token) -> bool:
    """Whether a noun only stands before the noun that is counted ("police cars", "rebel-held towns")."""
    later = [t for t in run if t.index > token.index]
    if unglued(token.text) != token.text.lower():
        return False  # "people" that a lost blank runs into the next word
    if later and later[0].text == "-" and later[0].start == token.end:
        return True
    return any(t.pos in NOMINAL for t in later) and token.dep in {"compound", "nmod", "amod", "poss"}


def tells(noun: Token) -> bool:
    """Whether the tagger took a participle of a headline for a noun ("Twelve Slain")."""
    words, form = measure_words(), form_of(noun.text)
    past = form is not None and form[1] == "past" and form[0] in words.done_to
    return past and noun.text.lower() not in words.counted


def more_behind(tree: Tree, last: Token) -> bool:
    """Whether "more" stands behind a number: the next noun may then be another phrase's."""
    after = tree.tokens[last.index + 1 : last.index + 2]
    return bool(after) and after[0].lemma == "more"


def group_of(tree: Tree, number: Token) -> Token | None:
    """The group whose members a number gives: "a family of five"."""
    of = tree.head(number)
    group = tree.head(of) if number.dep == "pobj" and of is not None and of.lemma == "of" else None
    return group if group is not None and group.lemma in word_class("groups") | {"crew"} else None


def is_age(tree: Tree, number: Token) -> bool:
    """Whether the number says how old a person is: "a boy of 12"."""
    of = tree.head(number)
    person = tree.head(of) if number.dep == "pobj" and of is not None and of.lemma == "of" else None
    role = role_of(person.lemma) if person is not None and person.tag == "NN" else None
    return role is not None and role.person and not role.collective


def is_named(tree: Tree, noun: Token) -> bool:
    """Whether the person has a name: "a nurse, Sara Haddad", "Sara Haddad a nurse from Lima"."""
    if any(c.pos == "PROPN" for c in tree.children(noun, "appos")):
        return True
    after = tree.tokens[noun.index + 1 : noun.index + 3]
    if after and (after[0].ent == "PERSON" or (after[0].text == "," and after[-1].ent == "PERSON")):
        return True
    edge = tree.left_edge(noun)
    before = tree.tokens[edge.index - 1] if edge.index else None
    head = tree.head(noun)
    appended = noun.dep == "appos" and head is not None and head.pos == "PROPN"
    return appended or (before is not None and before.ent == "PERSON" and noun.dep != "conj")


def one_is_named(tree: Tree, noun: Token) -> bool:
    """Whether the one of several has a name: "one of the dead was Omar Haddad"."""
    top = counted_top(tree, noun)
    head = tree.head(top)
    told = tree.child(head, "attr") if head is not None and head.lemma == "be" else None
    behind = [t for c in (told, *tree.children(top, "appos")) if c is not None for t in tree.subtree(c)]
    return any(t.ent == "PERSON" for t in behind) or is_named(tree, noun)


def speaks(tree: Tree, noun: Token) -> bool:
    """Whether the person only reports: "a monitor said"."""
    after = tree.tokens[noun.index + 1 : noun.index + 2]
    head = tree.head(noun)
    saying = reporting().saying
    speaking = head is not None and noun.dep == "nsubj" and head.lemma in saying
    return speaking or (bool(after) and after[0].lemma in saying)
