"""Two mentions compared as the package compares reports: signs that say in words what speaks for one event, weighed.

The weights are logistic, fitted on the topics that are not the usual development topics (`referee_merge_ecb.py --fit`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from merge_mentions import Document, Mention

from dateline.lexicon.common_words import rarity
from dateline.reconcile.likeness import Wording, likeness, score

Pair = tuple[int, int]
ALIKE: Final = 0.12  # likeness from which two documents may tell of one event
RARE: Final = 1.0  # weight of the words of which two such documents share one
KINDRED: Final = 0.5  # share of its letters that a word begins with like another, to be akin to it
UNLIKE: Final = 0.05  # below it names have nothing to do with each other
WEIGHTS: Final[dict[str, float]] = {
    "always": -4.654,
    "day": 0.611,
    "documents": 3.555,
    "figures": 3.383,
    "kindred word": 2.756,
    "one document": 0.527,
    "other day": -0.515,
    "other parties": -0.178,
    "places": 0.584,
    "rare word": 1.356,
    "recipients": 1.588,
    "type": 0.603,
    "word": 0.775,
    "word in like documents": 4.145,
    "word in like sentences": 1.615,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for or against one event: how much of it there is, and its reason in words."""

    name: str
    value: float
    reason: str

    @property
    def weight(self) -> float:
        """What it adds to the score."""
        return self.value * WEIGHTS.get(self.name, 0.0)


def alike_documents(documents: Sequence[Document]) -> dict[Pair, float]:
    """The pairs of documents (lower number first) that share a rare word and are alike, and each with itself."""
    having: dict[str, list[int]] = defaultdict(list)
    pairs: set[Pair] = set()
    for at, one in enumerate(documents):
        for stem, weight in one.wording.weights.items():
            if weight >= RARE:
                pairs.update((other, at) for other in having[stem])
                having[stem].append(at)
    out = {(one.number, one.number): 1.0 for one in documents}
    for at, other in pairs:
        one, two = documents[at], documents[other]
        if (alike := score(one.wording, two.wording)) > ALIKE:
            out[one.number, two.number] = alike
    return out


def candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int, float]]:
    """Pairs of mentions worth comparing, with the likeness of their documents."""
    of: dict[int, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        of[mention.document.number].append(at)
    documents = {mention.document.number: mention.document for mention in mentions}
    for (first, second), alike in sorted(alike_documents([documents[n] for n in sorted(documents)]).items()):
        for one in of[first]:
            for other in of[second]:
                if (first < second or one < other) and _akin(mentions[one], mentions[other]):
                    yield one, other, alike


def _akin(one: Mention, other: Mention) -> bool:
    return one.event == other.event or kinship(one.stem, other.stem) >= KINDRED


def kinship(one: str, other: str) -> float:
    """The share of the longer word's letters that both begin with."""
    letters = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters)) / max(len(one), len(other))


def signs(one: Mention, other: Mention, alike: float) -> Iterator[Sign]:
    """The signs of a pair whose documents are `alike`."""
    yield Sign("always", 1.0, "most pairs are two events")
    same = one.stem == other.stem
    if same:
        yield Sign("word", 1.0, f"both say “{one.lemma}”")
        yield Sign("rare word", rarity(one.stem), f"“{one.lemma}” is said of few events")
    elif (kin := kinship(one.stem, other.stem)) >= KINDRED:
        yield Sign("kindred word", kin, f"“{one.lemma}” and “{other.lemma}”")
    if one.event == other.event:
        yield Sign("type", 1.0, f"both {one.event}")
    yield from _texts(one, other, alike, same=same)
    yield from _parties(one, other)
    if both := _shared("places", one.places, other.places):
        yield both
    yield from _details(one, other)


def _texts(one: Mention, other: Mention, alike: float, *, same: bool) -> Iterator[Sign]:
    if one.document is other.document:
        yield Sign("one document", 1.0, "told by one document")
    else:
        yield Sign("documents", alike, f"documents alike by {alike:.2f}")
    if same:
        found = likeness(one.sentence, other.sentence)
        told = f"sentences share {', '.join(found.shared) or 'nothing telling'}"
        yield Sign("word in like documents", alike, f"the same word, documents alike by {alike:.2f}")
        yield Sign("word in like sentences", found.score, f"the same word, {told}")


def _parties(one: Mention, other: Mention) -> Iterator[Sign]:
    """To whom it was done; by whom tells nothing more, but it does when nobody of the one is in the other."""
    if both := _shared("recipients", one.recipients, other.recipients):
        yield both
    sides = [[party for party in (each.actors, each.recipients) if party.length] for each in (one, other)]
    if all(sides) and not any(score(mine, theirs) > UNLIKE for mine in sides[0] for theirs in sides[1]):
        yield Sign("other parties", 1.0, "nobody takes part in both")


def _shared(name: str, one: Wording, other: Wording) -> Sign | None:
    if not one.length or not other.length:
        return None
    found = likeness(one, other)
    return Sign(name, found.score, f"{name}: {', '.join(found.shared)}") if found.score > UNLIKE else None


def _details(one: Mention, other: Mention) -> Iterator[Sign]:
    if one.days is not None and other.days is not None:
        meet = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
        yield Sign("day", 1.0, "their days meet") if meet else Sign("other day", 1.0, "on different days")
    if shared := one.figures & other.figures:
        yield Sign("figures", 1.0, f"the same {min(measure for measure, *_ in shared)}")
