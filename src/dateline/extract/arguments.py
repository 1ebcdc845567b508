"""Who did it and to whom: the arguments of a trigger, cleaned of doubles and of words that cannot be one."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.acting import Arguments, names_actor, unique
from dateline.extract.match import Match
from dateline.extract.noun_frames import of_adjective, of_noun
from dateline.extract.scene import Scene
from dateline.extract.syntax import counted_noun, counted_top
from dateline.extract.verb_frames import of_verb
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def find_arguments(scene: Scene, tree: Tree, match: Match) -> Arguments:
    """The arguments of one trigger."""
    verb = tree.head(match.token) if match.token.dep in {"aux", "auxpass"} else None
    if match.token.pos in {"VERB", "AUX"}:
        match = match if verb is None else replace(match, token=verb)  # of "must" in "X must leave" those of "leave"
        found = of_verb(scene, tree, match)
    elif match.token.pos == "ADJ":
        found = of_adjective(tree, match)
    else:
        found = of_noun(scene, tree, match)
    whole = found.recipients
    actors = unique(counted_top(tree, t) for t in found.actors)
    recipients = unique(counted_top(tree, t) for t in [*whole, *(p for w in whole for p in parts(tree, w))])
    kept = [t for t in actors if _can_act(scene, tree, t)]
    taken = {t.index for t in kept}
    affected = [t for t in recipients if t.index not in taken and t.pos in NOMINAL and t.ent not in {"DATE", "TIME"}]
    return Arguments(kept, affected, found.locations, found.counted)


def _can_act(scene: Scene, tree: Tree, noun: Token) -> bool:
    """Whether what a phrase counts can act ("dozens of air strikes" cannot), and it is no date."""
    counted = counted_noun(tree, noun)
    possible = scene.is_actor(counted) or names_actor(scene, counted) or noun.tag == "PRP$"
    return possible and not scene.in_time(noun)


def parts(tree: Tree, head: Token) -> list[Token]:
    """Parts of a whole that the text names: "including five children", "among them three women"."""
    out: list[Token] = []
    for token in tree.subtree(head):
        if token.lemma in word_class("parts") and token.dep in {"prep", "advmod", "acl"}:
            named = [n for obj in tree.children(token, "pobj", "dobj") for n in tree.conjuncts(obj)]
            above = tree.head(token)
            back = above is not None and above.index != head.index and all(n.pos == "PRON" for n in named)
            out += [above] if back and above is not None else [n for n in named if n.pos != "PRON"]
    return out
