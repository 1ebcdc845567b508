"""How many: the numbers of people that belong to an event, with what they count."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import counted_noun, counted_top
from dateline.lexicon.grammar import word_class
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Quantity, Token
from dateline.model.claim import Figure
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

TOLL_REACH = 9  # tokens from "toll" to its number


class Counter:
    """Finds figures in an article; remembers which quantities it has given away."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        counted = [q for q in scene.annotated.quantities if q.unit in {"count", "share"}]
        self._near = SpanIndex((q.span, q) for q in counted)

    def figures(self, tree: Tree, heads: Iterable[Token], measure: str) -> tuple[Figure, ...]:
        """One figure for each counted noun phrase among `heads`."""
        out: list[Figure] = []
        for head in heads:
            figure = self.figure(tree, head, measure)
            if figure is not None and not any(figure.span.overlaps(f.span) for f in out):
                out.append(figure)
        return tuple(out)

    def toll(self, tree: Tree, toll: Token, measure: str) -> list[Figure]:
        """The number that a toll stands at: "a toll of eight", "bringing the toll to 61 people"."""
        for quantity in self._near.touching(tree.sentence.span):
            at = tree.token_at(quantity.number.start)
            if at is None or quantity.unit != "count" or not toll.index < at.index <= toll.index + TOLL_REACH:
                continue
            noun = tree.head(at) if at.dep == "nummod" else at
            if noun is not None and (noun.index == at.index or self._people(noun)):
                return [self._counted(tree, noun, quantity, measure) or Figure(quantity.span, measure, quantity.low,
                                                                               quantity.high)]  # fmt: skip
        return []

    def figure(self, tree: Tree, noun: Token, measure: str) -> Figure | None:
        """The figure that a noun phrase holds, or None where it counts nobody."""
        phrase = tree.phrase_span(noun)
        quantity = self._quantity(tree, noun, phrase) or self._members(tree, noun)
        if quantity is not None:
            if quantity.unit == "share":
                return self._share(tree, noun, quantity)
            return self._counted(tree, noun, quantity, measure)
        return self._single(tree, noun, measure)

    def _quantity(self, tree: Tree, noun: Token, phrase: Span) -> Quantity | None:
        """The quantity whose number modifies `noun` or is it; a number inside a longer phrase belongs to another."""
        own = {noun.index, *(t.index for t in tree.phrase(noun) if t.dep in {"nummod", "quantmod", "amod", "compound",
                                                                             "det", "predet", "advmod", "nmod"}),
               *_of_chain(tree, noun)}  # fmt: skip
        top = tree.phrase_span(counted_top(tree, noun))
        numbers = [t.start for t in tree.children(noun, "nummod", "quantmod")]  # "between 20 and 30 people"
        phrase = Span(min([phrase.start, top.start, *numbers]), max(phrase.end, top.end))
        for quantity in self._near.touching(phrase):
            inside = [t for t in tree.tokens if t.start < quantity.span.end and quantity.span.start < t.end]
            if any(t.index in own for t in inside) or any(t.head in own for t in inside if t.pos == "NUM"):
                return quantity
        return None

    def _members(self, tree: Tree, noun: Token) -> Quantity | None:
        """How many a group has: "a family of five"."""
        of = next((p for p in tree.children(noun, "prep") if p.lemma == "of"), None)
        number = tree.child(of, "pobj") if of is not None and noun.lemma in word_class("groups") else None
        if number is None or number.pos != "NUM":
            return None
        return next((q for q in self._near.touching(number.span) if q.number.start == number.start), None)

    def _counted(self, tree: Tree, noun: Token, quantity: Quantity, measure: str) -> Figure | None:
        counted = counted_noun(tree, noun)
        if not self._people(counted):
            return None
        end = max(quantity.span.end, counted.end)
        start = min(quantity.span.start, counted.start) if counted.start < quantity.span.start else quantity.span.start
        who = self._who(tree, counted, quantity)
        return Figure(Span(start, end), measure, quantity.low, quantity.high, who)

    def _people(self, noun: Token) -> bool:
        """Whether what is counted are people: a number alone counts people where the event has a measure."""
        if noun.pos in {"NUM", "PRON"} or singular(noun) in word_class("rests") | {
            "dozen",
            "score",
            "hundred",
            "thousand",
            "million",
        }:
            return True
        role = role_of(noun.text.lower()) or role_of(noun.lemma)
        classes = self._scene.classes(noun)
        if singular(noun) in word_class("groups"):
            return True
        if role is not None:
            return role.person or role.collective
        return bool(classes & {"PEOPLE", "ARMED"}) and not classes & {"WEAPON", "VEHICLE"}

    def _who(self, tree: Tree, noun: Token, quantity: Quantity) -> str | None:
        if quantity.span.start <= noun.start < quantity.span.end:
            return None
        before = [t for t in tree.children(noun, "amod", "compound") if t.start >= quantity.span.end]
        start = min([noun.start, *(t.start for t in before)])
        return Span(start, noun.end).of(self._scene.text)

    def _share(self, tree: Tree, noun: Token, quantity: Quantity) -> Figure:
        people = [t for t in tree.subtree(noun) if t.pos in {"NOUN", "PROPN"} and self._people(t)]
        who = people[0].text if people else None
        return Figure(quantity.span, "share", quantity.low, quantity.high, who)

    def _single(self, tree: Tree, noun: Token, measure: str) -> Figure | None:
        """As in "A man", "another child": one; a named person is no figure."""
        det = tree.child(noun, "det")
        role = role_of(noun.lemma)
        if det is None or det.lemma not in word_class("single") or noun.tag != "NN" or role is None or not role.person:
            return None
        phrase = tree.phrase_span(noun)
        return Figure(Span(det.start, max(noun.end, det.end)), measure, 1, 1, noun.text) if phrase else None


def _of_chain(tree: Tree, noun: Token) -> list[int]:
    """Indexes of number words that `noun` is counted by or counts: "dozens of people", "tens of thousands"."""
    found: list[int] = []
    for start, stop in ((counted_top(tree, noun), noun), (noun, counted_noun(tree, noun))):
        at = stop
        while at.index != start.index:
            of = tree.head(at)
            if of is None or (above := tree.head(of)) is None:
                break
            found.append(above.index)
            at = above
    return found
