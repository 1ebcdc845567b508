"""Totals with their values ("the toll rose to 61"), and parts and members of a list, which share what happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.extract.people_links import Link, Senses
from dateline.extract.people_near import state_of
from dateline.extract.people_units import Unit
from dateline.extract.scene import singular
from dateline.lexicon.measures import measure_words
from dateline.model.annotation import Token
from dateline.model.tree import Tree

TOLL_REACH = 24  # tokens from a total to its value
LIST_GAP = 7  # tokens between members of one list
SPREAD = 9  # tokens of place and time between members of one list
WHERE = frozenset({"ADP", "PROPN", "DET", "PUNCT", "CCONJ", "ADJ"})  # parts of speech of places and times


def total_links(senses: Senses, tree: Tree, units: Sequence[Unit], linked: frozenset[int]) -> list[Link]:
    """Units that are the value of a total: "the toll rose to 61", "brings to 19 the number killed"."""
    found: list[Link] = []
    for token in tree.tokens:
        measure = _total(senses, tree, token)
        unit = _value(tree, token, units, linked) if measure else None
        if measure and unit is not None:
            found.append(Link(unit, token, measure))
    return found


def _total(senses: Senses, tree: Tree, token: Token) -> str | None:
    """The measure of a noun for a number: of "toll" the killed, of "the number of people displaced" the displaced."""
    words = measure_words()
    for measure in words.totals.get(singular(token).lower(), ()):
        if measure:
            return measure
        inside = [t for t in tree.subtree(token) if token.index < t.index <= token.index + 8]
        for inner in [*inside, *tree.tokens[token.index + 1 : token.index + 2]]:
            if inner.text.lower() in words.states:
                return words.states[inner.text.lower()][0]
            known = words.counted.get(inner.lemma) or words.known.get(inner.lemma)
            if known:
                return known[0]
            if inner.pos == "VERB" and (given := next((m for m, _ in senses.of(tree, inner)), None)):
                return given
        compound = [c.lemma for c in tree.children(token, "compound", "amod", "nmod")]
        return next((words.nouns[c][0] for c in compound if c in words.nouns), None)
    return None


def _value(tree: Tree, total: Token, units: Sequence[Unit], linked: frozenset[int]) -> Unit | None:
    words = measure_words().reaching
    for unit in units:
        lead = tree.tokens[unit.first - 1] if unit.first else None
        if unit.first in linked or unit.share or unit.single or (lead is not None and lead.lemma == "from"):
            continue
        if total.index < unit.first <= total.index + TOLL_REACH:
            between = tree.tokens[total.index + 1 : unit.first]
            if any(t.lemma in words for t in between) or len(between) <= 1:
                return unit
        if lead is not None and lead.lemma == "to" and 0 < total.index - unit.last <= 4:
            return unit
    return None


def part_links(tree: Tree, units: Sequence[Unit], links: Sequence[Link]) -> list[Link]:
    """Units that are parts of a linked unit, or in one list with it: they share what happened to it."""
    told: dict[int, list[Link]] = {unit.first: [] for unit in units}
    for link in links:
        told[link.unit.first].append(link)
    found: list[Link] = []
    for _ in range(3):  # a list hands it on from member to member
        for before, unit in pairwise(units):
            for given, taker in ((before, unit), (unit, before)):
                if told[given.first] and not told[taker.first] and _together(tree, before, unit):
                    told[taker.first] = [Link(taker, link.governor, link.measure) for link in told[given.first]]
                    found += told[taker.first]
        whole: Unit | None = None
        for unit in units:
            if whole is not None and not told[unit.first] and _introduced(tree, unit):
                told[unit.first] = [Link(unit, link.governor, link.measure) for link in told[whole.first]]
                found += told[unit.first]
            whole = unit if told[unit.first] else whole
    return found


def _introduced(tree: Tree, unit: Unit) -> bool:
    """Whether words of a part stand before the unit, or in it: "..., among them four children", "three of them"."""
    if unit.noun is not None and unit.noun.text.lower() in {"them", "whom"}:
        return True
    at = unit.first - 1
    while at > 0 and tree.tokens[at].text.lower() in measure_words().before:
        at -= 1
    before = [t.lemma.lower() for t in tree.tokens[max(0, at - 1) : at + 1]]
    return bool(before) and (
        before[-1] == "include" or (before[0] == "among" and before[-1] in {"they", "them", "whom"})
    )


def _whole_of(tree: Tree, unit: Unit) -> bool:
    """Whether the unit is only the whole of which others are told: "Of the 40 passengers, 12 died"."""
    before = [t.lemma.lower() for t in tree.tokens[max(0, unit.first - 2) : unit.first]]
    return before in (["of", "the"], ["of"])


def _together(tree: Tree, one: Unit, other: Unit) -> bool:
    """Whether nothing but the words of a list stands between two units."""
    between = [t for t in tree.tokens[one.last + 1 : other.first] if t.pos != "SPACE"]
    if (other.single and not between) or _whole_of(tree, one):
        return False
    words = measure_words()
    parts = any(t.lemma.lower() in words.parts for t in between)
    if len(between) <= LIST_GAP and all(t.text.lower() in words.listing or (parts and state_of(t)) for t in between):
        return True
    link = next((t.lemma for t in reversed(between) if t.text.lower() not in measure_words().before), "")
    spread = all(t.pos in WHERE or t.ent or t.text.lower() in words.listing for t in between)
    return spread and link == "and" and len(between) <= SPREAD and not other.single
