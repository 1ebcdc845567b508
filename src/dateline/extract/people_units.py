"""Counted people in a sentence: numbers with what they count, and single persons ("a man", "another child")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dateline.extract.people_nouns import (
    NOMINAL,
    REACH,
    before_noun,
    group_of,
    is_age,
    is_named,
    more_behind,
    noun_run,
    one_is_named,
    speaks,
    tells,
)
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import counted_noun, counted_top
from dateline.lexicon.grammar import word_class
from dateline.lexicon.measures import measure_words, unglued
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Quantity, Token
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

THINGS = frozenset({"WEAPON", "VEHICLE", "FACILITY", "AREA", "STRIKE", "PLACE"})
INSIDE = frozenset({"nummod", "quantmod", "amod", "compound", "det", "nmod", "predet", "advmod", "npadvmod", "appos"})


@dataclass(frozen=True, slots=True)
class Unit:
    """People counted once: the interval, the words `span`, and where they stand in the tree.

    `noun` says who is counted (None: a bare number), `top` is the head of the whole phrase, `first`..`last` are the
    indexes of its tokens. `people` is False where the noun is not known to mean people. `share` is a part of a whole.
    """

    low: float | None
    high: float | None
    span: Span
    noun: Token | None
    top: Token
    first: int
    last: int
    who: str | None = None
    people: bool = True
    share: bool = False
    single: bool = False
    joined: bool = False  # a single person told only beside another ("a man and his son")
    number: int = -1  # the index of the number's own token

    @property
    def heads(self) -> frozenset[int]:
        """The indexes of the tokens that stand for the phrase in the tree."""
        return frozenset({self.top.index, self.number, *([self.noun.index] if self.noun is not None else [])}) - {-1}

    @property
    def nobody(self) -> bool:
        """Whether the words say that there was none."""
        return self.low == 0 == self.high


class Counting:
    """Finds the counted people of an article, one sentence at a time."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        counted = [q for q in scene.annotated.quantities if q.unit in {"count", "share"}]
        self._near = SpanIndex((q.span, q) for q in counted)

    def units(self, tree: Tree) -> list[Unit]:
        """The counted people of a sentence in text order, apart from each other."""
        found: list[Unit] = []
        starts = [token.start for token in tree.tokens]
        for quantity in self._near.touching(tree.sentence.span):
            number = quantity.number
            first = max(0, bisect_right(starts, number.start) - 1)
            inside = [t for t in tree.tokens[first : bisect_left(starts, number.end)] if t.end > number.start]
            unit = self._unit(tree, quantity, inside) if inside else None
            if unit is not None:
                found.append(unit)
        found += [u for t in tree.tokens if (u := self._mostly(tree, t)) is not None]
        taken = {at for unit in found for at in range(unit.first, unit.last + 1)}
        found += [u for t in tree.tokens if t.index not in taken if (u := self._single(tree, t)) is not None]
        return sorted(found, key=lambda unit: unit.first)

    def is_armed(self, noun: Token) -> bool:
        """Whether a noun means armed people, known by side or not ("gunmen")."""
        role = role_of(singular(noun).lower())
        return "ARMED" in self._scene.classes(noun) or (role is not None and role.person and role.sector == "UNK")

    def is_people(self, noun: Token) -> bool:
        """Whether a noun is known to mean people, one by one or as a group of them."""
        lemma = singular(noun)
        if noun.pos == "PRON" or lemma in word_class("rests") | word_class("groups"):
            return True
        words = measure_words()
        free = unglued(noun.text)
        glued = free != noun.text.lower()
        if glued and (role_of(free) is not None or free.removesuffix("s") in words.counted):
            return True
        if lemma in words.counted or noun.text.lower() in words.counted or lemma in words.known:
            return True
        role = role_of(noun.text.lower()) or role_of(lemma)
        classes = self._scene.classes(noun)
        if role is not None:
            return role.person or (role.collective and lemma in measure_words().bodies)
        return bool(classes & {"PEOPLE", "ARMED"}) and not classes & THINGS

    def _unit(self, tree: Tree, quantity: Quantity, inside: list[Token]) -> Unit | None:
        within = range(inside[0].index, inside[-1].index + 1)
        number = next((t for t in inside if t.head not in within or t.head == t.index), inside[-1])
        noun = self._noun(tree, number, inside[-1])
        if quantity.unit == "share":
            return self._share(tree, quantity, number, noun, inside)
        if noun is not None and not self.is_people(noun) and self._scene.classes(noun) & (THINGS - {"PLACE"}):
            return None
        if (quantity.low == 1 == quantity.high and one_is_named(tree, noun or number)) or is_age(tree, number):
            return None
        top = counted_top(tree, noun if noun is not None else number)
        last = max(noun.index if noun is not None else 0, inside[-1].index)
        first = min(inside[0].index, noun.index if noun is not None else inside[0].index)
        people = noun is None or self.is_people(noun)
        span = _span(quantity, noun)
        who = self._who(tree, noun, quantity)
        return Unit(quantity.low, quantity.high, span, noun, top, first, last, who, people, number=number.index)

    def _noun(self, tree: Tree, number: Token, last: Token) -> Token | None:
        """What a number counts: by the parse, else the last noun for people in the run of nouns behind it."""
        counted = self._by_parse(tree, number, last)
        run = noun_run(tree, last.index + 1)
        if counted is not None and (tells(counted) or (more_behind(tree, last) and not self.is_people(counted))):
            counted = None
        if run and tells(run[0]):
            run = []
        known = [t for t in run if self.is_people(t) and not before_noun(run, t)]
        if known and (counted is None or (not self.is_people(counted) and counted.index <= known[-1].index + 1)):
            return known[-1]
        if counted is None and run and run[-1].tag in {"NNS", "NNPS"} and not more_behind(tree, last):
            return run[-1]
        return counted

    def _by_parse(self, tree: Tree, number: Token, last: Token) -> Token | None:
        of = counted_noun(tree, number)
        if of.index != number.index:
            return of
        at = number
        for _ in range(3):
            head = tree.head(at)
            if head is None or at.dep not in INSIDE or head.pos not in {*NOMINAL, "NUM", "PRON", "ADJ"}:
                break
            at = head
        if at.index == number.index or at.pos == "NUM":
            return group_of(tree, number)
        spaces = sum(t.pos == "SPACE" for t in tree.tokens[last.index : at.index])
        near = last.index < at.index <= last.index + REACH + spaces
        if at.pos == "ADJ" and at.lemma not in measure_words().states:
            return None
        return counted_noun(tree, at) if near else None

    def _who(self, tree: Tree, noun: Token | None, quantity: Quantity) -> str | None:
        if noun is None or quantity.span.start <= noun.start < quantity.span.end:
            return None
        if noun.pos == "PRON":  # "six of them pupils"
            run = noun_run(tree, noun.index + 1)
            return run[-1].text if run and self.is_people(run[-1]) else noun.text
        before = [t for t in tree.children(noun, "amod", "compound") if t.start >= quantity.span.end]
        start = min([noun.start, *(t.start for t in before)])
        end = tree.phrase_span(noun).end if noun.lemma == "member" else noun.end  # of whom says more than the noun
        return Span(start, max(end, noun.end)).of(self._scene.text)

    def _share(
        self, tree: Tree, quantity: Quantity, number: Token, noun: Token | None, inside: list[Token]
    ) -> Unit | None:
        counted = noun if noun is not None else number
        known = noun is not None and (self.is_people(noun) or noun.lemma in measure_words().counted)
        who = noun if known else None
        first = next(iter(t for t in tree.subtree(counted) if t.index > inside[-1].index and t.pos in NOMINAL), None)
        if first is not None and self._scene.classes(first) & {"AREA", "PLACE"}:
            who, noun = None, first  # "a tenth of the land that the militia held"
        elif who is None and noun is not None and not self._scene.classes(noun) & {"AREA", "PLACE"}:
            return None
        last = max(inside[-1].index, who.index if who is not None else 0)
        top = counted_top(tree, counted)
        span = _span(quantity, None)
        people = who is not None
        text = who.text if who is not None else None
        return Unit(
            quantity.low, quantity.high, span, who or noun, top, inside[0].index, last, text, people, share=True
        )

    def _mostly(self, tree: Tree, adverb: Token) -> Unit | None:
        """A share told by an adverb: "50 people, mostly nurses" is half of them or more."""
        if adverb.lemma not in measure_words().mostly:
            return None
        run = noun_run(tree, adverb.index + 1)
        role = role_of(run[-1].text.lower()) if run else None
        if role is None or not (role.person and role.plural):
            return None
        span = Span(adverb.start, run[-1].end)
        return Unit(0.5, None, span, run[-1], run[-1], adverb.index, run[-1].index, run[-1].text, share=True)

    def _single(self, tree: Tree, noun: Token) -> Unit | None:
        """As in "A man", "another child", "another": one; a named person is no figure."""
        if noun.lemma == "another" and noun.dep in {"nsubj", "nsubjpass", "dobj"}:
            return Unit(1, 1, noun.span, None, noun, noun.index, noun.index, single=True)
        if not self._is_person(noun) or noun.dep in {"compound", "nmod", "amod", "attr", "poss"}:
            return None
        det = tree.child(noun, "det", "poss", "nummod")
        joined = det is None or det.lemma not in word_class("single")
        if (joined and not _stands_beside(tree, noun, det)) or is_named(tree, noun) or speaks(tree, noun):
            return None
        start = det if det is not None and det.index < noun.index else noun
        span = Span(start.start, noun.end)
        return Unit(1, 1, span, noun, noun, start.index, noun.index, noun.text, single=True, joined=joined)

    def _is_person(self, noun: Token) -> bool:
        """Whether a singular noun means one person: a role, or somebody of a nation ("a Chilean")."""
        if noun.tag not in {"NN", "NNP"} or noun.pos not in {*NOMINAL, "ADJ"}:
            return False
        if self._scene.kinds.get(noun.start) == "NORP" and noun.pos in NOMINAL:
            return True
        role = role_of(noun.lemma)
        return noun.tag == "NN" and role is not None and role.person and not (role.collective or role.source)


def _stands_beside(tree: Tree, noun: Token, det: Token | None) -> bool:
    """Whether a person without an article stands in a list with others: "a man and his son", "nurse and pupil dead"."""
    beside = noun.dep == "conj" or tree.child(noun, "conj") is not None
    return beside and noun.tag == "NN" and (det is None or det.dep == "poss")


def _span(quantity: Quantity, noun: Token | None) -> Span:
    if noun is None:
        return quantity.span
    return Span(min(quantity.span.start, noun.start), max(quantity.span.end, noun.end))
