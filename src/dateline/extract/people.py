"""Counted people of a sentence with what happened to them, found without any trigger; and which claim tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.people_links import Link, Senses, conjoined, verb_lemma
from dateline.extract.people_near import following, near_links
from dateline.extract.people_parts import part_links, total_links
from dateline.extract.people_units import THINGS, Counting, Unit
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import clause_verb
from dateline.lexicon.measures import measure_words
from dateline.model.annotation import Token
from dateline.model.claim import Figure
from dateline.model.span import Span
from dateline.model.tree import Tree

BODILY = frozenset({"killed", "injured"})
REPEATED = 8  # words that tell a repetition from a list of like figures
PARTITIVE = frozenset({"them", "whom", "those", "which"})
HELD_OR_ARMED = frozenset({"abducted", "detained", "fighters"})
FALLBACK = frozenset({"affected", "fighters", "protesters"})  # say least: they yield to what happened
# done to people only: their numbers count people even where the noun is not known
UNKNOWN = frozenset({"killed", "injured", "detained", "abducted", "protesters"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with the token of the word that governs it."""

    figure: Figure
    governor: Token


class People:
    """Finds the counted people of an article, one sentence at a time."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._counting = Counting(scene)
        self._senses = Senses(scene, self._counting)

    def facts(self, tree: Tree) -> list[Fact]:
        """The figures of a sentence in text order, each with the word that governs it."""
        units = self._counting.units(tree)
        people = [u for u in units if not u.share and not (u.nobody and u.noun is not None)]
        links = self._links(tree, people)
        beside = _by_unit(links)
        facts = [Fact(_figure(tree, link, beside[link.unit.first]), link.governor) for link in links]
        facts += [Fact(_plain(u, m), g) for u in units for m, g in self._others(tree, u, facts)]
        return _once(tree, sorted(facts, key=lambda fact: fact.figure.span))

    def _links(self, tree: Tree, units: list[Unit]) -> list[Link]:
        """The links of a sentence, the surer kinds first: what one finds, the next leave alone."""
        links = self._direct(tree, units)
        links += total_links(self._senses, tree, units, frozenset(link.unit.first for link in links))
        near = near_links(tree, [unit for unit in _untold(units, links) if not unit.joined])
        nearer = {link.governor.index: link for link in near}
        links = [link for link in links if not _taken(link, nearer.get(link.governor.index))] + near
        links += part_links(tree, units, links)
        links += [link for unit in _untold(units, links) if (link := self._known(tree, unit)) is not None]
        beside = Counter(governor for _, governor in {(link.unit.first, link.governor.index) for link in links})
        kept = [x for x in links if self._can_be(x) and (not x.unit.joined or beside[x.governor.index] > 1)]
        kept = _without_background(kept)
        says_more = {link.unit.first for link in kept if link.measure not in FALLBACK}
        return [link for link in kept if link.measure not in FALLBACK or link.unit.first not in says_more]

    def _direct(self, tree: Tree, units: list[Unit]) -> list[Link]:
        """The links by the parse; a participle right behind a unit beats a verb that the parse gives it to."""
        parsed = _by_unit(self._senses.links(tree, units))
        found: list[Link] = []
        starts = frozenset(unit.span.start for unit in units)
        for unit in units:
            links, behind = parsed.get(unit.first, []), following(tree, unit, starts)
            told = {link.measure for link in behind}
            if told & BODILY:
                links = [x for x in links if x.measure not in BODILY - told or _joined(tree, x, behind)]
            known = {link.measure for link in links}
            found += [*links, *(link for link in behind if link.measure not in known | FALLBACK)]
        return found

    def _others(self, tree: Tree, unit: Unit, facts: Sequence[Fact]) -> list[tuple[str, Token]]:
        """Nobody ("no casualties"), shares of ground that is held, and shares of people to whom something happened."""
        if not unit.share and not (unit.nobody and unit.noun is not None):
            return []
        words = measure_words()
        verb = clause_verb(tree, unit.top)
        if unit.nobody and unit.noun is not None and not unit.share:
            return [(measure, verb or unit.noun) for measure in words.nobody.get(singular(unit.noun).lower(), ())]
        if unit.people:
            happened = self._senses.links(tree, [unit])
            governor = happened[0].governor if happened else _whole(tree, unit, facts)
            return [("share", governor)] if governor is not None else []
        under = [t for t in tree.subtree(verb) if t.dep == "pobj" and t.lemma in words.held] if verb is not None else []
        held = [t for t in tree.ancestors(unit.top) if t.pos == "VERB" and verb_lemma(t) in words.held]
        held += [t for t in tree.ancestors(unit.top) if t.lemma in words.held and unit.top.dep == "pobj"]
        return [("share", at) for at in (held or under)[:1]]

    def _known(self, tree: Tree, unit: Unit) -> Link | None:
        """What the noun itself says where nothing else does: "60 protesters", "2,000 soldiers".

        Hostages, detainees and fighters to whom something else is done ("freed six hostages") count for nothing more.
        """
        if unit.noun is None or unit.single or not unit.people:
            return None
        words = measure_words()
        measures = words.known.get(singular(unit.noun).lower(), ())
        if not measures and self._counting.is_armed(unit.noun):
            measures = ("fighters",)
        if not measures:
            return None
        verb = clause_verb(tree, unit.top)
        passive = unit.top.dep == "nsubjpass" and verb is not None and tree.child(verb, "xcomp") is None
        if (unit.top.dep == "dobj" or passive) and measures[0] in HELD_OR_ARMED:
            return None
        return Link(unit, verb or unit.noun, measures[0])

    def _can_be(self, link: Link) -> bool:
        noun = link.unit.noun
        if verb_lemma(link.governor) in measure_words().captive and (noun is None or not link.unit.people):
            return noun is None and link.unit.low != 1  # "hold one in May", "hold three meetings"
        if link.unit.people or noun is None:
            return True
        lemma = singular(noun).lower()
        unknown = not self._scene.classes(noun) & THINGS and lemma not in measure_words().beasts
        return (
            link.measure in UNKNOWN and unknown and noun.tag in {"NNS", "NNPS"} and noun.ent in {"", "NORP", "PERSON"}
        )


def _figure(tree: Tree, link: Link, links: Sequence[Link]) -> Figure:
    """The figure of a link; a number that two outcomes share may be anything up to it: "killed or wounded 40"."""
    unit = link.unit
    others = [x for x in links if x.measure != link.measure]
    words = {(conjoined(tree, link.governor, x.governor), x.measure) for x in others}
    shared = any(word == "or" or (word == "and" and {link.measure, other} == BODILY) for word, other in words)
    figure = _plain(unit, link.measure)
    return replace(figure, low=None) if shared and not unit.nobody else figure


def _plain(unit: Unit, measure: str) -> Figure:
    return Figure(unit.span, measure, unit.low, unit.high, unit.who)


def _whole(tree: Tree, unit: Unit, facts: Sequence[Fact]) -> Token | None:
    """The word that governs the people of whom a share is told: "20 died, most of them nurses"."""
    text = {t.text.lower() for t in tree.tokens[unit.first : unit.last + 1]}
    if not text & (PARTITIVE | measure_words().mostly):
        return None
    before = [fact.governor for fact in facts if fact.figure.span.start < unit.span.start]
    counted = measure_words().counted
    return next(iter(before[-1:] or [t for t in tree.tokens if t.lemma in counted]), None)


def _by_unit(links: Sequence[Link]) -> dict[int, list[Link]]:
    out: dict[int, list[Link]] = {}
    for link in links:
        out.setdefault(link.unit.first, []).append(link)
    return out


def _without_background(links: list[Link]) -> list[Link]:
    """Without what the noun of a part says of the whole: of "seven of the wounded died" seven are killed."""
    count = Counter(link.unit.first for link in links)
    return [x for x in links if count[x.unit.first] == 1 or not _names_whole(x)]


def _names_whole(link: Link) -> bool:
    unit = link.unit
    return unit.noun is not None and unit.top.index != unit.noun.index == link.governor.index


def _untold(units: Sequence[Unit], links: Sequence[Link]) -> list[Unit]:
    told = {link.unit.first for link in links}
    return [unit for unit in units if unit.first not in told]


def _joined(tree: Tree, link: Link, others: Sequence[Link]) -> bool:
    return any(conjoined(tree, link.governor, other.governor) for other in others)


def _taken(link: Link, near: Link | None) -> bool:
    """Whether the unit of `near` stands between a governor and the unit that the parse gives it to."""
    return near is not None and link.unit.last < near.unit.first < near.governor.index


def _once(tree: Tree, facts: list[Fact]) -> list[Fact]:
    """The facts without those that the sentence repeats word for word: a standfirst run into the text."""
    seen: set[tuple[object, ...]] = set()
    out: list[Fact] = []
    by_start = {token.start: token for token in tree.tokens}
    for fact in facts:
        at = by_start.get(fact.figure.span.start)
        around = tree.tokens[max(0, at.index - 3) : at.index + 5] if at is not None else ()
        key = (fact.figure.measure, *(t.text for t in around))
        if key not in seen or len(around) < REPEATED:
            seen.add(key)
            out.append(fact)
    return out


def attach(facts: Sequence[Fact], targets: Sequence[tuple[Span, str | None]]) -> list[int | None]:
    """For each fact the index of the claim that tells it, or None where none of the sentence's claims does.

    `targets` are the triggers of the sentence's claims with their event types (None: of any type). The claim whose
    trigger governs the figure tells it, else the nearest of a type that fits; some go to the nearest of any type.
    """
    return [_target(fact, targets) for fact in facts]


def _target(fact: Fact, targets: Sequence[tuple[Span, str | None]]) -> int | None:
    telling = measure_words().claims[fact.figure.measure]
    governor = fact.governor.span
    own = [i for i, (span, _) in enumerate(targets) if span.overlaps(governor)]
    first = [i for i, (_, event) in enumerate(targets) if event in {None, telling.event}]
    second = [i for i, (_, event) in enumerate(targets) if event in telling.also]
    last = [] if telling.alone else list(range(len(targets)))
    near = next((found for found in (own, first, second, last) if found), [])
    return min(near, key=lambda i: targets[i][0].distance(governor), default=None)
