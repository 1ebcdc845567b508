"""Measures of coreference: MUC, B-cubed, CEAF-e and CoNLL F1 as in the reference scorer of CoNLL 2012, and LEA.

Each measure takes two partitions, gold and found, as collections of sets of mentions, singletons included, and gives
recall and precision as pairs of what is right and what there is. A mention that only one side has counts against it.

- MUC (Vilain et al. 1995): links that keep each entity together; says nothing of singletons.
- B-cubed (Bagga and Baldwin 1998): for each mention the share of its entity that it is found with.
- CEAF-e (Luo 2005): entities matched one to one, 2·shared / (size + size) each.
- LEA (Moosavi and Strube 2016): the share of an entity's links that are found, weighed by its size; a singleton has one
  link, with itself, which is found where the other side has it as a singleton too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from assignment import best_assignment

Entity = frozenset[Hashable]
Entities = tuple[Entity, ...]
Share = tuple[float, float]  # what is right, what there is


@dataclass(frozen=True, slots=True)
class Score:
    """Recall and precision between 0 and 1; of nothing, 0."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def entities(labels: Mapping[Hashable, Hashable]) -> Entities:
    """The sets of mentions that have one label."""
    out: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        out[label].add(mention)
    return tuple(map(frozenset, out.values()))


def scores(gold: Iterable[Iterable[Hashable]], found: Iterable[Iterable[Hashable]]) -> dict[str, Score]:
    """Each measure by its name."""
    one, other = tuple(map(frozenset, gold)), tuple(map(frozenset, found))
    return {name: _both_ways(measure, one, other) for name, measure in MEASURES.items()} | {
        "CEAF-e": ceaf_e(one, other)
    }


def conll(found: Mapping[str, Score]) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e."""
    return sum(found[name].f1 for name in ("MUC", "B-cubed", "CEAF-e")) / 3


def _both_ways(measure: Callable[[Entities, Entities], Share], gold: Entities, found: Entities) -> Score:
    return Score(_ratio(*measure(gold, found)), _ratio(*measure(found, gold)))


def _ratio(right: float, there: float) -> float:
    return right / there if there else 0.0


def _shared(entity: Entity, entity_of: Mapping[Hashable, int]) -> Counter[int]:
    """How many mentions of an entity each entity of the other side has."""
    return Counter(entity_of[mention] for mention in entity if mention in entity_of)


def _index(found: Entities) -> dict[Hashable, int]:
    return {mention: number for number, entity in enumerate(found) for mention in entity}


def muc(gold: Entities, found: Entities) -> Share:
    """Links found of those that hold the gold entities together."""
    entity_of = _index(found)
    right = 0
    for entity in gold:
        shared = _shared(entity, entity_of)
        right += sum(shared.values()) - len(shared)
    return right, sum(len(entity) - 1 for entity in gold)


def b_cubed(gold: Entities, found: Entities) -> Share:
    """The share of its entity that each mention is found with, summed."""
    entity_of = _index(found)
    right = sum(count**2 / len(entity) for entity in gold for count in _shared(entity, entity_of).values())
    return right, sum(map(len, gold))


def lea(gold: Entities, found: Entities) -> Share:
    """The share of each entity's links that are found, times its size, summed."""
    entity_of = _index(found)
    right = 0.0
    for entity in gold:
        shared = _shared(entity, entity_of)
        if len(entity) == 1:
            right += any(len(found[number]) == 1 for number in shared)
        else:
            links = sum(count * (count - 1) for count in shared.values())
            right += len(entity) * links / (len(entity) * (len(entity) - 1))
    return right, sum(map(len, gold))


def ceaf_e(gold: Entities, found: Entities) -> Score:
    """Entities matched one to one so that their likeness adds up to most."""
    entity_of = _index(found)
    alike = {
        (row, column): 2 * count / (len(entity) + len(found[column]))
        for row, entity in enumerate(gold)
        for column, count in _shared(entity, entity_of).items()
    }
    total = sum(alike[pair] for pair in best_assignment(alike))
    return Score(_ratio(total, len(gold)), _ratio(total, len(found)))


MEASURES: Final = {"MUC": muc, "B-cubed": b_cubed, "LEA": lea}
