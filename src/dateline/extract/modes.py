"""How force was used: the mode of an ASSAULT from its instruments, in its own words first, then around it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.match import Match
from dateline.extract.reach import levels
from dateline.extract.scene import singular
from dateline.lexicon.triggers import things
from dateline.model.annotation import Token
from dateline.model.tree import Tree

STRONGEST = "suicide-attack"  # says more than the bomb that it used


def find_mode(tree: Tree, match: Match, before: Tree | None) -> str | None:
    """The mode by the rule, else by the nearest weapon in the clause, the sentence, or the sentence before."""
    rule = match.rule
    if rule.event != "ASSAULT":
        return rule.mode
    own = rule.mode or things().verbs.get(match.token.lemma)
    if own not in {None, "explosives", "firearms"}:
        return own
    for tokens in levels(tree, match.token):
        found = weapons(tokens)
        if found:
            return STRONGEST if STRONGEST in [mode for _, mode in found] else own or _nearest(found, match.token)
    if own is not None or before is None:
        return own
    found = weapons(before.tokens)
    return found[-1][1] if found else None


def weapons(tokens: Sequence[Token]) -> list[tuple[Token, str]]:
    """The words among `tokens` that imply a mode, compounds before single words."""
    table, out = things(), []
    for at, token in enumerate(tokens):
        if token.pos not in {"NOUN", "PROPN", "VERB", "ADJ"}:
            continue
        lemma = singular(token)
        pair = (tokens[at - 1].lemma, lemma) if at else ("", lemma)
        mode = table.compounds.get(pair) or (
            table.weapons.get(lemma) if token.pos != "VERB" else table.verbs.get(lemma)
        )
        if mode:
            out.append((token, mode))
    return out


def _nearest(found: list[tuple[Token, str]], trigger: Token) -> str:
    return min(found, key=lambda pair: abs(pair[0].index - trigger.index))[1]
