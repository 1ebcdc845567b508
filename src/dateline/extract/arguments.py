"""Who did it and to whom: the arguments of a trigger by its rule's frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from dateline.extract.match import Match
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, clause_verb, doer, done_to, counted_noun, counted_top, is_passive, prepositional, surface_subject
from dateline.lexicon.roles import modifier_sector
from dateline.model.annotation import Token
from dateline.model.tree import Tree

MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod")
NOT_WHO = frozenset({"military", "major", "security", "humanitarian", "general", "terror", "terrorist", "civil", "civilian",
                     "peace", "anti", "pro", "news", "press", "political", "student", "general"})  # fmt: skip
PERFORMED = frozenset({"carry", "launch", "conduct", "mount", "stage", "wage", "lead", "plan", "perpetrate", "commit", "hold",
                       "host", "organise", "organize", "make", "reach", "sign", "broker", "call", "issue", "start",
                       "begin", "declare", "announce", "do", "execute", "claim"})  # fmt: skip
NO_SUPPORT = frozenset({"be", "follow", "end", "stop", "halt", "cause", "leave", "see", "include", "be", "become",
                        "witness", "survive", "escape", "flee", "oppose", "prevent", "avoid"})  # fmt: skip
VERBAL = frozenset({"AGREE", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "PROTEST"})
PARTS = frozenset({"include", "among"})
PLACE_CLASSES = frozenset({"PLACE", "AREA", "FACILITY"})


@dataclass
class Arguments:
    """Heads of the argument phrases; `locations` are nouns that the frame makes places, with their role."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    locations: list[tuple[Token, str]] = field(default_factory=list)
    counted: list[Token] = field(default_factory=list)  # nouns that hold a number without being a recipient


def find_arguments(scene: Scene, tree: Tree, match: Match) -> Arguments:
    """The arguments of one trigger."""
    if match.token.pos == "VERB":
        found = _of_verb(scene, tree, match)
    elif match.token.pos == "ADJ":
        found = Arguments(recipients=_described(tree, match.token))
    else:
        found = _of_noun(scene, tree, match)
    found.recipients += [part for whole in found.recipients for part in parts(tree, whole)]
    return _cleaned(scene, tree, found)


def parts(tree: Tree, head: Token) -> list[Token]:
    """Parts of a whole that the text names: "including five children", "among them three women"."""
    out: list[Token] = []
    for token in tree.subtree(head):
        if token.lemma in PARTS and token.dep in {"prep", "advmod", "acl"}:
            out += [n for obj in tree.children(token, "pobj", "dobj") for n in tree.conjuncts(obj)]
    return out


def _of_verb(scene: Scene, tree: Tree, match: Match) -> Arguments:
    verb, rule = match.token, match.rule
    subject, thing = doer(tree, verb), done_to(tree, verb)
    actors = _acting(scene, tree, subject)
    objects = tree.conjuncts(thing) if thing is not None else []
    by_preposition = prepositional(tree, verb, *rule.recipients) if rule.recipients else []
    frame = rule.frame
    if frame in {"undergo", "affect"}:
        affected = objects if frame == "affect" else tree.conjuncts(subject or thing) if subject or thing else []
        return Arguments(actors if frame == "affect" else [], affected)
    if frame == "instrument":
        return Arguments([agent_] if (agent_ := agent(tree, verb)) else [], [])
    if frame == "mutual":
        return Arguments(actors, [*(objects if verb.lemma in {"meet", "fight", "battle"} else []), *by_preposition])
    if frame == "place":
        return Arguments(actors, by_preposition, _held(scene, tree, objects))
    if frame == "fall":
        places = [(s, "at") for s in tree.conjuncts(subject)] if subject else []
        return Arguments(prepositional(tree, verb, "to"), [], places)
    if frame in {"go", "visit", "deploy"}:
        return _moving(scene, match, subject, actors, objects, tree)
    if frame == "carry":
        return Arguments(actors, objects)
    inside = [(o, "at") for o in objects if _is_place(scene, o) and rule.event in {"ASSAULT", "CONDITION", "COERCE"}]
    idioms = [o for o in objects if _idiom(scene, match, o)]
    objects = [o for o in objects if o not in idioms]
    if rule.event in VERBAL:
        objects = [a for o in objects for a in ([o] if _party(scene, o) else _modifying_actors(scene, tree, o))]
    return Arguments(actors or _through_event(scene, tree, verb), [*objects, *by_preposition], inside, idioms)


