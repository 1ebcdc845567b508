"""The conditions of trigger rules, one function each: whether a word's surroundings are what a rule asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, counted_noun, doer, done_to, is_passive
from dateline.lexicon.triggers import Rule
from dateline.model.annotation import Token
from dateline.model.tree import Tree

PURPOSE = frozenset({"advcl", "acl", "relcl"})  # how an infinitive hangs that says what for
OPENING = frozenset({"IN", "WP", "WRB"})  # tags of words that open a clause: "if", "what", "how"
Check = Callable[[Scene, Tree, Token, frozenset[str]], bool]


def holds(scene: Scene, tree: Tree, token: Token, rule: Rule) -> bool:
    """Whether all conditions of `rule` hold for `token`; those on subject and object are asked of verbs only."""
    if rule.clause and not tree.children(token, "ccomp", "xcomp", "advcl"):
        return False
    if rule.numbered and tree.child(token, "nummod") is None:
        return False
    if rule.passive and not is_passive(tree, token):
        return False
    if rule.finite and token.tag == "VB" and token.dep in PURPOSE:
        return False
    if rule.agentless and agent(tree, token) is not None:
        return False
    verb = tree.head(token) if token.dep == "aux" else None
    if verb is not None:
        token = verb  # of "must" in "they must leave" subject and object are those of "leave"
    asked = rule.conditions if token.pos == "VERB" else _without_verbal(rule)
    return all(CHECKS[name](scene, tree, token, wanted) for name, wanted in asked.items())


def _without_verbal(rule: Rule) -> dict[str, frozenset[str]]:
    return {name: wanted for name, wanted in rule.conditions.items() if name not in {"object", "subject"}}


def _topic(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return any(scene.about(topic, tree, token) for topic in wanted)


def _object(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, tree, [done_to(tree, token)], wanted)


def _subject(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, tree, [doer(tree, token)], wanted)


def _object_modifier(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    thing = done_to(tree, token)
    return thing is not None and _lemma_in(tree.children(thing, "amod", "compound"), wanted)


def _particle(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "prt", "prep", "agent", "advmod", "acomp", "dative"), wanted)


def _modifier(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "amod", "compound", "nmod", "poss"), wanted)


def _except(_: Scene, tree: Tree, token: Token, unwanted: frozenset[str]) -> bool:
    return not _lemma_in(tree.children(token, "amod", "compound", "nmod"), unwanted)


def _purpose(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    after = tree.tokens[token.index + 1 : token.index + 3]  # wherever the parser hangs "to defeat"
    infinitive = after[1:] if after and after[0].lemma == "to" else ()
    return _lemma_in([*tree.children(token, "acl", "relcl", "xcomp", "advcl"), *infinitive], wanted)


def _under(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    head = tree.head(token)
    return token.dep == "pobj" and head is not None and head.lemma in wanted


def _head(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    head = tree.head(token)
    return head is not None and head.lemma in wanted


def _tags(_: Scene, __: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return token.tag in wanted


def _without(_: Scene, tree: Tree, token: Token, unwanted: frozenset[str]) -> bool:
    below = tree.children(token, "xcomp", "dobj", "ccomp")
    opening = [word for clause in below for word in tree.children(clause, "mark", "advmod", "dobj", "nsubj", "attr")]
    return not _lemma_in([*below, *(word for word in opening if word.tag in OPENING)], unwanted)


def _preposition_of_noun(_: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _lemma_in(tree.children(token, "prep"), wanted)


def _of(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, tree, _objects(tree, token, "of"), wanted)


def _with(scene: Scene, tree: Tree, token: Token, wanted: frozenset[str]) -> bool:
    return _any(scene, tree, [*_objects(tree, token), *tree.children(token, "advmod", "oprd", "dobj", "acomp")], wanted)


CHECKS: dict[str, Check] = {
    "topic": _topic,
    "object": _object,
    "subject": _subject,
    "objectmodifier": _object_modifier,
    "particle": _particle,
    "prep": _particle,
    "modifier": _modifier,
    "except": _except,
    "purpose": _purpose,
    "under": _under,
    "head": _head,
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


def _any(scene: Scene, tree: Tree, nouns: Iterable[Token | None], wanted: frozenset[str]) -> bool:
    """Whether one of `nouns` is a wanted lemma or class; NONE is wanted where there may be none.

    Of "dozens of rockets" the lemma may be either word's, but the class is that of the rockets.
    """
    present = [noun for noun in nouns if noun is not None]
    if not present:
        return "NONE" in wanted
    counted = [counted_noun(tree, noun) for noun in present]
    return any(singular(noun) in wanted for noun in (*present, *counted)) or any(
        scene.classes(noun) & wanted for noun in counted
    )
