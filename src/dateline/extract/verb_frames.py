"""The arguments of a verb by its rule's frame: which of subject, object and preposition is who, whom and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.acting import Arguments, acting, behind_event, is_place, named_before, places_among, unique
from dateline.extract.match import Match
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, counted_noun, doer, done_to, is_passive, prepositional
from dateline.model.annotation import Token
from dateline.model.tree import Tree

# events between parties: their recipient is a party, not a thing ("demanded the release of X")
VERBAL = frozenset({"AGREE", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "PROTEST"})
OBJECT_IS_PLACE = frozenset({"ASSAULT", "CONDITION", "COERCE"})  # "bombed the hospital": whom and where in one
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
    case = VerbCase(scene, tree, match, subject, acting(scene, tree, subject), objects, targets)
    return FRAMES.get(rule.frame, _act)(case)


def _act(case: VerbCase) -> Arguments:
    scene, tree = case.scene, case.tree
    idioms = [o for o in case.objects if _is_idiom(case, o)]
    objects = [o for o in case.objects if o not in idioms]
    places = places_among(scene, case.objects) if case.event in OBJECT_IS_PLACE else []
    if case.event in VERBAL:
        objects = [a for o in objects for a in ([o] if _is_party(scene, o) else named_before(scene, tree, o))]
    actors = case.actors or behind_event(scene, tree, case.match.token)
    wanted = case.match.rule.recipients
    with_idiom = [t for o in idioms for t in prepositional(tree, o, *wanted)] if wanted else []
    return Arguments(actors, [*objects, *case.targets, *with_idiom], places, idioms)


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
    role = "from" if case.event in {"MOVE", "RETREAT"} else "at"
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
    kept = [t for t in unique(out) if t.index in listed or is_place(scene, t) or _is_name(scene, t)]
    return [(t, "at") for t in kept]


def _hyphenated(tree: Tree, noun: Token) -> bool:
    """Whether the word is the first part of a hyphenated name ("Al" of "Al-Maadi")."""
    after = tree.tokens[noun.index + 1 : noun.index + 2]
    return bool(after) and after[0].text == "-" and after[0].start == noun.end


def _is_name(scene: Scene, token: Token) -> bool:
    return token.pos == "PROPN" and "PERSONNAME" not in scene.classes(token)


def _is_idiom(case: VerbCase, thing: Token) -> bool:
    """Whether the object belongs to the words that name the event ("opened fire", "claimed lives")."""
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
