"""Claims that only a figure stands for: counted people to whom something happened that no trigger rule names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.extract.match import Match
from dateline.extract.people import Fact, attach
from dateline.lexicon.measures import measure_words
from dateline.lexicon.triggers import Rule, trigger_rules


def lone_matches(facts: Sequence[Fact], matches: Sequence[Match]) -> list[Match]:
    """A trigger for each word that governs figures which none of `matches` tells."""
    targets = attach(facts, [(match.span, match.rule.event) for match in matches])
    out: dict[int, Match] = {}
    for fact, target in zip(facts, targets, strict=True):
        telling = measure_words().claims[fact.figure.measure]
        if target is None and telling.alone:
            rule = _rule(telling.event, telling.mode, fact)
            out.setdefault(fact.governor.index, Match(fact.governor, rule, fact.governor.span))
    return list(out.values())


def _rule(event: str, mode: str | None, fact: Fact) -> Rule:
    """A rule for one word: whom it counts is its object where the word is done to people, else its subject."""
    words, lemma = measure_words(), fact.governor.lemma
    undergone = lemma in words.undergone or fact.governor.pos != "VERB"
    frame = "undergo" if undergone else "carry" if event == "MOVE" else "affect"
    own: dict[str, Any] = {"recipients": ("of",), "actors": (), "conditions": MappingProxyType({}), "aux": None}
    return replace(_any_rule(), event=event, mode=mode, measure=fact.figure.measure, frame=frame, **own)


@cache
def _any_rule() -> Rule:
    """A rule of the file to start from: the conditions of a rule are asked before there is a match, never after."""
    return next(iter(trigger_rules().values()))[0]
