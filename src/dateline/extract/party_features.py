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
AND: Final = frozenset({"and", "or", "&", "both", "the", "as", "well"})
RATHER_SURE: Final = 4.0  # log odds above those of what the encoder does not name


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
    out["joined"] = _joined(scene, tree, candidate, offer, others)
    return out | _beside(candidate, offer, others)


def _joined(scene: Scene, tree: Tree, candidate: Candidate, offer: Offer, others: Iterable[Offer]) -> float:
    """How sure the encoder is of words that are listed with these ("X, Y and Z"); rules count as rather sure."""
    arcs = candidate.signal.arcs if candidate.signal is not None else ()
    best = 0.0
    for one in others:
        if one.role != offer.role or one.span.overlaps(offer.span) or not _listed(scene, one.span, offer.span):
            continue
        sure = _best([arc for arc in arcs if arc.role == one.role and arc.span.overlaps(one.span)])
        best = max(best, sure, RATHER_SURE if one.by_rule else 0.0)
    return best


def _listed(scene: Scene, one: Span, other: Span) -> bool:
    """Whether nothing but commas and "and" stands between two spans."""
    first, second = sorted((one, other))
    return second.start - first.end < 12 and set(scene.text[first.end : second.start].replace(",", " ").split()) <= AND




LINKS: Final = frozenset(
    {"does", "undergoes", "before", "agent", "side", "of", "below", "within", "above", "subject", "object", "clause"}
    | {"apart", "other sentence"}
)
PREPOSITIONS: Final = {"by": "agent", "between": "side", "among": "side", "with": "side", "of": "of"}


def link(tree: Tree, trigger: Token, noun: Token) -> str:
    """How a noun of the same sentence hangs together with the trigger: a name of `LINKS`."""
    first = noun
    while first.dep == "conj" and (above := tree.head(first)) is not None:
        first = above
    verbal = trigger.pos in {"VERB", "AUX"}
    if verbal and _same(first, doer(tree, trigger)):
        return "does"
    if verbal and _same(first, done_to(tree, trigger)):
        return "undergoes"
    way = [first, *tree.ancestors(first)]
    at = next((n for n, token in enumerate(way) if token.index == trigger.index), None)
    if at is not None:
        return _below(way[: at + 1])
    return _beyond(tree, trigger, first)


def _below(way: Sequence[Token]) -> str:
    """The link of a noun that hangs below the trigger; `way` leads from it up to the trigger."""
    if len(way) == 2 and way[0].dep in BEFORE:
        return "before"
    if any(token.pos in {"VERB", "AUX"} for token in way[1:-1]):
        return "within"
    return PREPOSITIONS.get(way[1].lemma, "below") if len(way) == 3 else "below"


def _beyond(tree: Tree, trigger: Token, noun: Token) -> str:
    """The link of a noun that does not hang below the trigger: what it is to a verb above it, or nothing."""
    over = list(tree.ancestors(trigger))
    if any(token.index == noun.index for token in over):
        return "above"
    verb = next((token for token in tree.ancestors(noun) if token.pos in {"VERB", "AUX"}), None)
    if verb is None or all(token.index != verb.index for token in over):
        return "apart"
    if noun.head != verb.index:
        return "clause"
    return "subject" if noun.dep in {"nsubj", "nsubjpass"} else "object"


def _same(noun: Token, other: Token | None) -> bool:
    return other is not None and other.index == noun.index


def _kinds(scene: Scene, tree: Tree, noun: Token) -> list[str]:
    classes = scene.classes(counted_noun(tree, noun))
    acts = scene.is_actor(counted_noun(tree, noun))
    return [*(["thing"] if "WEAPON" in classes else []), *([] if acts else ["cannot act"])]


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
