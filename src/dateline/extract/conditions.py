"""The conditions of trigger rules, one function each: whether a word's surroundings are what a rule asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, doer, done_to, is_passive
from dateline.lexicon.triggers import Rule
from dateline.model.annotation import Token
from dateline.model.tree import Tree

Check = Callable[[Scene, Tree, Token, frozenset[str]], bool]


def holds(scene: Scene, tree: Tree, token: Token, rule: Rule) -> bool:
    """Whether all conditions of `rule` hold for `token`; those on subject and object are asked of verbs only."""
    if rule.clause and not tree.children(token, "ccomp", "xcomp", "advcl"):
        return False
    if rule.numbered and tree.child(token, "nummod") is None:
        return False
    if rule.passive and not is_passive(tree, token):
        return False
    if rule.agentless and agent(tree, token) is not None:
        return False
    asked = rule.conditions if token.pos == "VERB" else _without_verbal(rule)
    return all(CHECKS[name](scene, tree, token, wanted) for name, wanted in asked.items())


def _without_verbal(rule: Rule) -> dict[str, frozenset[str]]:
    return {name: wanted for name, wanted in rule.conditions.items() if name not in {"object", "subject"}}


def _topic(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return any(scene.about(topic, tree, token) for topic in wanted)


def _object(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, [done_to(tree, token)], wanted)


def _subject(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, [doer(tree, token)], wanted)


def _object_modifier(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    thing = done_to(tree, token)
    return thing is not None and _lemma_in(tree.children(thing, "amod", "compound"), wanted)


def _particle(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "prt", "prep", "agent", "advmod", "acomp", "dative"), wanted)


def _modifier(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "amod", "compound", "nmod", "poss"), wanted)


def _purpose(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "acl", "relcl", "xcomp", "advcl"), wanted)


def _under(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    head = tree.head(token)
    return token.dep == "pobj" and head is not None and head.lemma in wanted


def _tags(_: Scene, __: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return token.tag in wanted


def _without(_: Scene, tree: Tree, token: Token, unwanted: frozenset[str]) -> bool:
    return not _lemma_in(tree.children(token, "xcomp", "dobj", "ccomp"), unwanted)


def _preposition_of_noun(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "prep"), wanted)


def _of(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, _objects(tree, token, "of"), wanted)


def _with(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, [*_objects(tree, token), *tree.children(token, "advmod", "oprd", "dobj", "acomp")], wanted)


CHECKS: dict[str, Check] = {
    "topic": _topic,
    "object": _object,
    "subject": _subject,
    "objectmodifier": _object_modifier,
    "particle": _particle,
    "prep": _particle,
    "modifier": _modifier,
    "purpose": _purpose,
    "under": _under,
    "prepof": _preposition_of_noun,
    "of": _of,
    "with": _with,
    "tags": _tags,
    "without": _without,
}


def _objects(tree: Tree, token: Token, *prepositions: str) -> list[Token]:
    preps = [p for p in tree.children(token, "prep", "agent") if not prepositions or p.lemma in prepositions]
    return [noun for prep in preps for noun in tree.children(prep, "pobj")]


def _lemma_in(tokens: Iterable[Token], wanted: frozenset[str]) -> bool:
    return any(token.lemma in wanted for token in tokens)


def _any(scene: Scene, nouns: Iterable[Token | None], wanted: frozenset[str]) -> bool:
    """Whether one of `nouns` is a wanted lemma or class; NONE is wanted where there may be none."""
    present = [noun for noun in nouns if noun is not None]
    if not present:
        return "NONE" in wanted
    return any(singular(noun) in wanted or scene.classes(noun) & wanted for noun in present)
