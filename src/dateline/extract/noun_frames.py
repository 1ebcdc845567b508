"""The arguments of a noun ("the army's attack on X") or an adjective ("10 are missing") that names an event."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.acting import Arguments, acting, agents_of, is_place, named_before, opposed, places_among
from dateline.extract.match import Match
from dateline.extract.scene import Scene
from dateline.extract.syntax import (
    agent,
    clause_verb,
    counted_noun,
    doer,
    done_to,
    is_passive,
    prepositional,
    surface_subject,
)
from dateline.lexicon.grammar import word_class
from dateline.lexicon.triggers import Rule
from dateline.model.annotation import Token
from dateline.model.tree import Tree

AIMED = frozenset({"ASSAULT", "THREATEN", "COERCE"})
OWNED = frozenset({"CONTROL", "RETREAT", "REQUEST", "PROTEST", "COOPERATE"})  # "the advance of X" is X's
SHARED = frozenset({"CONSULT", "COOPERATE", "PROTEST", "ACCUSE", "SUPPORT"})  # acts that the clause's subject is in
ATTENDED = frozenset({"CONSULT", "PROTEST", "COOPERATE"})  # "took part in talks": the subject is in the event
SPOKEN = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
AMONG = ("among", "amongst", "involve")  # "talks involving both sides": like "between"
# what leads to whom an event noun is done to, where its rule does not say
USUAL = {
    "AID": ("for", "of", "to"),
    "ASSAULT": ("against", "of", "on"),
    "COERCE": ("against", "of", "on"),
    "CONDITION": ("of", "to"),
    "SANCTION": ("against", "of", "on"),
    "SUPPORT": ("for", "of", "to"),
}
TARGET_IS_PLACE = frozenset({"ASSAULT", "CONDITION", "COERCE"})
PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp", "conj", "ROOT", "advcl", "dep"})


@dataclass(frozen=True, slots=True)
class NounCase:
    """A noun trigger with who stands close to it: `inner` and `targets` by the noun itself, `outer` by a verb around.

    `owner` is a possessor to whom it is done ("the mayor's arrest").
    """

    scene: Scene
    tree: Tree
    noun: Token
    rule: Rule
    inner: list[Token]
    targets: list[Token]
    outer: list[Token]
    outer_targets: list[Token]
    owner: list[Token]


def of_noun(scene: Scene, tree: Tree, match: Match) -> Arguments:
    """The arguments of a noun trigger: words before it, its prepositions, and the verb that performs it."""
    case, rule = _case(scene, tree, match), match.rule
    if rule.frame in {"undergo", "affect"}:
        return _undergone(case)
    if rule.frame == "carry" or (rule.frame == "go" and rule.event == "MOVE"):
        return Arguments([], [*case.targets, *(a for a in case.inner if "PEOPLE" in scene.classes(a))])
    if rule.frame == "place":
        actors = [*case.inner, *case.outer] or _owned(scene, tree, case.noun)
        return Arguments(actors, case.targets, places_among(scene, prepositional(tree, case.noun, "of", "over")))
    return _acted(case)


def _case(scene: Scene, tree: Tree, match: Match) -> NounCase:
    noun, rule = match.token, match.rule
    leading = (*rule.actors, *(AMONG if "between" in rule.actors else ()))
    inner = [*named_before(scene, tree, noun), *prepositional(tree, noun, "by", *leading), *agents_of(tree, noun)]
    inner = inner or _coming_from(scene, tree, match)
    targets = prepositional(tree, noun, *(rule.recipients or USUAL.get(rule.event, ())))
    targets = targets or (_aimed_at(tree, noun) if rule.event in AIMED else [])
    owner = tree.children(noun, "poss") if noun.lemma in word_class("done_to_owner") else []
    if prepositional(tree, noun, "of"):
        owner = []
    inner = [n for n in inner if n not in owner]
    return NounCase(scene, tree, noun, rule, inner, targets or owner, *_performed(scene, tree, match), owner)


def _undergone(case: NounCase) -> Arguments:
    scene, tree, noun = case.scene, case.tree, case.noun
    targets = case.targets or _brought_to(tree, noun)
    numbered = scene.is_actor(noun) or tree.child(noun, "nummod") is not None
    places = places_among(scene, case.targets)
    return Arguments([], [*targets, *case.outer_targets], places, [noun] if numbered else [])


def _acted(case: NounCase) -> Arguments:
    scene, tree, noun, event = case.scene, case.tree, case.noun, case.rule.event
    actors = case.inner or case.outer or ([] if case.owner else _owned(scene, tree, noun))
    actors = actors or (_in_clause(scene, tree, noun) if event in SHARED else [])
    targets = case.targets or (_brought_to(tree, noun) if event == "COERCE" else [])  # "was taken into custody"
    targets = targets or [n for n in case.outer_targets if _is_party(scene, tree, n)]
    against = [c for c in tree.children(noun, "compound", "amod", "nmod") if opposed(scene, c)]
    places = places_among(scene, case.targets) if event in TARGET_IS_PLACE else []
    return Arguments(actors, [*targets, *against], places)


def _is_party(scene: Scene, tree: Tree, noun: Token) -> bool:
    return scene.is_actor(counted_noun(tree, noun)) or is_place(scene, noun)


def _owned(scene: Scene, tree: Tree, noun: Token) -> list[Token]:
    """Who stands behind a possessive pronoun ("backed the army in its campaign"), else the pronoun ("our protest")."""
    own = next((c for c in tree.children(noun, "poss") if c.tag == "PRP$"), None)
    if own is None:
        return []
    verb = clause_verb(tree, noun)
    beside = [*tree.children(verb, "dobj"), doer(tree, verb)] if verb is not None else []
    meant = [n for n in beside if n is not None and scene.is_actor(n) and n.index < own.index]
    return tree.conjuncts(meant[0]) if meant else [own]


def _aimed_at(tree: Tree, noun: Token) -> list[Token]:
    """Whom an attack is aimed at: "a blast targeting a convoy", "a campaign to defeat the rebels"."""
    doing = [verb for verb in tree.children(noun, "acl") if verb.tag in {"VBG", "VB"}]
    return [n for verb in doing for thing in tree.children(verb, "dobj") for n in tree.conjuncts(thing)]


def _brought_to(tree: Tree, noun: Token) -> list[Token]:
    """Who is in a state: "the town was reduced to rubble", "the towns are under siege"."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    verb = tree.head(prep) if prep is not None else None
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return []
    if verb.lemma not in word_class("being") and not is_passive(tree, verb):
        return []
    thing = done_to(tree, verb) or surface_subject(tree, verb)
    return tree.conjuncts(thing) if thing is not None else []


