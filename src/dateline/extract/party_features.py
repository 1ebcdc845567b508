"""What speaks for and against words as a party of a claim: how they hang together with the trigger, what they are,
and what else is offered for the same part.

Every feature is a name with a value; a feature that does not hold is left out. Few and general on purpose: their
weights are fitted on some thousand options (``fusion.yaml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.candidates import Candidate
from dateline.extract.fusion import Features, log_odds
from dateline.extract.scene import Scene
from dateline.extract.syntax import counted_noun, doer, done_to
from dateline.model.annotation import Token
from dateline.model.signal import Arc
from dateline.model.span import Span
from dateline.model.tree import Tree

OPPOSITE: Final = {"actor": "recipient", "recipient": "actor"}
BEFORE: Final = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
SIDES: Final = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that are offered as a party of `role`, and whether rules offer them."""

    role: str
    span: Span
    by_rule: bool


def party_features(scene: Scene, candidate: Candidate, offer: Offer, others: Sequence[Offer]) -> Features:
    """The features of an offer; `others` are all offers of the claim."""
    trigger = candidate.claim.trigger
    here = scene.sentence_of(trigger)
    there = scene.sentence_of(offer.span)
    tree, verb = scene.trees[there], scene.trees[here].head_of(trigger)
    noun = tree.head_of(offer.span)
    names = [f"of {candidate.claim.event}"]
    if noun is not None:
        names += _kinds(scene, tree, noun)
    if here != there:
        names.append("other sentence")
    elif noun is not None and verb is not None:
        names.append(link(tree, verb, noun))
    source = candidate.claim.sources[0] if candidate.claim.sources else None
    if source is not None and source.span.overlaps(offer.span):
        names.append("speaks")
    out = dict.fromkeys(names, 1.0)
    by = "rule" if offer.by_rule else "encoder"
    out |= {f"{by} {name}": 1.0 for name in names if name in LINKS}
    return out | _beside(candidate, offer, others)


LINKS: Final = frozenset(
    {"does", "undergoes", "before", "below", "above", "clause", "apart", "other sentence"}
)


def link(tree: Tree, trigger: Token, noun: Token) -> str:
    """How a noun of the same sentence hangs together with the trigger: a name of `LINKS`."""
    first = noun
    while first.dep in {"conj", "appos"} and (above := tree.head(first)) is not None:
        first = above
    verbal = trigger.pos in {"VERB", "AUX"}
    if verbal and _same(first, doer(tree, trigger)):
        return "does"
    if verbal and _same(first, done_to(tree, trigger)):
        return "undergoes"
    over = [token.index for token in tree.ancestors(first)]
    if trigger.index in over:
        if first.dep in BEFORE and first.head == trigger.index:
            return "before"
        return "below"
    if first.index in {token.index for token in tree.ancestors(trigger)}:
        return "above"
    clause, own = _clause(tree, trigger), _clause(tree, first)
    return "clause" if clause is not None and own is not None and clause.index == own.index else "apart"


def _same(noun: Token, other: Token | None) -> bool:
    return other is not None and other.index == noun.index


def _clause(tree: Tree, token: Token) -> Token | None:
    return next((above for above in tree.ancestors(token) if above.pos in {"VERB", "AUX"}), None)


def _kinds(scene: Scene, tree: Tree, noun: Token) -> list[str]:
    classes = scene.classes(counted_noun(tree, noun))
    kinds = {"people": "PEOPLE", "armed": "ARMED", "state": "STATE", "thing": "WEAPON", "place": "PLACE"}
    found = [name for name, wanted in kinds.items() if wanted in classes]
    if noun.pos == "PRON":
        found.append("pronoun")
    return found if scene.is_actor(counted_noun(tree, noun)) else [*found, "cannot act"]


def _beside(candidate: Candidate, offer: Offer, others: Iterable[Offer]) -> Features:
    """What else is offered: by the rules for the same part, by the encoder for it, for the other party."""
    arcs = candidate.signal.arcs if candidate.signal is not None else ()
    rival = [arc for arc in arcs if arc.role == offer.role and not arc.span.overlaps(offer.span)]
    opposite = [arc for arc in arcs if arc.role == OPPOSITE[offer.role] and arc.span.overlaps(offer.span)]
    beside = [one for one in others if one.by_rule and not one.span.overlaps(offer.span) and one.role == offer.role]
    against = [one for one in others if one.by_rule and one.span.overlaps(offer.span) and one.role != offer.role]
    return {
        "rival": _best(rival),
        "opposite": _best(opposite),
        "rule beside": float(bool(beside)),
        "rule opposite": float(bool(against)),
    }


def _best(arcs: Iterable[Arc]) -> float:
    """The log odds of the surest, 0 where there is none."""
    return max((log_odds(arc.probability) for arc in arcs), default=log_odds(0.0)) - log_odds(0.0)
