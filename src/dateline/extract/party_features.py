"""What speaks for and against words as a party of a claim: their link to its trigger, and what else is offered.

Every feature is a name with a value; one that does not hold is left out. Few and general on purpose: the weights are
fitted on some thousand offers (``fusion.yaml``). Each that stands here made offers kept apart from the fit surer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.candidates import Candidate
from dateline.extract.fusion import Features, log_odds
from dateline.extract.scene import Scene
from dateline.extract.syntax import counted_noun, doer, done_to, is_passive
from dateline.model.annotation import Token
from dateline.model.signal import Arc
from dateline.model.span import Span
from dateline.model.tree import Tree

# what says something of who acts and, measured over sources apart, nothing of whom it is done to
OF_ACTORS: Final = frozenset({"agent", "joined", "of", "opposite", "passive", "rule passive", "side", "speaks"})
OPPOSITE: Final = {"actor": "recipient", "recipient": "actor"}
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
PREPOSITIONS: Final = {"by": "agent", "between": "side", "among": "side", "with": "side", "of": "of"}
LISTING: Final = frozenset({"and", "or", "&", "both", "the", "as", "well"})  # words between the parts of a list
GAP: Final = 12  # characters between two parts of a list at most
RATHER_SURE: Final = 4.0  # what a rule's offer counts beside the encoder's: log odds above those of the unnamed


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that are offered for a role, and whether rules offer them."""

    role: str
    span: Span
    by_rule: bool


def party_features(scene: Scene, candidate: Candidate, offer: Offer, others: Sequence[Offer]) -> Features:
    """The features of an offer; `others` are all offers of the claim."""
    trigger = candidate.claim.trigger
    names = [f"of {candidate.claim.event}"]
    source = candidate.claim.sources[0] if candidate.claim.sources else None
    if source is not None and source.span.overlaps(offer.span):
        names.append("speaks")
    beside = _beside(scene, candidate, offer, others)
    here, there = scene.sentence_of(trigger), scene.sentence_of(offer.span)
    word, noun = scene.trees[here].head_of(trigger), scene.trees[there].head_of(offer.span)
    if word is None or noun is None:
        return _fitting(offer.role, dict.fromkeys(names, 1.0) | beside)
    if word.pos == "VERB" and is_passive(scene.trees[here], word):
        names += ["passive", *(["rule passive"] if offer.by_rule else [])]
    names += _kinds(scene, scene.trees[there], noun)
    if here == there:
        found = link(scene.trees[here], word, noun)
        names += [found] if found is not None else []
        beside["distance"] = math.log2(1 + abs(noun.index - word.index))
    return _fitting(offer.role, dict.fromkeys(names, 1.0) | beside)


def _fitting(role: str, features: Features) -> Features:
    """The features that tell something of the role, whatever the source of the text."""
    return {name: value for name, value in features.items() if role == "actor" or name not in OF_ACTORS}


def link(tree: Tree, trigger: Token, noun: Token) -> str | None:
    """How a noun of the same sentence hangs from the trigger: what it is to it; None where nothing close."""
    first = tree.first_conjunct(noun)
    if trigger.pos in {"VERB", "AUX"}:
        if _same(first, doer(tree, trigger)):
            return "does"
        if _same(first, done_to(tree, trigger)):
            return "undergoes"
    over = tree.head(first)
    return PREPOSITIONS.get(over.lemma) if over is not None and _same(trigger, tree.head(over)) else None


def _same(one: Token, other: Token | None) -> bool:
    return other is not None and other.index == one.index


def _kinds(scene: Scene, tree: Tree, noun: Token) -> list[str]:
    acts = scene.is_actor(counted_noun(tree, noun))
    return [*([] if acts else ["cannot act"]), *(["some subject"] if noun.dep in SUBJECTS else [])]


def _beside(scene: Scene, candidate: Candidate, offer: Offer, others: Iterable[Offer]) -> Features:
    """What else is offered: for the same part by the encoder and the rules, for the other party, in one list."""
    arcs = candidate.signal.arcs if candidate.signal is not None else ()
    rival = [arc for arc in arcs if arc.role == offer.role and not arc.span.overlaps(offer.span)]
    opposite = [arc for arc in arcs if arc.role == OPPOSITE[offer.role] and arc.span.overlaps(offer.span)]
    rules = [one for one in others if one.by_rule]
    same = [one for one in others if one.role == offer.role and not one.span.overlaps(offer.span)]
    return {
        "rival": _best(rival),
        "opposite": _best(opposite),
        "rule beside": float(any(one.by_rule for one in same)),
        "rule opposite": float(any(one.role != offer.role and one.span.overlaps(offer.span) for one in rules)),
        "joined": max((_sure(one, rival) for one in same if listed(scene, one.span, offer.span)), default=0.0),
    }


def _sure(offer: Offer, arcs: Iterable[Arc]) -> float:
    said = _best(arc for arc in arcs if arc.span.overlaps(offer.span))
    return max(said, RATHER_SURE) if offer.by_rule else said


def _best(arcs: Iterable[Arc]) -> float:
    """The log odds of the surest above those of what the encoder does not name; 0 where there is none."""
    return max((log_odds(arc.probability) for arc in arcs), default=log_odds(0.0)) - log_odds(0.0)


def listed(scene: Scene, one: Span, other: Span) -> bool:
    """Whether nothing but commas and "and" stands between two spans: "X, Y and Z"."""
    first, second = sorted((one, other))
    between = scene.text[first.end : second.start]
    return len(between) < GAP and set(between.lower().replace(",", " ").split()) <= LISTING
