"""When: the time expression that belongs to an event, from its own words outward."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.match import Match
from dateline.extract.reach import levels
from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import TimeExpression
from dateline.model.tree import Tree

TIMELESS = frozenset({"set", "present", "past", "future"})  # rules that name no days of their own
MATERIAL = frozenset({"ASSAULT", "CONDITION", "MOVE", "MOBILIZE", "RETREAT", "PROTEST", "CONSULT", "COERCE"})
DAYS = frozenset({"D", "W", "M", "Y"})  # units of a day and more
HEAD = 120  # characters at the top of an article in which a full date before any verb is the publication line


def find_time(
    tree: Tree, match: Match, times: Sequence[TimeExpression], *, happened: bool = True
) -> TimeExpression | None:
    """The expression nearest to the trigger that says when; None where the sentence gives none for this event.

    `times` are those of the sentence. Events that are no deeds (promises, demands) or have not `happened` take a time
    only from their own clause and the one around it: the time of a neighbouring deed is not theirs.
    """
    far = match.rule.event in MATERIAL and happened
    usable = [
        t for t in times if _tells_days(t) and not _publication_line(tree, t) and not _dates_saying(tree, t, match)
    ]
    for number, tokens in enumerate(levels(tree, match.token) if usable else ()):
        if number > 1 and not far:
            return None
        indexes = {t.index for t in tokens}
        inside = [t for t in usable if (head := tree.head_of(t.span)) is not None and head.index in indexes]
        if inside:
            return min(inside, key=lambda t: t.span.distance(match.span))
    return None


def _tells_days(time: TimeExpression) -> bool:
    """Whether it can name days; a duration does where it reaches up to now ("has been held for two years")."""
    return time.rule not in TIMELESS and (time.rule != "duration" or time.part("unit") in DAYS)


def _dates_saying(tree: Tree, time: TimeExpression, match: Match) -> bool:
    """Whether it tells when something was said ("said on Wednesday that"), not when it happened."""
    head = tree.head_of(time.span)
    verb = clause_verb(tree, head) if head is not None else None
    if verb is None or verb.lemma not in reporting().saying or verb.index == match.token.index:
        return False
    if head is not None and verb.index < match.token.index < head.index:
        return False  # "a source said the jet crashed on Wednesday": the day behind what is said belongs to it
    return tree.child(verb, "ccomp") is not None or verb.dep == "ROOT"


def _publication_line(tree: Tree, time: TimeExpression) -> bool:
    """Whether it is a date printed above the text ("Published 4 May 2015"), not one told in it."""
    if time.span.start > HEAD or time.part("year") is None:
        return False
    before = [t for t in tree.tokens if t.end <= time.span.start]
    return not any(t.pos in {"VERB", "AUX"} and t.lemma not in {"publish", "post", "update"} for t in before)


def times_by_sentence(scene: Scene) -> list[list[TimeExpression]]:
    """The article's time expressions by sentence."""
    out: list[list[TimeExpression]] = [[] for _ in scene.trees]
    for time in scene.annotated.times:
        number = scene.sentence_of(time.span)
        if number >= 0 and time.span.start < scene.trees[number].sentence.end:
            out[number].append(time)
    return out
