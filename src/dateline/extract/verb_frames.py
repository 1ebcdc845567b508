"""The arguments of a verb by its rule's frame: which of subject, object and preposition is who, whom and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.acting import (
    Arguments,
    acting,
    agents_of,
    behind_event,
    behind_plan,
    is_place,
    named_before,
    names_force,
    places_among,
    unique,
)
from dateline.extract.match import Match
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, counted_noun, doer, done_to, holder, is_passive, prepositional
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

# events between parties: their recipient is a party, not a thing ("demanded the release of X")
VERBAL = frozenset({"AGREE", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "PROTEST"})
OBJECT_IS_PLACE = frozenset({"ASSAULT", "CONDITION", "COERCE"})  # "bombed the hospital": whom and where in one
WHOLE = frozenset({"destroy", "seize"})  # what is destroyed or seized is a recipient, whatever it is
PARTNERS = frozenset({"meet", "fight", "battle"})  # verbs whose object is the partner


@dataclass(frozen=True, slots=True)
class VerbCase:
    """A verb trigger with its logical subject, objects and prepositional recipients."""

    scene: Scene
    tree: Tree
    match: Match
    subject: Token | None
    actors: list[Token]
    objects: list[Token]
    targets: list[Token]

    @property
    def event(self) -> str:
        """The event type of the rule."""
        return self.match.rule.event


def of_verb(scene: Scene, tree: Tree, match: Match) -> Arguments:
    """The arguments of a verb trigger."""
    verb, rule = match.token, match.rule
    subject, thing = doer(tree, verb), done_to(tree, verb)
    objects = tree.conjuncts(thing) if thing is not None else []
    targets = prepositional(tree, verb, *rule.recipients) if rule.recipients else []
    given = [thing for thing in tree.children(verb, "dative") if thing.pos != "ADP"]  # "gave X tents"
    targets = targets or [n for thing in given for n in tree.conjuncts(thing)]
    actors = behind_plan(scene, tree, verb) or acting(scene, tree, subject)
    if not actors and verb.dep == "acl" and verb.tag == "VBG" and (noun := tree.head(verb)) is not None:
        actors = acting(scene, tree, holder(tree, noun))  # "they went on strike demanding more pay"
    case = VerbCase(scene, tree, match, subject, actors, objects, targets)
    return FRAMES.get(rule.frame, _act)(case)


def _in_cause(scene: Scene, tree: Tree, verb: Token) -> list[Token]:
    """Who uses force in the clause that tells the cause: "two died when rebels shot down their helicopter"."""
    clauses = [c for at in (verb, *tree.children(verb, "conj")) for c in tree.children(at, "advcl")]
    forceful = [clause for clause in clauses if names_force("verbs", clause.lemma)]
    return [actor for clause in forceful for actor in acting(scene, tree, tree.child(clause, "nsubj"))]


def _act(case: VerbCase) -> Arguments:
    scene, tree = case.scene, case.tree
    idioms = [o for o in case.objects if _is_idiom(case, o)]
    objects = _affected(case, [o for o in case.objects if o not in idioms])
    if case.event in {"REQUEST", "ACCUSE", "THREATEN"}:
        objects = objects or _in_content(case, idioms or case.objects)
    places = places_among(scene, case.objects) if case.event in OBJECT_IS_PLACE else []
    actors = case.actors or behind_event(scene, tree, case.match.token)
    actors = actors or (_in_cause(scene, tree, case.match.token) if case.event == "ASSAULT" else [])
    wanted = (*case.match.rule.recipients, *(("of",) if case.event == "ASSAULT" else ()))  # "claimed the lives of X"
    if case.event in {"ACCUSE", "REQUEST"}:
        idioms = [o for o in idioms if o.lemma not in word_class("done_to_owner")]  # "condemned the arrest of X"
    with_idiom = [t for o in idioms for t in prepositional(tree, o, *wanted)]
    return Arguments(actors, [*objects, *case.targets, *with_idiom], places, idioms)


def _affected(case: VerbCase, objects: list[Token]) -> list[Token]:
    """The objects that are whom it is done to: of acts between parties the parties, of aid not what is given."""
    if case.event in VERBAL:
        told = _addresses(case.tree, case.match.token)
        named = ([o] if told or _is_party(case.scene, o) else named_before(case.scene, case.tree, o) for o in objects)
        return [token for tokens in named for token in tokens]
    if case.event == "SUPPORT":
        return [token for o in objects for token in _whose_deed(case, o) or [o]]
    if case.event == "AID":
        return [o for o in objects if _is_party(case.scene, counted_noun(case.tree, o))]
    return objects


def _whose_deed(case: VerbCase, thing: Token) -> list[Token]:
    """Who did what is praised: "welcomed the steps taken by X", "the efforts of X", "the news that X freed them"."""
    scene, tree = case.scene, case.tree
    if _is_party(scene, counted_noun(tree, thing)):
        return []
    by = [n for n in tree.children(thing, "poss") if scene.is_actor(n)] or prepositional(tree, thing, "by")
    by = by or agents_of(tree, thing) or [n for n in prepositional(tree, thing, "of") if scene.is_actor(n)]
    told = [own for clause in tree.children(thing, "acl", "ccomp", "relcl") if (own := tree.child(clause, "nsubj"))]
    return by or [n for own in told if own.pos != "PRON" for n in tree.conjuncts(own) if scene.is_actor(n)]


def _addresses(tree: Tree, verb: Token) -> bool:
    """Whether the verb's object is spoken to: "urged voters to stay", "warned them about it"."""
    about = any(prep.lemma in {"about", "against", "over"} for prep in tree.children(verb, "prep"))
    return verb.lemma in word_class("addressing") and (about or tree.child(verb, "xcomp", "ccomp") is not None)


