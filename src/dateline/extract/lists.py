"""Lists of place names that lost their commas on the way: "the towns of Arbin Kafr Batna Jisrin and Douma"."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.lexicon.grammar import word_class
from dateline.lexicon.triggers import things
from dateline.model.span import Span
from dateline.model.tree import Tree

FEWEST = 3  # names: two capitalised words in a row are more often one name ("the towns of Khan Younis")
_NAME = re.compile(r" (?:the )?((?:[aAeE][dlnrstz]h?[-'’])?[A-Z][\w'’]*(?:[-'’]\w+)*)")
_LAST = re.compile(r" and(?= [A-Zae])")


def unpunctuated(text: str, tree: Tree, span: Span) -> tuple[list[Span], str]:
    """The names of such a list that shares words with `span`, and the noun of what they are; none where there is none.

    A word that only opens a name ("Kafr", "Deir") belongs to the one after it.
    """
    for noun, of in pairwise(tree.tokens):
        if of.lemma == "of" and noun.tag == "NNS" and noun.lemma in things().areas:
            names = _names(text, of.end)
            if names and Span(noun.start, names[-1].end).overlaps(span):
                return names, noun.lemma
    return [], ""


def _names(text: str, at: int) -> list[Span]:
    """The capitalised names from a position on, up to the one after "and"."""
    names: list[Span] = []
    opened: int | None = None
    last = False
    while found := _NAME.match(text, at):
        at, first = found.end(), found.start(1) if opened is None else opened
        if found[1].casefold() in word_class("name_openers"):
            opened = first
            continue
        opened = None
        names.append(Span(first, at))
        if last:
            return names if len(names) >= FEWEST else []
        if end := _LAST.match(text, at):
            at, last = end.end(), True
    return []
