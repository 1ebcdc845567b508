"""When: the time expression that belongs to an event, from its own words outward."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.match import Match
from dateline.extract.reach import levels, told_aside
from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import TimeExpression, Token
from dateline.model.span import Span
from dateline.model.tree import Tree

TIMELESS = frozenset({"set", "present", "past", "future"})  # rules that name no days of their own
MATERIAL = frozenset({"ASSAULT", "CONDITION", "MOVE", "MOBILIZE", "RETREAT", "PROTEST", "CONSULT", "COERCE"})
DAYS = frozenset({"D", "W", "M", "Y"})  # units of a day and more
OPENING = frozenset({"mark", "nsubj", "nsubjpass"})  # of a word that opens a clause, below its verb
HOURS = 24  # from so many hours on a length of time tells days
HEAD = 120  # characters at the top of an article in which a full date before any verb is the publication line


def find_time(
    tree: Tree, match: Match, times: Sequence[TimeExpression], *, happened: bool = True
) -> TimeExpression | None:
    """The expression nearest to the trigger that says when; None where the sentence gives none for this event.

    `times` are those of the sentence. Events that are no deeds (promises, demands) or have not `happened` take a time
    only from their own clause and the one around it: the time of a neighbouring deed is not theirs.
    """
    far = match.rule.event in MATERIAL and happened
    chosen = [
        seen_from(tree, t, match)
        for t in times
        if usable(tree, t) and not dates_saying(tree, t, match) and tells_of(tree, t, match)
    ]
    for number, tokens in enumerate(levels(tree, match.token) if chosen else ()):
        if number > 1 and not far:
            return None
        indexes = {t.index for t in tokens}
        inside = [t for t in chosen if (head := tree.head_of(t.span)) is not None and head.index in indexes]
        if inside:
            return min(inside, key=lambda t: t.span.distance(match.span))
    return None


def usable(tree: Tree, time: TimeExpression) -> bool:
    """Whether a time of a sentence can date an event at all."""
    return _tells_days(time) and not _publication_line(tree, time) and _goes_on(tree, time)


def _tells_days(time: TimeExpression) -> bool:
    """Whether it can name days; a duration does where it reaches up to now ("has been held for two years").

    The date of a publication line does not: it tells when the text appeared.
    """
    if time.rule in TIMELESS or time.part("printed") is not None:
        return False
    return time.rule != "duration" or time.part("unit") in DAYS or _whole_days(time)


def _goes_on(tree: Tree, time: TimeExpression) -> bool:
    """Whether a length of time reaches up to now, by the verb that it stands with: "has been besieged for a year"."""
    head = tree.head_of(time.span) if time.rule == "duration" and time.part("old") is None else None
    if head is None:
        return True
    verbs = [t for t in (head, *tree.ancestors(head)) if t.pos in {"VERB", "AUX"}][:2]
    having = any(t.lemma == "have" for verb in verbs for t in (verb, *tree.children(verb, "aux")))
    return having or any(t.lemma == "now" for t in tree.tokens)


def _whole_days(time: TimeExpression) -> bool:
    """Whether hours make a day or more: "in 24 hours"."""
    count = time.part("n") or ""
    return time.part("unit") == "H" and count.isdigit() and int(count) >= HOURS


def seen_from(tree: Tree, time: TimeExpression, match: Match) -> TimeExpression:
    """What "since the war began in 2011" says of a trigger: of "began" the year alone, of all others up to now."""
    date = time.inside()
    return date if date is not None and _under(tree, time.span, match.token, "since", "that", "which") else time


def tells_of(tree: Tree, time: TimeExpression, match: Match) -> bool:
    """Whether it can tell of this event: not how long before another, nor the age of what a verb is about.

    As in "two days after rebels took Bria, jets bombed it" and "talks to end the week-old siege". Nor the time of a
    clause between dashes.
    """
    if told_aside(tree, time.span, match.span):
        return False
    if time.part("old") is not None:
        return not match.is_verb
    return time.part("event") is None or _under(tree, time.span, match.token, "after")


def _under(tree: Tree, span: Span, trigger: Token, *words: str) -> bool:
    """Whether the trigger stands in the clause or phrase that one of `words`, found in `span`, opens."""
    opening = next((t for t in tree.tokens if t.lemma in words and span.contains(t.span)), None)
    if opening is None:
        return False
    head = tree.head(opening) if opening.dep in OPENING else opening
    return head is not None and trigger in tree.subtree(head) and (trigger.start > opening.start)


def dates_saying(tree: Tree, time: TimeExpression, match: Match) -> bool:
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
