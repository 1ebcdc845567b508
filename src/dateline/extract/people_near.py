"""What happened to counted people, by the words directly around them: for headlines and for a broken parse."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.people_links import Link
from dateline.extract.people_units import Unit
from dateline.lexicon.measures import form_of, measure_words, unglued
from dateline.model.annotation import Token
from dateline.model.tree import Tree

LONG = 14  # tokens that a phrase may take up behind its number
BETWEEN = frozenset({"others", "more", "people", "also"})  # behind a number and before its auxiliary


def near_links(tree: Tree, units: Sequence[Unit]) -> list[Link]:
    """Links of units directly before or behind a word that gives a measure, for sentences with a broken parse."""
    found: list[Link] = []
    stops = [*(unit.first for unit in units[1:]), len(tree.tokens)]
    for unit, stop in zip(units, stops, strict=False):
        link = _behind(tree, unit) or _before(tree, unit) or _later(tree, unit, stop)
        if link is not None:
            found.append(link)
    return found


def following(tree: Tree, unit: Unit, starts: frozenset[int]) -> list[Link]:
    """Bare participles or adjectives right behind the unit: "15 wounded", "seven others injured", "12 killed, hurt".

    `starts` are the first characters of the sentence's units.
    """
    found: list[Link] = []
    at = _skip(tree, unit.last + 1, 1, measure_words().behind)
    while at is not None and (measure := state_of(tree.tokens[at])) is not None:
        found.append(Link(unit, tree.tokens[at], measure))
        after = [t for t in tree.tokens[at + 1 : at + 5] if t.pos != "SPACE"][:2]
        if after and after[0].text.lower() in {",", "or", "and"} and state_of(after[-1]) is not None:
            at = after[-1].index
        elif after and state_of(after[0]) is not None:
            at = after[0].index
        elif after and (_opens(after[0]) or after[0].start in starts):
            return []  # the unit does it: "six rebels killed a guard", "six wounded guards"
        else:
            break
    return found


def state_of(token: Token) -> str | None:
    """The measure of a bare participle or adjective ("wounded"), or None."""
    words, word = measure_words(), unglued(token.text)
    if token.tag not in {"VBN", "VBD", "JJ", "NN", "NNS", "NNP", "RB", "NNPS"}:
        return None
    form = form_of(word)
    done = words.done_to.get(form[0], ()) if form is not None and form[1] == "past" else ()
    return next(iter([*words.states.get(word, ()), *done]), None)


def _opens(after: Token) -> bool:
    """Whether a word begins an object."""
    nominal = after.pos in {"NUM", "DET", "PRON", "NOUN", "PROPN", "ADJ"} or after.tag == "PRP$"
    other_phrase = after.dep in {"nsubj", "nsubjpass", "mark", "advcl", "npadvmod"} or after.ent in {"DATE", "TIME"}
    return nominal and not other_phrase


def _later(tree: Tree, unit: Unit, stop: int) -> Link | None:
    """The first verb behind a unit with a long phrase: "200 drivers and owners of the line were arrested"."""
    verbs = [t for t in tree.tokens[unit.last + 1 : min(stop, unit.last + LONG)] if t.pos in {"VERB", "AUX", "PUNCT"}]
    if not verbs or verbs[0].pos == "PUNCT":
        return None
    form = form_of(verbs[0].text)
    if form is not None and verbs[0].pos == "VERB":
        measures = measure_words().undergone.get(form[0], ()) if form[1] != "gerund" else ()
        return Link(unit, verbs[0], measures[0]) if measures else None
    return _passive(tree, unit, verbs[0].index) if verbs[0].pos == "AUX" else None


def _behind(tree: Tree, unit: Unit) -> Link | None:
    at = unit.last + 1
    if at + 1 < len(tree.tokens) and tree.tokens[at].text == ",":  # "another group, some 70 monks, fled"
        form = form_of(tree.tokens[at + 1].text)
        return _passive(tree, unit, at + 1) if form is not None and form[1] == "past" else None
    return _passive(tree, unit, at)


def _passive(tree: Tree, unit: Unit, at: int) -> Link | None:
    """What stands behind auxiliaries: "were also killed", "have been missing"; a verb that the unit undergoes."""
    start, passive, being = at, False, measure_words().being
    while at < len(tree.tokens) and at <= start + 5:
        token = tree.tokens[at]
        if token.pos == "SPACE":
            start += 1
        elif token.pos == "AUX" or token.lemma in being | {"have"}:
            passive = passive or token.lemma in being
        elif token.pos not in {"ADV", "PART"} and token.text.lower() not in BETWEEN:
            break
        at += 1
    if at >= len(tree.tokens):
        return None
    token, words = tree.tokens[at], measure_words()
    verb = form_of(token.text)
    if verb is None:
        states = words.states.get(token.text.lower(), ()) if passive else ()
        return Link(unit, token, states[0]) if states else None
    if passive and verb[1] == "past" and verb[0] in words.done_to:
        return Link(unit, token, words.done_to[verb[0]][0])
    if (
        not passive
        and verb[0] in words.undergone
        and (token.pos == "VERB" or unglued(token.text) != token.text.lower())
    ):
        return Link(unit, token, words.undergone[verb[0]][0])
    return None


def _before(tree: Tree, unit: Unit) -> Link | None:
    first = unit.first
    while first > 0 and tree.tokens[first - 1].start >= unit.span.start:
        first -= 1  # the qualifier of the number: "more than 40"
    at = _skip(tree, first - 1, -1, measure_words().before)
    if at is None:
        return None
    token, words = tree.tokens[at], measure_words()
    verb = form_of(token.text)
    if verb is None or verb[0] not in words.done_to:
        return None
    earlier = tree.tokens[max(0, at - 2) : at]
    if verb[1] == "past" and any(t.lemma in {"be", "get"} for t in earlier):
        return None
    return Link(unit, token, words.done_to[verb[0]][0])


def _skip(tree: Tree, at: int, step: int, through: frozenset[str]) -> int | None:
    """The first token from `at` on that is none of `through`; None past the sentence or 5 tokens away."""
    left = 5
    while left and 0 <= at < len(tree.tokens):
        token = tree.tokens[at]
        if token.pos != "SPACE":
            if token.text.lower() not in through:
                return at
            left -= 1
        at += step
    return None
