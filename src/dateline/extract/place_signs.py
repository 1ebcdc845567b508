"""What speaks for and against words as the place of an event: how they hang from it, what else is offered beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.extract.party_features import Offer, listed
from dateline.extract.scene import Scene
from dateline.extract.time_signs import ASIDE, SAID, level_of, telling
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.model.annotation import Token
from dateline.model.claim import Claim
from dateline.model.codebook import PLACE_ROLES
from dateline.model.span import Span
from dateline.model.tree import Tree

# prepositions by what they say of place; others are "other"
LEADS: Final = {
    "in": "in", "at": "at", "on": "on", "near": "near", "outside": "near", "around": "near", "inside": "in",
    "within": "in", "across": "over", "throughout": "over", "over": "over", "from": "from", "to": "to", "into": "to",
    "towards": "to", "toward": "to", "through": "over", "of": "of", "between": "between", "against": "against",
    "with": "with", "by": "by", "for": "for",
}  # fmt: skip
Signs = dict[str, float]


def place_signs(scene: Scene, claim: Claim, offer: Offer, others: Sequence[Offer]) -> Signs:
    """The signs of one place that is offered; `others` are all offers of the claim."""
    beside = [one for one in others if one.role in PLACE_ROLES and not one.span.overlaps(offer.span)]
    group = _list_of(scene, offer, beside)
    places = [one for one in beside if one not in group]
    signs = {
        f"of {claim.event}": 1.0,
        f"role {offer.role}": 1.0,
        f"named {_naming(scene, offer.span)}": 1.0,
        "listed": float(bool(group)),
        "listed by rule": float(any(one.by_rule for one in group)),
        "another": float(bool(places)),
        "another nearer": float(_nearer(places, offer, claim.trigger)),
        "rule beside": float(any(one.by_rule for one in places)),
        "smaller beside": float(_is_country(scene, offer.span) and any(not _is_country(scene, p.span) for p in places)),
        "before": float(offer.span.start < claim.trigger.start),
        "said": float(claim.event in SAID),
        "not happened": float(claim.aux is not None),
    } | {f"in {part}": 1.0 for part in _parts(claim, offer.span)}
    here, there = scene.sentence_of(claim.trigger), scene.sentence_of(offer.span)
    if here != there:
        return signs | {f"sentences {max(-1, min(here - there, 3))}": 1.0}
    tree = scene.trees[here]
    trigger, head = tree.head_of(claim.trigger), tree.head_of(offer.span)
    if trigger is None or head is None:
        return signs
    return signs | {
        f"level {level_of(scene, tree, trigger, head)}": 1.0,
        f"by {_led_by(tree, head)}": 1.0,
        f"told {telling(tree, trigger)}": 1.0,
        "set aside": float(trigger.dep in ASIDE),
        "hangs from it": float(_hangs(tree, trigger, head)),
    }


def _list_of(scene: Scene, offer: Offer, beside: Sequence[Offer]) -> list[Offer]:
    """The other places of the list that a place stands in: "X, Y and Z"."""
    group, left = [offer], list(beside)
    while near := [one for one in left if any(listed(scene, one.span, each.span) for each in group)]:
        group += near
        left = [one for one in left if one not in near]
    return group[1:]


def _parts(claim: Claim, span: Span) -> Iterable[str]:
    """The parties and sources of the claim whose words hold the place."""
    for part, refs in (("actor", claim.actors), ("recipient", claim.recipients), ("source", claim.sources)):
        if any(ref.span.overlaps(span) for ref in refs):
            yield part


def _nearer(places: Iterable[Offer], offer: Offer, trigger: Span) -> bool:
    return any(one.span.distance(trigger) < offer.span.distance(trigger) for one in places)


def _is_country(scene: Scene, span: Span) -> bool:
    words = span.of(scene.text)
    return country_by_name(words) is not None or country_by_demonym(words) is not None


def _naming(scene: Scene, span: Span) -> str:
    """Whether the words are a country, hold a name, or only say what kind of place it is ("the city")."""
    if _is_country(scene, span):
        return "country"
    tree = scene.trees[scene.sentence_of(span)]
    return "name" if any("PLACE" in scene.classes(token) for token in tree.within(span)) else "kind"


def _led_by(tree: Tree, head: Token) -> str:
    """What leads to the place: a preposition's kind, or how else the noun hangs in the sentence."""
    first = tree.first_conjunct(head)
    over = tree.head(first)
    if first.dep == "pobj" and over is not None:
        return LEADS.get(over.lemma.lower(), "other")
    return first.dep if first.dep in {"dobj", "nsubj", "nsubjpass", "compound", "poss", "amod", "appos"} else "else"


def _hangs(tree: Tree, trigger: Token, head: Token) -> bool:
    """Whether nothing but prepositions, lists and other places stands between the event's word and the place."""
    at: Token | None = head
    for _ in range(5):
        at = tree.head(at) if at is not None else None
        if at is None:
            return False
        if at.index == trigger.index:
            return True
        if at.pos in {"VERB", "AUX"}:
            return False
    return False
