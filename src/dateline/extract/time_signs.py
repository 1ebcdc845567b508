"""What speaks for and against a time as the time of an event: how near it stands and how the event is told."""

from __future__ import annotations

from typing import Final

from dateline.extract.match import Match
from dateline.extract.scene import Scene
from dateline.extract.timing import dates_saying, tells_of
from dateline.lexicon.frames import default_rules
from dateline.model.annotation import TimeExpression, Token
from dateline.model.claim import Claim
from dateline.model.tree import Tree

FARTHEST: Final = 4  # levels from which on a time stands as far as any in the sentence
SAID: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONCEDE", "AGREE", "SANCTION"})
ASIDE: Final = frozenset({"relcl", "acl", "advcl", "xcomp"})
SORTS: Final = {
    "weekday": "day", "day": "day", "iso": "day", "numeric": "day", "deictic": "day", "overnight": "day",
    "since": "since", "duration": "length", "window": "length", "recent": "vague", "calendar": "stretch",
    "month": "stretch", "year": "stretch", "years": "stretch", "decade": "stretch", "season": "stretch",
    "shift": "pointing", "same": "pointing", "ago": "pointing",
}  # fmt: skip
Signs = dict[str, float]


def time_signs(scene: Scene, claim: Claim, time: TimeExpression) -> Signs:
    """The signs of one time of the claim's sentence; empty where it stands elsewhere."""
    tree = scene.trees[scene.sentence_of(claim.trigger)]
    trigger, head = tree.head_of(claim.trigger), tree.head_of(time.span)
    if trigger is None or head is None:
        return {}
    level = level_of(scene, tree, trigger, head)
    told = telling(tree, trigger)
    sort = SORTS.get(time.rule, "other")
    match = Match(trigger, default_rules()[claim.event], claim.trigger)
    others = [t for t in scene.times_in(tree) if t.span != time.span]
    nearer = any(t.span.distance(claim.trigger) < time.span.distance(claim.trigger) for t in others)
    return {
        f"of {claim.event}": 1.0,
        f"level {level}": 1.0,
        f"told {told}": 1.0,
        f"sort {sort}": 1.0,
        "dates saying": float(dates_saying(tree, time, match)),
        "of another": float(not tells_of(tree, time, match)),
        "future near": float(claim.aux == "future" and level <= 1),
        "said": float(claim.event in SAID),
        "set aside": float(trigger.dep in ASIDE),
        "not happened": float(claim.aux is not None),
        "not happened near": float(claim.aux is not None and level == 0),
        "another nearer": float(nearer),
        "another": float(bool(others)),
        "before": float(time.span.start < claim.trigger.start),
    }


def level_of(scene: Scene, tree: Tree, trigger: Token, head: Token) -> int:
    """How far a word stands from the trigger: 0 in its phrase, then one more for each clause around it."""
    reached = (n for n, tokens in enumerate(scene.levels(tree, trigger)) if any(t.index == head.index for t in tokens))
    return min(next(reached, FARTHEST), FARTHEST)


def telling(tree: Tree, trigger: Token) -> str:
    """How a trigger tells its event: as a noun, or in which tense or form of the verb."""
    if trigger.pos not in {"VERB", "AUX"}:
        det = tree.child(trigger, "det")
        return "noun" if det is None else "the noun" if det.lemma not in {"a", "an"} else "a noun"
    having = next((t for t in tree.children(trigger, "aux") if t.lemma == "have"), None)
    if having is not None:
        return "perfect" if having.tag != "VBD" else "had"
    being = tree.child(trigger, "auxpass")
    tag = trigger.tag if being is None else being.tag
    if trigger.tag == "VBN" and being is None:
        return "participle"
    return {"VBD": "past", "VBZ": "present", "VBP": "present", "VBG": "ing"}.get(tag, "infinitive")
