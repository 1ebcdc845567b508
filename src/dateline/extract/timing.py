"""When: the time expression that belongs to an event, from its own words outward."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.match import Match
from dateline.extract.reach import levels
from dateline.extract.scene import Scene
from dateline.model.annotation import TimeExpression, Token
from dateline.model.tree import Tree

NO_INTERVAL = frozenset({"DURATION", "SET"})


def find_time(scene: Scene, tree: Tree, match: Match, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression nearest to the trigger that says when; None where the sentence gives none for this event.

    `times` are those of the sentence. An expression that hangs from a reporting verb ("said on Monday that") dates the
    saying, not the event, and is not taken for what is said.
    """
    usable = [t for t in times if t.kind not in NO_INTERVAL or t.rule.startswith(("past", "last", "over", "since"))]
    if not usable:
        return None
    for tokens in levels(tree, match.token):
        inside = [t for t in usable if _anchored(tree, t, tokens)]
        if inside:
            return min(inside, key=lambda t: t.span.distance(match.span))
    return None


def _anchored(tree: Tree, time: TimeExpression, tokens: list[Token]) -> bool:
    """Whether the head word of the expression is among `tokens`."""
    head = tree.head_of(time.span)
    return head is not None and any(t.index == head.index for t in tokens)


def times_by_sentence(scene: Scene) -> list[list[TimeExpression]]:
    """The article's time expressions by sentence."""
    out: list[list[TimeExpression]] = [[] for _ in scene.trees]
    times = list(scene.annotated.times)
    at = 0
    for number, tree in enumerate(scene.trees):
        while at < len(times) and times[at].span.end <= tree.sentence.start:
            at += 1
        later = at
        while later < len(times) and times[later].span.start < tree.sentence.end:
            out[number].append(times[later])
            later += 1
    return out
