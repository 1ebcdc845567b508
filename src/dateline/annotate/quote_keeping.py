"""An outlet that goes on relaying: "a doctor told Al Karama that ... He said ..." comes through Al Karama as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.cues import Cue
from dateline.annotate.quote_relays import is_outlet
from dateline.lexicon.grammar import word_class
from dateline.model.tree import Tree

REACH = 2  # sentences without that speaker after which a relay is forgotten


def with_relays(text: str, trees: Sequence[Tree], cued: dict[int, list[Cue]]) -> dict[int, list[Cue]]:
    """The cues by sentence, those of a pronoun or of "the source" with the outlet that relayed the speaker before."""
    out: dict[int, list[Cue]] = {}
    last: tuple[int, Cue] | None = None
    for tree in trees:
        number = tree.sentence.index
        near = last if last is not None and number - last[0] <= REACH else None
        first = min((cue.chain[0] for cue in cued[number] if cue.chain), default=None)
        out[number] = [
            _kept(text, cue, near[1]) if near is not None and cue.chain and cue.chain[0] == first else cue
            for cue in cued[number]
        ]
        told = [cue for cue in out[number] if cue.kind == "said" and cue.chain]
        relayed = [cue for cue in told if len(cue.chain) > 1 and (cue not in cued[number] or _relays(tree, cue))]
        if told:
            last = (number, relayed[-1]) if relayed else None
    return out


def _kept(text: str, cue: Cue, before: Cue) -> Cue:
    """The cue, with the outlet of the one before where the same speaker goes on."""
    goes_on = cue.kind == "said" and len(cue.chain) == 1 and _same(text, cue, before)
    return replace(cue, chain=(*cue.chain, before.chain[-1])) if goes_on else cue


def _same(text: str, cue: Cue, before: Cue) -> bool:
    words = cue.chain[0].of(text).lower()
    if words in word_class("speaker_pronouns"):
        return True
    return words.startswith("the ") and words.split()[-1] in before.chain[0].of(text).lower().split()


def _relays(tree: Tree, cue: Cue) -> bool:
    head = tree.head_of(cue.chain[-1])
    return head is not None and is_outlet(head, tree)
