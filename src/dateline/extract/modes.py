"""How an event was done: the mode of an ASSAULT from its instruments, of a request from what is asked, and others.

The event's own words come first, then those around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.match import Match
from dateline.extract.reach import levels
from dateline.extract.scene import singular
from dateline.lexicon.grammar import word_class
from dateline.lexicon.roles import role_of
from dateline.lexicon.triggers import things
from dateline.model.annotation import Token
from dateline.model.tree import Tree

STRONGEST = ("suicide-attack", "unconventional")  # say more than the bomb or plane that was used
AIR, BOMBS = frozenset({"aerial", "drone"}), frozenset({"explosives", "heavy-weapons"})
ASKED = ("yield", "assist", "meet", "change")  # modes of requests and refusals, in the order in which they are tried
NEAR = 12  # words after a request in which it says what it asks


def find_mode(tree: Tree, match: Match, before: Tree | None) -> str | None:
    """The mode by the rule, else by the words around the event that tell how."""
    event, mode = match.rule.event, match.rule.mode
    if event == "ASSAULT":
        return _of_force(tree, match, before)
    if event in {"REQUEST", "REJECT"}:
        return _by_content(tree, match) or mode
    beside = [child.lemma for child in tree.children(match.token)]
    if event == "MOBILIZE" and mode == "troops" and any(_is_police(t) for t in next(levels(tree, match.token))):
        return "police"
    return "riot" if event == "PROTEST" and mode == "demo" and "violent" in beside else mode


def _of_force(tree: Tree, match: Match, before: Tree | None) -> str | None:
    """The mode by the rule, else by the nearest weapon in the clause, the sentence, or the sentence before."""
    earlier = weapons(before.tokens) if before is not None else []
    mode = _told_here(tree, match)
    if mode == "explosives" and "suicide-attack" in [mode for _, mode in earlier]:
        return "suicide-attack"  # "a suicide bomber drove up. The blast killed ..."
    return mode or (earlier[-1][1] if earlier else None)


def _told_here(tree: Tree, match: Match) -> str | None:
    own = match.rule.mode or things().verbs.get(match.token.lemma)
    if own == "aerial" and "unconventional" in [mode for _, mode in weapons(next(levels(tree, match.token)))]:
        return "unconventional"  # "dropped barrels of chlorine"
    if own not in {None, "explosives", "firearms"}:
        return own
    for tokens in levels(tree, match.token):
        found = weapons(tokens)
        if found:
            modes = [mode for _, mode in found]
            return next((mode for mode in STRONGEST if mode in modes), None) or own or _nearest(found, match.token)
    return own


def weapons(tokens: Sequence[Token]) -> list[tuple[Token, str]]:
    """The words among `tokens` that imply a mode, compounds before single words."""
    table, out = things(), []
    for at, token in enumerate(tokens):
        after = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
        if token.pos not in {"NOUN", "PROPN", "VERB", "ADJ"} or after in table.facilities | word_class("of_industry"):
            continue  # "a gas plant" is no gas
        lemma = singular(token)
        pair = (tokens[at - 1].lemma, lemma) if at else ("", lemma)
        mode = table.compounds.get(pair) or (
            table.weapons.get(lemma) if token.pos != "VERB" else table.verbs.get(lemma)
        )
        if mode is None and token.pos == "NOUN" and lemma in word_class("from_the_air"):
            mode = "aerial"
        if mode:
            out.append((token, mode))
    return out


def _nearest(found: list[tuple[Token, str]], trigger: Token) -> str:
    """The mode of the nearest weapon; bombs that aircraft dropped are told by the aircraft."""
    nearest = min(found, key=lambda pair: abs(pair[0].index - trigger.index))
    air = next((mode for _, mode in found if mode in AIR), None)
    dropped = nearest[1] in BOMBS and nearest[0].lemma in word_class("dropped")
    return air if dropped and air is not None else nearest[1]


def _by_content(tree: Tree, match: Match) -> str | None:
    """What is asked or refused, by the first word after the act that says so: "urged X to release Y" is to yield."""
    start = match.token.index
    for token in tree.tokens[start + 1 : start + 1 + NEAR]:
        for mode in _content_modes(token):
            return mode
    return None


def _content_modes(token: Token) -> Iterator[str]:
    for mode in ASKED:
        if token.pos in {"NOUN", "VERB", "PROPN"} and token.lemma.lower() in word_class(f"asked_{mode}"):
            yield mode


def _is_police(token: Token) -> bool:
    role = role_of(token.lemma)
    return role is not None and role.sector == "COP"
