"""Who acts: actors in a subject, before an event noun, behind an attack; and what counts as a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extract.scene import ARMED_SECTORS, Scene
from dateline.extract.syntax import RELATIVE, agent, prepositional
from dateline.lexicon.countries import country_by_name
from dateline.lexicon.grammar import word_class
from dateline.lexicon.roles import modifier_sector, role_of
from dateline.lexicon.triggers import trigger_rules
from dateline.model.annotation import Token
from dateline.model.tree import Tree

MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod")
PLACE_CLASSES = frozenset({"PLACE", "AREA", "FACILITY"})


@dataclass
class Arguments:
    """Heads of the argument phrases; `locations` are nouns that the frame makes places, with their role.

    `counted` are nouns that hold a number without being a recipient ("claimed 17 lives").
    """

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    locations: list[tuple[Token, str]] = field(default_factory=list)
    counted: list[Token] = field(default_factory=list)


def acting(scene: Scene, tree: Tree, subject: Token | None) -> list[Token]:
    """The actors in a subject: itself with its conjuncts where it can act, else who its words name."""
    out: list[Token] = []
    for noun in tree.conjuncts(subject) if subject is not None else ():
        if scene.is_actor(noun):
            out.append(noun)
        elif scene.classes(noun) & {"STRIKE", "WEAPON"} or noun.lemma in word_class("speaks_for"):
            out += [*named_before(scene, tree, noun), *prepositional(tree, noun, "by"), *agents_of(tree, noun)]
    return out


def agents_of(tree: Tree, noun: Token) -> list[Token]:
    """Who carried it out: "the attack launched by X", "the attack that X launched"."""
    out: list[Token] = []
    for done in tree.children(noun, "acl", "relcl"):
        by = agent(tree, done)
        own = tree.child(done, "nsubj") if done.dep == "relcl" and by is None else None
        own = None if own is not None and own.tag in RELATIVE else own
        who = by or own
        out += tree.conjuncts(who) if who is not None else []
    return out


def behind_event(scene: Scene, tree: Tree, verb: Token) -> list[Token]:
    """Whose attack it was: "killed in a Russian air strike", "killed by army shelling", "died at the hands of X"."""
    hands = [n for n in prepositional(tree, verb, "at") if n.lemma == "hand"]
    nouns = prepositional(tree, verb, "in", "by", "during", "from", "after")
    events = [n for n in nouns if scene.classes(n) & {"STRIKE", "WEAPON"} and not scene.is_actor(n)]
    found = [a for n in events for a in (*named_before(scene, tree, n), *prepositional(tree, n, "by"))]
    found += [a for n in hands for a in prepositional(tree, n, "of")]
    # "in army shelling" where the parse takes the army for what the preposition leads to
    return found or [n for n in nouns if scene.is_actor(n) and _shells(tree.tokens[n.index + 1 : n.index + 2])]


def _shells(after: Sequence[Token]) -> bool:
    """Whether the words are a noun in "-ing" that names an attack ("shelling", "bombing")."""
    return any(t.tag == "VBG" and names_force("nouns", t.text.lower()) for t in after)


def names_force(kind: str, word: str) -> bool:
    """Whether a word can name an attack; `kind` is "nouns" or "verbs", as in ``triggers.yaml``."""
    return any(rule.event == "ASSAULT" for rule in trigger_rules().get((kind, word), ()))


def behind_plan(scene: Scene, tree: Tree, verb: Token) -> list[Token]:
    """Whose plan or deed it serves: "coalition efforts to free", "an offensive by the army to take"."""
    noun = tree.head(verb)
    if noun is None or verb.dep != "acl" or verb.tag != "VB" or scene.is_actor(noun):
        return []
    own = [*named_before(scene, tree, noun), *prepositional(tree, noun, "by", "of")]
    return [n for n in own if names_actor(scene, n) or (scene.is_actor(n) and not is_place(scene, n))]


def named_before(scene: Scene, tree: Tree, noun: Token) -> list[Token]:
    """Words before a noun that name who did it: "Russian raids", "the army's shelling", "rebel attack"."""
    out: list[Token] = []
    before = [c for c in tree.children(noun, *MODIFIERS) if c.index < noun.index]
    naming = {c.index for c in before if names_actor(scene, c)}
    for child in before:
        if child.index in naming and child.dep != "poss" and _named_beside(tree, child, naming):
            continue  # "Syrian government raids" and "ISIL terrorist attacks" have one actor
        if child.index in naming:
            out += tree.conjuncts(child)
        elif child.dep in {"compound", "nmod"} and not is_place(scene, child):
            out += named_before(scene, tree, child)  # "a US missile strike"
    return out


def _named_beside(tree: Tree, word: Token, naming: set[int]) -> bool:
    """Whether the word next to an adjective or a name says better who it is."""
    follows = word.index + 1 in naming and tree.tokens[word.index + 1].pos != "ADJ"
    return follows or (word.pos == "ADJ" and word.index - 1 in naming)


def names_actor(scene: Scene, token: Token) -> bool:
    """Whether a word before a noun names an actor rather than a kind ("rebel", not "military")."""
    if token.dep == "poss":
        return scene.is_actor(token) and token.tag != "PRP$"
    if not token.text[:1].isalpha() or token.lemma in word_class("not_who") or opposed(scene, token):
        return False
    kind = scene.kinds.get(token.start, token.ent)
    if token.pos == "ADJ":
        fighter = role_of(token.lemma.lower())  # "terrorist attack", "militant raids"
        armed = fighter is not None and fighter.person and fighter.sector in ARMED_SECTORS
        return kind == "NORP" or armed or modifier_sector(token.lemma) is not None
    if kind == "GPE":
        return country_by_name(scene.name(token)) is not None
    return kind in {"NORP", "ORG"} or (scene.is_actor(token) and "WEAPON" not in scene.classes(token))


def opposed(scene: Scene, token: Token) -> bool:
    """Whether the word is what somebody is against or for: "anti-government", "pro-independence"."""
    return scene.text[max(0, token.start - 5) : token.start].lower().endswith(("anti-", "pro-"))


def is_place(scene: Scene, token: Token) -> bool:
    """Whether a noun is a place, an area or a facility."""
    return bool(scene.classes(token) & PLACE_CLASSES)


def places_among(scene: Scene, tokens: Iterable[Token], role: str = "at") -> list[tuple[Token, str]]:
    """Those of `tokens` that are places, with `role`."""
    return [(t, role) for t in tokens if is_place(scene, t)]


def unique(tokens: Iterable[Token]) -> list[Token]:
    """The tokens without doubles, in order."""
    return list({token.index: token for token in tokens}.values())