def _held(scene: Scene, tree: Tree, objects: list[Token]) -> list[tuple[Token, str]]:
    """Places that are taken or held: names even where the tagger missed a place, "X, Y and Z districts" one by one."""
    out: list[Token] = []
    for thing in (counted_noun(tree, o) for o in objects):
        areas = [a for a in (thing, *tree.children(thing, "appos")) if a.tag in {"NNS", "NNPS"} and _is_place(scene, a)]
        names = [n for a in areas for c in tree.children(a, "nmod", "compound", "appos") for n in tree.conjuncts(c)]
        names = [n for n in names if n.pos == "PROPN"]
        if thing not in areas or not names:
            out.append(thing)
        out += names
    usable = [t for t in _unique(out) if _is_place(scene, t) or (t.pos == "PROPN" and "PERSONNAME" not in scene.classes(t))]
    return [(t, "at") for t in usable or [t for t in out if t.pos in {"PROPN", "NOUN"}][:1] if _is_place(scene, t) or usable]


def _idiom(scene: Scene, match: Match, thing: Token) -> bool:
    """Whether the object belongs to the words that name the event ("opened fire", "claimed lives")."""
    wanted = match.rule.conditions.get("object", frozenset())
    return singular(thing) in wanted and not scene.classes(thing) & {"PEOPLE", "ARMED", "VEHICLE", "FACILITY"}


def _party(scene: Scene, noun: Token) -> bool:
    return scene.is_actor(noun) or "PLACE" in scene.classes(noun)


def _moving(
    scene: Scene, match: Match, subject: Token | None, actors: list[Token], objects: list[Token], tree: Tree
) -> Arguments:
    """Frames of motion: whoever moves is the actor, of MOVE the recipient; a place as object is where from or to."""
    verb, rule = match.token, match.rule
    movers = tree.conjuncts(subject) if subject is not None else []
    if rule.frame == "visit":
        return Arguments(actors, objects, [(o, "at") for o in objects if _is_place(scene, o)])
    if rule.frame == "deploy":
        return Arguments(actors or [o for o in objects if scene.is_actor(o)], [])
    role = "from" if rule.event in {"MOVE", "RETREAT"} else "at"
    places = [(o, role) for o in objects if _is_place(scene, o) and not scene.classes(o) & {"PEOPLE"}]
    if rule.event == "MOVE":
        return Arguments([], movers or objects, places)
    if is_passive(tree, verb):
        return Arguments(actors or objects, [], places)
    return Arguments(actors, [], places)


def _of_noun(scene: Scene, tree: Tree, match: Match) -> Arguments:
    noun, rule = match.token, match.rule
    inner = _modifying_actors(scene, tree, noun)
    inner += prepositional(tree, noun, "by", *rule.actors)
    inner += [by for done in tree.children(noun, "acl", "relcl") if (by := agent(tree, done)) is not None]
    targets = prepositional(tree, noun, *rule.recipients) if rule.recipients else []
    outer, outer_targets = _supported(scene, tree, match)
    places = [(t, "at") for t in targets if _is_place(scene, t)]
    if rule.frame in {"undergo", "affect"}:
        own = [noun] if scene.is_actor(noun) or tree.child(noun, "nummod") is not None else []
        return Arguments([], [*targets, *outer_targets], places, own)
    if rule.frame == "carry" or (rule.frame == "go" and rule.event == "MOVE"):
        moved = [a for a in inner if scene.classes(a) & {"PEOPLE"}]
        return Arguments([], [*targets, *moved], [])
    if rule.frame == "place":
        held = prepositional(tree, noun, "of", "over")
        return Arguments([*inner, *outer], targets, [(h, "at") for h in held if _is_place(scene, h)])
    if rule.event not in {"ASSAULT", "CONDITION", "COERCE"}:
        places = []
    return Arguments([*inner, *(outer if not inner else [])], targets, places)


