"""The arguments of a noun ("the army's attack on X") or an adjective ("10 are missing") that names an event."""

from __future__ import annotations

from dateline.extract.acting import Arguments, acting, agents_of, named_before, opposed, places_among
from dateline.extract.match import Match
from dateline.extract.scene import Scene
from dateline.extract.syntax import agent, doer, prepositional, surface_subject
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

ATTENDED = frozenset({"CONSULT", "PROTEST", "COOPERATE"})  # "took part in talks": the subject is in the event
TARGET_IS_PLACE = frozenset({"ASSAULT", "CONDITION", "COERCE"})
PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp", "conj", "ROOT", "advcl", "dep"})


def of_noun(scene: Scene, tree: Tree, match: Match) -> Arguments:
    """The arguments of a noun trigger: words before it, its prepositions, and the verb that performs it."""
    noun, rule = match.token, match.rule
    inner = [*named_before(scene, tree, noun), *prepositional(tree, noun, "by", *rule.actors), *agents_of(tree, noun)]
    targets = prepositional(tree, noun, *rule.recipients) if rule.recipients else []
    outer, outer_targets = _performed(scene, tree, match)
    places = places_among(scene, targets)
    if rule.frame in {"undergo", "affect"}:
        numbered = scene.is_actor(noun) or tree.child(noun, "nummod") is not None
        return Arguments([], [*targets, *outer_targets], places, [noun] if numbered else [])
    if rule.frame == "carry" or (rule.frame == "go" and rule.event == "MOVE"):
        return Arguments([], [*targets, *(a for a in inner if "PEOPLE" in scene.classes(a))])
    if rule.frame == "place":
        return Arguments([*inner, *outer], targets, places_among(scene, prepositional(tree, noun, "of", "over")))
    against = [c for c in tree.children(noun, "compound", "amod", "nmod") if opposed(scene, c)]
    return Arguments(inner or outer, [*targets, *against], places if rule.event in TARGET_IS_PLACE else [])


def _performed(scene: Scene, tree: Tree, match: Match) -> tuple[list[Token], list[Token]]:
    """Actors and targets that a verb lends to a noun: "rebels launched an attack", "talks were held by X"."""
    noun, above = match.token, tree.head(match.token)
    if above is None:
        return [], []
    if noun.dep == "pobj":
        return _through_preposition(scene, tree, match, above), []
    if above.pos not in {"VERB", "AUX"} or above.lemma in word_class("no_support"):
        return [], []
    if noun.dep == "dobj":
        targets = prepositional(tree, above, *match.rule.recipients) if match.rule.recipients else []
        return acting(scene, tree, doer(tree, above)), targets
    if noun.dep == "nsubjpass" and above.lemma in word_class("performed"):
        by = agent(tree, above)
        return ([by] if by is not None and scene.is_actor(by) else []), []
    return [], []


def _through_preposition(scene: Scene, tree: Tree, match: Match, prep: Token) -> list[Token]:
    """Who is in the event: "took part in talks", or answers for it: "claimed responsibility for the attack"."""
    verb = tree.head(prep)
    if verb is not None and verb.lemma == "responsibility":
        verb = tree.head(verb)
        return acting(scene, tree, doer(tree, verb)) if verb is not None else []
    inside = prep.lemma in {"in", "at", "on", "to"} and match.rule.event in ATTENDED
    if verb is None or verb.pos != "VERB" or not inside or verb.lemma in word_class("no_support"):
        return []
    return acting(scene, tree, doer(tree, verb))


def of_adjective(tree: Tree, adjective: Token) -> Arguments:
    """What a predicate adjective is said of: "10 are missing", "left five dead", "families stranded in X"."""
    head = tree.head(adjective)
    if head is None:
        return Arguments()
    if adjective.dep in PREDICATES:
        own = tree.child(adjective, "nsubj", "nsubjpass")
        thing = tree.child(head, "dobj") if adjective.dep in {"oprd", "ccomp", "xcomp"} else None
        subject = own or thing or surface_subject(tree, head)
        return Arguments(recipients=tree.conjuncts(subject) if subject is not None else [])
    behind = adjective.dep in {"amod", "acl"} and adjective.index > head.index
    return Arguments(recipients=[head] if behind else [])
