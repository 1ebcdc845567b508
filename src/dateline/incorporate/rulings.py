"""Judgements as the reconciling takes them: which claims are out, which say something else, which belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from dateline.model.correction import corrected, field_of
from dateline.model.judgement import ACCEPT, CORRECT, REJECT, SAME, SPLIT, Judgement, Subject, in_force
from dateline.model.report import Report
from dateline.reconcile.cluster import Ruled
from dateline.store.derived import Derived
from dateline.store.stored import StoredClaim

Json = dict[str, Any]
Meaning = Mapping[Subject, str]


@dataclass(frozen=True, slots=True)
class Parting:
    """Claims on two sides of a split; `number` is the judgement's, and `joined` those that later ones rule the same."""

    number: int
    sides: tuple[frozenset[str], frozenset[str]]
    joined: tuple[frozenset[str], ...] = ()

    def parts(self, one: str, other: str) -> bool:
        """Whether it sets two claims apart, and no later judgement joins them."""
        a, b = self.sides
        crosses = (one in a and other in b) or (one in b and other in a)
        return crosses and not any(one in claims and other in claims for claims in self.joined)


class Rulings:
    """The judgements in force, by the claims that they name now (see `store.judgements.claims_meant`)."""

    def __init__(self, judgements: Iterable[Judgement], meant: Meaning) -> None:
        """From all judgements, and the claim that each of their subjects names, where there is one."""
        known = list(judgements)
        self._rejected = _latest_by_claim(known, REJECT, meant)
        self._accepted = _latest_by_claim(known, ACCEPT, meant)
        self._corrections: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in in_force(known, CORRECT):
            for claim in _sides(judgement, meant)[0]:
                self._corrections[claim].append(judgement)
        self._partings: dict[str, list[Parting]] = defaultdict(list)
        self._together: dict[str, set[str]] = defaultdict(set)
        self._rule(known, meant)

    @classmethod
    def of(cls, derived: Derived) -> Rulings:
        """The rulings of a record."""
        known = derived.judgements()
        return cls(known, derived.claims_meant(subject for each in known for subject in each.subjects))

    def _rule(self, known: list[Judgement], meant: Meaning) -> None:
        """Of two judgements on one pair of claims the later one counts."""
        joins = [(each.number, _sides(each, meant)[0] - self._rejected.keys()) for each in in_force(known, SAME)]
        partings = []
        for judgement in in_force(known, SPLIT):
            later = tuple(claims for number, claims in joins if number > judgement.number)
            partings.append(Parting(judgement.number, _sides(judgement, meant), later))
        for parting in partings:
            for claim in parting.sides[0] | parting.sides[1]:
                self._partings[claim].append(parting)
        for number, claims in joins:
            later_splits = [Parting(p.number, p.sides) for p in partings if p.number > number]
            for one, other in _joined(sorted(claims), later_splits):
                self._together[one].add(other)
                self._together[other].add(one)

    @property
    def join_any(self) -> bool:
        """Whether any claims are judged to tell of one incident."""
        return bool(self._together)

    @property
    def corrected(self) -> frozenset[str]:
        """The ids of the claims of which a field was corrected."""
        return frozenset(self._corrections)

    def counted(self, rows: Iterable[StoredClaim]) -> list[StoredClaim]:
        """The claims that count, as they were corrected; what a person judged stands in the key ``judged``."""
        return [self._judged(row) for row in rows if row.id not in self._rejected]

    def judged(self, claim: Json) -> Json:
        """A claim as it counts: corrected, with what was judged of it and what the machine had said."""
        said: list[Json] = []
        value = claim
        for judgement in self._corrections.get(claim["id"], ()):
            field = judgement.field or ""
            said.append(_told(judgement) | {"field": field, "was": field_of(value, field), "value": judgement.value})
            value = corrected(value, field, judgement.value)
        verdicts = (found.get(claim["id"]) for found in (self._accepted, self._rejected))
        said += [_told(verdict) for verdict in verdicts if verdict]
        return value | {"judged": said} if said else claim

    def _judged(self, row: StoredClaim) -> StoredClaim:
        judged = self.judged(row.claim)
        return row if judged is row.claim else replace(row, claim=judged)

    def apart_in(self, claim_ids: Collection[str]) -> set[frozenset[str]]:
        """The pairs among these claims that are judged to tell of different incidents."""
        return {
            frozenset((one, other))
            for one in claim_ids
            for parting in self._partings.get(one, ())
            for other in claim_ids
            if other > one and parting.parts(one, other)
        }

    def together_with(self, claim_ids: Iterable[str]) -> set[str]:
        """The claims that are judged to tell of one incident with one of these."""
        return {other for claim in claim_ids for other in self._together.get(claim, ())}

    def ruled(self, reports: Mapping[str, Report]) -> Ruled:
        """What is judged of pairs of these reports."""
        holder = {claim: report.id for report in reports.values() for claim in report.claim_ids}
        same = {
            frozenset((holder[claim], holder[other]))
            for claim in holder
            for other in self._together.get(claim, ())
            if other in holder and holder[other] != holder[claim]
        }
        partings = {parting.number: parting for claim in holder for parting in self._partings.get(claim, ())}
        apart = {
            frozenset((holder[one], holder[other]))
            for parting in partings.values()
            for one, other in product(*(sorted(side & holder.keys()) for side in parting.sides))
            if holder[one] != holder[other] and parting.parts(one, other)
        }
        return Ruled(frozenset(same), frozenset(apart))


def _joined(claims: Sequence[str], partings: Sequence[Parting]) -> Iterator[tuple[str, str]]:
    """Each claim with the first before it that began a group and that it is not parted from: joining is transitive."""
    heads: list[str] = []
    for claim in claims:
        head = next((each for each in heads if not any(p.parts(each, claim) for p in partings)), None)
        if head is None:
            heads.append(claim)
        else:
            yield head, claim


def _sides(judgement: Judgement, meant: Meaning) -> tuple[frozenset[str], frozenset[str]]:
    found: Sequence[set[str]] = (set(), set())
    for subject in judgement.subjects:
        if subject in meant:
            found[subject.side].add(meant[subject])
    return frozenset(found[0]), frozenset(found[1])


def _latest_by_claim(known: list[Judgement], kind: str, meant: Meaning) -> dict[str, Judgement]:
    """The claims that are accepted, or rejected: of the two the later judgement counts."""
    latest: dict[str, Judgement] = {}
    for judgement in sorted([*in_force(known, ACCEPT), *in_force(known, REJECT)], key=lambda each: each.number):
        latest |= dict.fromkeys(_sides(judgement, meant)[0], judgement)
    return {claim: judgement for claim, judgement in latest.items() if judgement.kind == kind}


def _told(judgement: Judgement) -> Json:
    told = ("number", "kind", "who", "when", "why")
    return {key: getattr(judgement, key) for key in told}
