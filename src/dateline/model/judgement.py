"""The judgement: what a person decided about claims. Rows are only ever added; undoing is a judgement too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

Json = dict[str, Any]
SAME: Final = "same"  # its claims tell of one incident
SPLIT: Final = "split"  # the claims of one side tell of another incident than those of the other
ACCEPT: Final = "accept"  # checked by a person, and right
REJECT: Final = "reject"  # no claim of this article: kept, and in no incident
CORRECT: Final = "correct"  # one field of it says something else
UNDO: Final = "undo"
KINDS: Final = (SAME, SPLIT, ACCEPT, REJECT, CORRECT, UNDO)


class Subject(NamedTuple):
    """A claim as a judgement names it: by its id, else by its place in the text.

    A newer extractor gives a claim another id, so the article (its id and name) and the trigger's characters are kept
    too. `side` is 1 for the claims that a split sets apart from those of side 0.
    """

    claim: str
    article: str
    name: str
    start: int
    end: int
    event: str
    side: int = 0


class Undone(NamedTuple):
    """Who took a judgement back, when and why; `number` is the judgement that did it."""

    number: int
    who: str
    when: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `when` is ISO 8601 in UTC; `field` and `value` are of a correction; `undoes` of an undoing.

    `undone` is None while it is in force.
    """

    number: int
    kind: str
    subjects: tuple[Subject, ...]
    who: str
    when: str
    why: str | None = None
    field: str | None = None
    value: Any = None
    undoes: int | None = None
    undone: Undone | None = None

    @property
    def in_force(self) -> bool:
        """Whether nobody has taken it back."""
        return self.undone is None

    def side(self, number: int) -> frozenset[str]:
        """The ids of the claims on one side."""
        return frozenset(subject.claim for subject in self.subjects if subject.side == number)

    def to_json(self) -> Json:
        """All fields; those of other kinds are left out."""
        out: Json = {"number": self.number, "kind": self.kind, "claims": [each._asdict() for each in self.subjects]}
        if self.kind == CORRECT:
            out |= {"field": self.field, "value": self.value}
        if self.kind == UNDO:
            out["undoes"] = self.undoes
        undone = self.undone._asdict() if self.undone else None
        return out | {"who": self.who, "when": self.when, "why": self.why, "undone": undone}


def undone_by(rows: Sequence[tuple[int, int | None]]) -> dict[int, int]:
    """Which judgement is undone by which, from (number, the one that it undoes) in the order of their numbers.

    An undoing that is undone itself undoes nothing: its judgement is in force again.
    """
    found: dict[int, int] = {}
    void: set[int] = set()
    for number, undoes in sorted(rows, reverse=True):  # what undoes a row comes after it
        if undoes is not None and number not in void:
            found.setdefault(undoes, number)
            void.add(undoes)
    return found


def in_force(judgements: Iterable[Judgement], kind: str) -> list[Judgement]:
    """The judgements of one kind that nobody has taken back, the oldest first."""
    wanted = (judgement for judgement in judgements if judgement.kind == kind and judgement.in_force)
    return sorted(wanted, key=lambda judgement: judgement.number)
