"""The day that an earlier sentence gave for the same event, carried over to a claim that has none.

News tells its main event's day once, near the top, and then tells on: that day reaches farther than others do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.scene import Scene
from dateline.extract.time_signs import telling
from dateline.extract.timing import usable
from dateline.model.annotation import TimeExpression
from dateline.model.claim import Claim, TimeRef

CARRYING: Final = frozenset({"ASSAULT", "CONDITION", "MOVE"})  # an attack, its toll and who fled it
# what is said at one meeting or on one day, told in the simple past
TALK: Final = frozenset({
    "CONSULT", "AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "CONCEDE", "THREATEN",
})  # fmt: skip
REACH, MAIN_REACH = 1, 2  # sentences back, of any day and of the day that the article tells first
# rules of what lasts too long, or is too vague, to be the time of one event told on
LASTING: Final = frozenset({
    "since", "year", "years", "decade", "century", "season", "quarter", "half", "range", "duration", "recent",
})  # fmt: skip
LONG: Final = frozenset("MQYEC")  # units of which the same holds
# ways of telling that point to no event told before: "bombings", "to attack", "had attacked"
OTHER: Final = frozenset({"noun", "infinitive", "had"})
ASIDE: Final = frozenset({"relcl"})  # what is said of a thing by the way may have happened at any time
DAY: Final = (
    "weekday",
    "dir",
    "day",
    "month",
    "year",
    "holiday",
    "shift",
    "unit",
    "n",
)  # parts that tell one day from another


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that a claim was told with: the number of its sentence and what it has in common with other mentions."""

    claim: Claim
    time: TimeRef
    sentence: int
    key: tuple[str | None, ...]


def carry_times(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims in text order, each with the day of the last attack, toll or flight told where it has none of its own.

    What was said takes the day of what was said before it. Only from what happened to what happened (not from a plan
    to a deed), from at most `REACH` sentences back or `MAIN_REACH` for the main day, each counted from the last claim
    with that day; never into a sentence that tells a day of its own.
    """
    told: list[_Told] = []
    main: tuple[str | None, ...] | None = None
    for claim in claims:
        number = scene.sentence_of(claim.trigger)
        if claim.time is not None:
            expression = scene.time_in(claim.time.span)
            key = _key(expression)
            main = main or key
            if expression is not None and not lasts(expression):
                told.append(_Told(claim, claim.time, number, key))
            yield claim
            continue
        found = _last(told, claim, number, main) if _open(scene, claim) else None
        if found is None:
            yield claim
            continue
        told.append(replace(found, claim=claim, sentence=number))
        yield replace(claim, time=found.time)


def _last(told: list[_Told], claim: Claim, number: int, main: tuple[str | None, ...] | None) -> _Told | None:
    for one in reversed(told):
        if number - one.sentence > MAIN_REACH:
            break  # told in text order: what comes before lies farther
        reach = MAIN_REACH if one.key == main else REACH
        pair = {one.claim.event, claim.event}
        if (pair <= CARRYING or pair <= TALK) and one.claim.aux == claim.aux and number - one.sentence <= reach:
            return one
    return None


def _open(scene: Scene, claim: Claim) -> bool:
    """Whether a claim can take a day from elsewhere: its sentence tells none, and it tells of an event told before."""
    tree = scene.trees[scene.sentence_of(claim.trigger)]
    trigger = tree.head_of(claim.trigger)
    if trigger is None or trigger.dep in ASIDE:
        return False
    told = telling(tree, trigger)
    if told in OTHER or (claim.event in TALK and told != "past"):
        return False
    return not any(usable(tree, time) for time in scene.times_in(tree))


def lasts(time: TimeExpression) -> bool:
    """Whether it is a stretch of more than a month, or vague."""
    return time.rule in LASTING or (time.rule in {"window", "calendar", "recent"} and time.part("unit") in LONG - {"M"})


def _key(time: TimeExpression | None) -> tuple[str | None, ...]:
    return () if time is None else tuple(time.part(name) for name in DAY)