def _coming_from(scene: Scene, tree: Tree, match: Match) -> list[Token]:
    """Who stands behind a noun with "from" or "of" and is nobody it is done to: "protests from residents"."""
    words = {"from", *(("of",) if match.rule.event in OWNED else ())} - set(match.rule.recipients)
    found = prepositional(tree, match.token, *words)
    spoken = match.rule.event in SPOKEN  # "warnings from Beijing" are a state's, a withdrawal from it is not
    return [n for n in found if scene.is_actor(n) and (spoken or not is_place(scene, n))]


def _in_clause(scene: Scene, tree: Tree, noun: Token) -> list[Token]:
    """Who acts in the clause around the noun, where nothing nearer says whose it is."""
    verb, above = clause_verb(tree, noun), tree.head(noun)
    if verb is None or verb.lemma in word_class("no_support") - {"be"}:
        return []
    if noun.dep == "pobj" and above is not None and above.lemma in word_class("apart"):
        return []  # "arrested 63 people after a march": it is not the police who marched
    return acting(scene, tree, doer(tree, verb))


def _performed(scene: Scene, tree: Tree, match: Match) -> tuple[list[Token], list[Token]]:
    """Actors and targets that a verb lends to a noun: "rebels launched an attack", "talks were held by X"."""
    noun, above = match.token, tree.head(match.token)
    if above is not None and noun.dep == "pobj":
        return _through_preposition(scene, tree, match, above), []
    if above is None or above.pos not in {"VERB", "AUX"}:
        return [], []
    wanted = match.rule.recipients if noun.dep == "dobj" else ()
    targets = prepositional(tree, above, *wanted) if wanted else []  # "caused damage to X", "expressed thanks to X"
    if noun.dep == "dobj" and above.lemma in word_class("giving"):
        targets = targets or _given_to(tree, above)
    if above.lemma in word_class("no_support"):
        return [], targets
    if noun.dep == "dobj":
        return acting(scene, tree, doer(tree, above)), targets
    if noun.dep == "nsubjpass" and above.lemma in word_class("performed"):
        by = agent(tree, above)
        sides = prepositional(tree, above, "between", *AMONG) if "between" in match.rule.actors else []
        return ([t for t in tree.conjuncts(by) if scene.is_actor(t)] if by is not None else sides), []
    return [], []


def _given_to(tree: Tree, verb: Token) -> list[Token]:
    """Who is given something: "granted observers access", "they were denied entry"."""
    given = tree.child(verb, "nsubjpass") if is_passive(tree, verb) else tree.child(verb, "dative")
    return tree.conjuncts(given) if given is not None and given.pos != "ADP" else []


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


def of_adjective(tree: Tree, match: Match) -> Arguments:
    """What a predicate adjective is said of: "10 are missing", "left five dead", "families stranded in X".

    Of an act it is who acts: "the envoy is ready to".
    """
    said_of = _said_of(tree, match.token)
    if match.rule.frame in {"undergo", "affect", "carry"} or match.rule.event in {"MOVE", "CONDITION"}:
        return Arguments(recipients=said_of)
    content = [verb for prep in tree.children(match.token, "prep") for verb in tree.children(prep, "pcomp")]
    content += tree.children(match.token, "xcomp", "ccomp")
    return Arguments(said_of, [*prepositional(tree, match.token, *match.rule.recipients), *_helped(tree, content)])


def _helped(tree: Tree, content: list[Token]) -> list[Token]:
    """With or for whom a promised deed is: "committed to working with X", "ready to help X"."""
    things = [n for verb in content for thing in tree.children(verb, "dobj") for n in tree.conjuncts(thing)]
    return things or [n for verb in content for n in prepositional(tree, verb, "with")]


def _said_of(tree: Tree, adjective: Token) -> list[Token]:
    head = tree.head(adjective)
    if head is None:
        return []
    if adjective.dep in PREDICATES:
        own = tree.child(adjective, "nsubj", "nsubjpass")
        thing = tree.child(head, "dobj") if adjective.dep in {"oprd", "ccomp", "xcomp"} else None
        subject = own or thing or surface_subject(tree, head)
        return tree.conjuncts(subject) if subject is not None else []
    return [head] if adjective.dep in {"amod", "acl"} else []