def _supported(scene: Scene, tree: Tree, match: Match) -> tuple[list[Token], list[Token]]:
    """Actors and targets that a verb lends to a noun: "rebels launched an attack", "talks were held by X"."""
    noun = match.token
    verb = tree.head(noun)
    if noun.dep == "pobj" and verb is not None:
        verb = tree.head(verb)
        if verb is None or verb.pos != "VERB" or match.rule.event not in {"CONSULT", "PROTEST", "COOPERATE"}:
            return [], []
        return _acting(scene, tree, doer(tree, verb)), []
    if verb is None or verb.pos not in {"VERB", "AUX"} or verb.lemma in NO_SUPPORT:
        return [], []
    if noun.dep == "dobj":
        subject = doer(tree, verb)
        targets = prepositional(tree, verb, *match.rule.recipients) if match.rule.recipients else []
        return (_acting(scene, tree, subject), targets)
    if noun.dep == "nsubjpass" and verb.lemma in PERFORMED:
        by = agent(tree, verb)
        return ([by] if by is not None and scene.is_actor(by) else [], [])
    return [], []


def _acting(scene: Scene, tree: Tree, subject: Token | None) -> list[Token]:
    """The actors in a subject: itself with its conjuncts where it can act, else who its words name."""
    if subject is None:
        return []
    out: list[Token] = []
    for noun in tree.conjuncts(subject):
        if scene.is_actor(noun):
            out.append(noun)
        elif "STRIKE" in scene.classes(noun) or "WEAPON" in scene.classes(noun):
            out += [*_modifying_actors(scene, tree, noun), *prepositional(tree, noun, "by")]
            out += [by for done in tree.children(noun, "acl", "relcl") if (by := agent(tree, done)) is not None]
    return out


def _through_event(scene: Scene, tree: Tree, verb: Token) -> list[Token]:
    """Whose attack it was: "killed in a Russian air strike", "killed by government shelling"."""
    nouns = prepositional(tree, verb, "in", "by", "during", "from", "after")
    events = [n for n in nouns if scene.classes(n) & {"STRIKE", "WEAPON"} and not scene.is_actor(n)]
    return [a for n in events for a in [*_modifying_actors(scene, tree, n), *prepositional(tree, n, "by")]]


def _modifying_actors(scene: Scene, tree: Tree, noun: Token) -> list[Token]:
    """Words before a noun that name who did it: "Russian raids", "the army's shelling", "rebel attack"."""
    found = [c for c in tree.children(noun, *MODIFIERS) if c.index < noun.index and _names_actor(scene, c)]
    return [joined for child in found for joined in tree.conjuncts(child)]


def _names_actor(scene: Scene, token: Token) -> bool:
    kind = scene.kinds.get(token.start, token.ent)
    if token.dep == "poss":
        return scene.is_actor(token)
    if not token.text[:1].isalpha() or token.lemma in NOT_WHO:
        return False
    if token.pos == "ADJ":
        return kind == "NORP" or modifier_sector(token.lemma) is not None
    return kind in {"NORP", "ORG", "GPE"} or (scene.is_actor(token) and "WEAPON" not in scene.classes(token))


def _described(tree: Tree, adjective: Token) -> list[Token]:
    """What a predicate adjective is said of: "10 are missing", "left five dead", "families stranded in X"."""
    head = tree.head(adjective)
    if head is None:
        return []
    if adjective.dep in {"acomp", "attr", "oprd", "ccomp", "xcomp", "conj", "ROOT", "advcl", "dep"}:
        own = tree.child(adjective, "nsubj", "nsubjpass")
        thing = tree.child(head, "dobj") if adjective.dep in {"oprd", "ccomp", "xcomp"} else None
        subject = own or thing or surface_subject(tree, head)
        return tree.conjuncts(subject) if subject is not None else []
    return [head] if adjective.dep in {"amod", "acl"} and adjective.index > head.index else []


def _is_place(scene: Scene, token: Token) -> bool:
    return bool(scene.classes(token) & PLACE_CLASSES)


def _cleaned(scene: Scene, tree: Tree, found: Arguments) -> Arguments:
    """Without doubles, times and words that cannot act; nobody is both actor and recipient."""
    actors = _unique(t for t in map(partial(counted_top, tree), found.actors) if scene.is_actor(t) or _names_actor(scene, t))
    taken = {t.index for t in actors}
    recipients = _unique(t for t in map(partial(counted_top, tree), found.recipients) if t.ent not in {"DATE", "TIME"} and t.index not in taken)
    kept = [t for t in recipients if t.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}]
    return Arguments(actors, kept, found.locations, found.counted)


def _unique(tokens: Iterable[Token]) -> list[Token]:
    return list({token.index: token for token in tokens}.values())


def governing(tree: Tree, token: Token) -> Token:
    """The verb whose status (negation, tense, modality) holds for the trigger: itself or the verb above a noun."""
    if token.pos == "VERB":
        return token
    return clause_verb(tree, token) or token
