"""A guess at the tense that a time is told in, from the words around it, where no parse is at hand."""

from __future__ import annotations

import re

from dateline.ground.when_context import FUTURE, PERFECT
from dateline.model.span import Span

_REACH = 160
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")
_AHEAD = (
    r"will|won['’]t|shall|(?:['’]ll)|(?:is|are|be) (?:to|due|scheduled|set|expected|planned|slated|about)|going to"
    # "May" is a month where it stands with a capital inside a sentence
    r"|(?:should|would|must|(?-i:may)|might)(?! have\b)"
    r"|can|intends? to|hopes? that|plans? to|expects? to|due to (?:begin|start|meet|take|hold|arrive|be)"
    r"|upcoming|forthcoming"
    # What a timetable says in the present
    r"|begins|starts|opens|resumes|ends|expires"
)
# Right before the time, whatever the verbs around it: "talks set for Monday", "as early as Monday"
_FIXED = re.compile(
    r"\b(?:(?<!was )(?<!were )(?<!been )(?:set for|(?:due|slated|scheduled|planned) (?:for|on|in|by))"
    r"|(?:as (?:early|soon)|no later) (?:as|than)|(?:is|are) (?:on|in)|\bto [a-z]+\b[^.;]{0,80} by"
    r"|deadline (?:to|until|of|for|by))(?: on| the| the end of)?\s+$",
    re.IGNORECASE,
)
_BEHIND = (
    r"was|were|had|did|has|have|\w{2,}ed|began|took|came|went|fell|rose|held|met|shot|struck|left|found|hit|broke|sent"
    r"|made|said|gave|got|lost|won|led|fled|died|became|saw|kept|brought|fought|blew|ran|spoke|told|wrote|put|killed"
)
_CUE = re.compile(
    rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>(?<!\bbe )(?:{_BEHIND})))\b|(?P<contracted>['’]ll\b)", re.IGNORECASE
)
# "has been besieged", "had kept": what follows up to the verb, or the auxiliary itself
_PERFECT = re.compile(r"\b(?:has|have|had|['’]ve)(?:\s+\w+){0,3}$", re.IGNORECASE)
_PERFECT_AHEAD = re.compile(r"\b(?:has|have|['’]ve)\b", re.IGNORECASE)  # "For a week, troops have shelled it"
_STILL = re.compile(r"\s+now\b")  # "for a month now"
# Past by their form, but said of what lies ahead as well
_NEUTRAL = frozenset({"expected", "scheduled", "planned", "based", "united", "armed", "need", "proposed", "told"})


def told_tense(text: str, span: Span) -> str:
    """Gives "future" where the nearest verb in the sentence looks ahead ("will meet on Monday"), else "past".

    "perfect" where that verb is told in the perfect ("have been besieged for two years"), or "now" follows.
    """
    if _STILL.match(text, span.end):
        return PERFECT
    start, end = _sentence(text, span)
    if (
        span.start - start <= 1
        and text[span.start : span.start + 4].lower() == "for "
        and _PERFECT_AHEAD.search(text, span.end, end)
    ):
        return PERFECT
    if _FIXED.search(text, start, span.start):
        return FUTURE
    cues = [
        (min(abs(span.start - cue.end()), abs(cue.start() - span.end)), cue)
        for cue in _CUE.finditer(text, start, end)
        if _tells(cue, span)
    ]
    nearest = min(cues, key=lambda cue: cue[0], default=None)
    if nearest is None:
        return "past"
    if nearest[1].group("behind") is None:
        return FUTURE
    return PERFECT if _PERFECT.search(text, start, nearest[1].end()) else "past"


def _tells(cue: re.Match[str], span: Span) -> bool:
    """Whether the cue says anything on the time: it is no part of it, and no "said" that only stands near."""
    word = cue.group().lower()
    apart = cue.end() <= span.start or span.end <= cue.start()
    return apart and word not in _NEUTRAL and (word != "said" or _beside(span, cue))


def _beside(span: Span, cue: re.Match[str]) -> bool:
    """Whether the time belongs to the saying ("said on Monday"), not to what is said."""
    return 0 <= span.start - cue.end() <= len(" on ")


def _sentence(text: str, span: Span) -> tuple[int, int]:
    start = max(0, span.start - _REACH)
    for found in _SENTENCE_END.finditer(text, start, span.start):
        start = found.end()
    found_end = _SENTENCE_END.search(text, span.end, span.end + _REACH)
    return start, found_end.start() if found_end else min(len(text), span.end + _REACH)