def _in_content(case: VerbCase, things: list[Token]) -> list[Token]:
    """Whom a demand, charge or threat is about, where its object names nobody."""
    if case.event != "THREATEN":
        return _asked(case, things if case.event == "REQUEST" else [])
    clauses = case.tree.children(case.match.token, "xcomp", "pcomp")
    return [thing for clause in clauses for thing in _objects_of(case.tree, clause)]


def _asked(case: VerbCase, things: list[Token]) -> list[Token]:
    """Who is to do what is asked: "demanded that X leave", "sought an apology from X", "the resignation of X"."""
    tree, verb = case.tree, case.match.token
    clauses = [c for c in tree.children(verb, "ccomp", "xcomp", "advcl") if c.dep != "advcl" or c.tag == "VB"]
    doers = [own for clause in clauses if (own := tree.child(clause, "nsubj", "nsubjpass")) is not None]
    things = [t for t in things if t.lemma not in word_class("done_to_owner")]  # "demanded the release of X"
    named = [n for thing in things for n in (*prepositional(tree, thing, "from", "of"), *tree.children(thing, "poss"))]
    named += prepositional(tree, verb, "from")
    return [n for own in doers or named for n in tree.conjuncts(own) if case.scene.is_actor(n)]


def _objects_of(tree: Tree, verb: Token) -> list[Token]:
    thing = tree.child(verb, "dobj")
    return tree.conjuncts(thing) if thing is not None else []


def _undergo(case: VerbCase) -> Arguments:
    affected = case.tree.conjuncts(case.subject) if case.subject is not None else case.objects
    return Arguments([], affected)


def _affect(case: VerbCase) -> Arguments:
    return Arguments(case.actors, case.objects)


def _instrument(case: VerbCase) -> Arguments:
    by = agent(case.tree, case.match.token)
    return Arguments([by] if by is not None else [])


def _mutual(case: VerbCase) -> Arguments:
    partners = case.objects if case.match.token.lemma in PARTNERS else []
    return Arguments(case.actors, [*partners, *case.targets])


def _place(case: VerbCase) -> Arguments:
    return Arguments(case.actors, case.targets, _held(case.scene, case.tree, case.objects))


def _fall(case: VerbCase) -> Arguments:
    fallen = case.tree.conjuncts(case.subject) if case.subject is not None else []
    return Arguments(prepositional(case.tree, case.match.token, "to"), [], [(place, "at") for place in fallen])


def _visit(case: VerbCase) -> Arguments:
    return Arguments(case.actors, case.objects, places_among(case.scene, case.objects))


def _deploy(case: VerbCase) -> Arguments:
    deployed = [o for o in case.objects if case.scene.is_actor(o)]
    return Arguments(case.actors or deployed, counted=deployed)


def _go(case: VerbCase) -> Arguments:
    """Whoever moves is the actor, of MOVE the recipient; a place as object is where from, or where to."""
    leaving = case.match.token.lemma not in word_class("arriving")
    role = "at" if case.event not in {"MOVE", "RETREAT"} else "from" if leaving else "to"
    places = [(o, role) for o in case.objects if is_place(case.scene, o) and "PEOPLE" not in case.scene.classes(o)]
    if case.event == "MOVE":
        movers = case.tree.conjuncts(case.subject) if case.subject is not None else []
        return Arguments([], movers or case.objects, places)
    moved = case.objects if is_passive(case.tree, case.match.token) else []
    return Arguments(case.actors or moved, [], places)


FRAMES: dict[str, Callable[[VerbCase], Arguments]] = {
    "act": _act,
    "undergo": _undergo,
    "affect": _affect,
    "carry": _affect,
    "instrument": _instrument,
    "mutual": _mutual,
    "place": _place,
    "fall": _fall,
    "visit": _visit,
    "deploy": _deploy,
    "go": _go,
}


def _held(scene: Scene, tree: Tree, objects: list[Token]) -> list[tuple[Token, str]]:
    """Places that are taken or held: names even where the tagger missed a place, "X, Y and Z districts" one by one."""
    out: list[Token] = []
    listed: set[int] = set()
    for thing in (counted_noun(tree, o) for o in objects):
        several = [
            a for a in (thing, *tree.children(thing, "appos")) if a.tag in {"NNS", "NNPS"} and is_place(scene, a)
        ]
        before = [c for area in several for c in tree.children(area, "nmod", "compound", "appos")]
        names = [n for c in before for n in tree.conjuncts(c) if n.pos == "PROPN" and not _hyphenated(tree, n)]
        out += names if thing in several and names else [thing, *names]
        listed |= {n.index for n in names}
    kept = [t for t in unique(out) if t.index in listed or is_place(scene, t) or t.pos == "PROPN"]
    return [(t, "at") for t in kept]


def _hyphenated(tree: Tree, noun: Token) -> bool:
    """Whether the word is the first part of a hyphenated name ("Al" of "Al-Maadi")."""
    after = tree.tokens[noun.index + 1 : noun.index + 2]
    return bool(after) and after[0].text == "-" and after[0].start == noun.end


def _is_idiom(case: VerbCase, thing: Token) -> bool:
    """Whether the object belongs to the words that name the event ("opened fire", "claimed lives")."""
    if case.match.rule.mode in WHOLE:
        return False
    wanted = case.match.rule.conditions.get("object", frozenset())
    return singular(thing) in wanted and not case.scene.classes(thing) & {
        "PEOPLE",
        "ARMED",
        "ACTOR",
        "VEHICLE",
        "FACILITY",
    }


def _is_party(scene: Scene, noun: Token) -> bool:
    return scene.is_actor(noun) or "PLACE" in scene.classes(noun)
