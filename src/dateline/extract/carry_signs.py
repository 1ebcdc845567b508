"""What speaks for and against an earlier claim's place or day as that of a claim that has none of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from dateline.extract.carry_times import lasts
from dateline.extract.fusion import Features
from dateline.extract.scene import Scene
from dateline.extract.time_signs import SAID, SORTS, telling
from dateline.extract.timing import usable
from dateline.lexicon.countries import country_by_name
from dateline.lexicon.grammar import word_class
from dateline.model.claim import Claim, PlaceRef
from dateline.model.tree import Tree

FARTHEST: Final = 3  # sentences back from which on nothing is carried
MOST: Final = 2  # places or days that are considered for a claim, the last told first
ASIDE: Final = frozenset({"relcl", "acl", "advcl", "xcomp"})
DEED: Final = frozenset({"ASSAULT", "CONDITION", "MOVE", "CONTROL", "COERCE", "RETREAT", "MOBILIZE"})
Value = Hashable


Signed = tuple[Claim, Features]  # an earlier claim whose place or day may be another's too, with the signs for it


def place_value(scene: Scene, claim: Claim) -> Value:
    """What tells the places of a claim from those of another; None where it has none."""
    return tuple(sorted((one.role, one.span.of(scene.text)) for one in claim.places)) or None


def time_value(scene: Scene, claim: Claim) -> Value:
    """What tells the day of a claim from that of another; None where it has none."""
    found = scene.time_in(claim.time.span) if claim.time is not None else None
    return (found.rule, found.parts) if found is not None else None


class Told:
    """The claims told so far in an article with the places, or the days, that they were told with.

    `value_of` gives what tells one from another. Looks no farther back than `FARTHEST` sentences.
    """

    def __init__(self, scene: Scene, value_of: Callable[[Scene, Claim], Value]) -> None:
        self._scene = scene
        self._value_of = value_of
        self._told: list[tuple[Claim, Value]] = []
        self._times: Counter[Value] = Counter()
        self._first: Value = None

    def add(self, claim: Claim) -> None:
        """One claim more, in text order."""
        value = self._value_of(self._scene, claim)
        self._told.append((claim, value))
        if value is not None:
            self._times[value] += 1
            self._first = self._first or value

    def earlier(self, claim: Claim) -> Iterator[Signed]:
        """Earlier claims, the last first, whose places or day may be those of `claim`."""
        here = self._scene.sentence_of(claim.trigger)
        seen: list[Value] = []
        for between, (before, value) in enumerate(reversed(self._told)):
            back = here - self._scene.sentence_of(before.trigger)
            if back > FARTHEST or len(seen) == MOST:
                return
            if value is None or value in seen:
                continue
            beside = {
                "second": float(bool(seen)),
                f"claims between {min(between, 3)}": 1.0,
                "first told": float(value == self._first),
                "told again": float(self._times[value] > 1),
            }
            seen.append(value)
            yield before, _of_claim(self._scene, claim) | _of_pair(self._scene, before, claim, back) | beside


def earlier_places(told: Told, scene: Scene, claim: Claim, *, offered: bool) -> Iterator[Signed]:
    """Earlier claims whose places may be those of `claim`; `offered`: its own words offer one that was not believed."""
    for before, signs in told.earlier(claim):
        yield before, signs | _of_places(scene, before.places) | {"offered": float(offered)}


def earlier_times(told: Told, scene: Scene, claim: Claim, *, offered: bool) -> Iterator[Signed]:
    """Earlier claims whose day may be that of `claim`; `offered` as for places."""
    for before, signs in told.earlier(claim):
        found = scene.time_in(before.time.span) if before.time is not None else None
        if found is not None:
            sort = f"sort {SORTS.get(found.rule, 'other')}"
            yield before, signs | {sort: 1.0, "lasts": float(lasts(found)), "offered": float(offered)}


def _of_claim(scene: Scene, claim: Claim) -> Features:
    tree = scene.trees[scene.sentence_of(claim.trigger)]
    trigger = tree.head_of(claim.trigger)
    names = ["bias", f"of {claim.event}"]
    if trigger is not None:
        names += [f"told {telling(tree, trigger)}", *(["set aside"] if trigger.dep in ASIDE else [])]
        names += ["points back"] if _points_back(tree, claim) else []
    names += ["times here"] if any(usable(tree, time) for time in scene.times_in(tree)) else []
    names += ["places here"] if any("PLACE" in scene.classes(token) for token in tree.tokens) else []
    names += ["not happened"] if claim.aux is not None else []
    return dict.fromkeys(names, 1.0)


def _points_back(tree: Tree, claim: Claim) -> bool:
    """Whether the trigger, or its subject, is something told before: "the attack", "these strikes killed"."""
    head = tree.head_of(claim.trigger)
    if head is None:
        return False
    noun = tree.child(head, "nsubj", "nsubjpass") if head.pos in {"VERB", "AUX"} else head
    return noun is not None and any(one.lemma in word_class("definite") for one in tree.children(noun, "det"))


def _of_pair(scene: Scene, before: Claim, claim: Claim, back: int) -> Features:
    same_aux = before.aux == claim.aux
    sources = [one.sources[0].span.of(scene.text) if one.sources else "" for one in (before, claim)]
    kinds = "".join("d" if one.event in DEED else "s" if one.event in SAID else "o" for one in (before, claim))
    names = [f"after {before.event}", f"back {back}", f"kinds {kinds}"]
    names += ["same event"] if before.event == claim.event else []
    names += [f"same event {claim.event}"] if before.event == claim.event else []
    names += ["other status"] if not same_aux else []
    names += ["same source"] if sources[0] == sources[1] else []
    names += ["own source"] if sources[1] and sources[0] != sources[1] else []
    names += ["same actor"] if _shared(scene, before, claim) else []
    here = scene.trees[scene.sentence_of(claim.trigger)].sentence.paragraph
    there = scene.trees[scene.sentence_of(before.trigger)].sentence.paragraph
    names += ["same paragraph"] if here == there else []
    return dict.fromkeys(names, 1.0)


def _shared(scene: Scene, before: Claim, claim: Claim) -> bool:
    words = [
        {(ref.antecedent or ref.span).of(scene.text) for ref in (*one.actors, *one.recipients)}
        for one in (before, claim)
    ]
    return bool(words[0] & words[1])


def _of_places(scene: Scene, places: Sequence[PlaceRef]) -> Features:
    names = ["directed"] if any(one.role != "at" for one in places) else []
    names += ["several"] if len(places) > 1 else []
    words = [one.span.of(scene.text) for one in places]
    names += ["country"] if any(country_by_name(one) for one in words) else []
    names += ["unnamed"] if not any(one.toponyms for one in places) else []
    return dict.fromkeys(names, 1.0)
