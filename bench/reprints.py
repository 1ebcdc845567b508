"""Reprints of an article as outlets make them: cut, re-led, retitled, set in other type, with local paragraphs.

Every way is a function of the article's paragraphs and a random generator of a fixed seed, so a run makes the same
reprints again. What is put in is invented.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

Paragraphs = list[str]
Way = Callable[[Paragraphs, random.Random], Paragraphs]

KEPT = (0.4, 0.8)  # the share of an article's words that a cut one keeps
DROPPED = 0.3  # of the paragraphs after the first
# Sentences are put together from these, so that two articles seldom get the same one.
WHO: Final = (
    "Shopkeepers", "Readers", "Older residents", "Two teachers", "Bus drivers", "Members of the choir", "Nurses",
    "A retired judge", "Market traders", "Students", "The harbour master", "Several farmers",
)  # fmt: skip
WHERE: Final = (
    "in Qarrah", "from Deir Sahl", "of Mill Street", "at Harrow Bridge", "near the old depot", "by the coast road",
    "around Port Elder", "beyond the weir", "on the east bank", "of the upper town",
)  # fmt: skip
SAID: Final = (
    "told this newspaper", "wrote to us", "said on local radio", "rang our office", "explained", "made known",
    "complained bitterly", "noted with relief",
)  # fmt: skip
WHAT: Final = (
    "it concerned them", "little was known", "work had stopped", "it recalled 1931", "nobody asked them",
    "trade was slow", "the bridge was shut", "calls came in", "schools stayed open", "relatives were safe",
    "the council must answer", "prices had risen", "they would follow it",
)  # fmt: skip
WHEN: Final = (
    "before noon", "late in the evening", "at the weekend", "after closing time", "over lunch", "during a meeting",
    "the next morning", "as rain set in", "when trains ran again",
)  # fmt: skip
PLACES: Final = ("QARRAH", "DEIR SAHL", "PORT ELDER", "NORTH HARROW")
DATES: Final = ("March 3", "July 19", "Oct. 7", "Nov. 28")
AGENCIES: Final = ("Meridian Press", "Coastal Wire", "Union News")
BYLINES: Final = ("By our own correspondent", "By Ada Marsh and Joel Reed", "Staff report")
TYPE: Final = str.maketrans({'"': "”", "'": "’", "-": "–", "“": '"', "”": '"', "’": "'", "–": "-", "—": " - "})
LOST: Final = str.maketrans("", "", ",'’`;")
WORDS: Final = ("nearly", "reportedly", "also", "meanwhile", "however")


def _title(rng: random.Random) -> str:
    return f"{rng.choice(WHO)} {rng.choice(WHERE)} {rng.choice(WHEN)}"


def _sentence(rng: random.Random) -> str:
    told = " ".join(map(rng.choice, (WHO, WHERE, SAID, WHAT, WHEN)))
    return f"{told}, and {rng.choice(WHO).lower()} {rng.choice(SAID)} {rng.choice(WHAT)} {rng.choice(WHEN)}."


def cut(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """The beginning alone."""
    words = " \n ".join(paragraphs).split(" ")
    kept = " ".join(words[: max(1, round(len(words) * rng.uniform(*KEPT)))])
    return [paragraph.strip() for paragraph in kept.split("\n")]


def reled(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Another title and lead in place of the first two paragraphs (of the first, where there are no more)."""
    return [_title(rng), _sentence(rng), *(paragraphs[2:] or paragraphs[1:] or paragraphs)]


def retitled(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Another title in place of the first paragraph."""
    return [_title(rng), *(paragraphs[1:] or paragraphs)]


def reset(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Other quotation marks and dashes; or none, with the commas lost; a title in capitals, other line breaks."""
    table = rng.choice((TYPE, LOST))
    text = [paragraph.translate(table) for paragraph in paragraphs]
    joined = [text[0].upper(), "", *text[1:]]
    return [re.sub(r" (?=\S{9})", "\u00a0", paragraph) for paragraph in joined]


def enlarged(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Local paragraphs put in, one for about three of the article's own."""
    out = list(paragraphs)
    for _ in range(1 + len(paragraphs) // 3):
        out.insert(rng.randint(1, len(out)), _sentence(rng))
    return out


def thinned(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Paragraphs dropped here and there."""
    return [paragraph for n, paragraph in enumerate(paragraphs) if not n or rng.random() > DROPPED]


def relabelled(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Another byline, dateline and credit."""
    first, *rest = paragraphs
    dateline = f"{rng.choice(PLACES)}, {rng.choice(DATES)} ({rng.choice(AGENCIES)}) - {first}"
    return [rng.choice(BYLINES), dateline, *rest, f"— {rng.choice(AGENCIES)}"]


def updated(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Other figures, and a word changed or put in here and there (one in twenty)."""
    return [
        " ".join(_updated(word, rng) for word in re.sub(r"\d+", lambda m: str(int(m[0]) + 3), each).split())
        for each in paragraphs
    ]


def _updated(word: str, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.025:
        return rng.choice(WORDS)
    return f"{word} {rng.choice(WORDS)}" if chance < 0.05 else word


def reworked(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """All at once but the cut: re-led, thinned, enlarged, updated, relabelled and set in other type."""
    for way in (reled, thinned, enlarged, updated, relabelled, reset):
        paragraphs = way(paragraphs, rng)
    return paragraphs


WAYS: Final[dict[str, Way]] = {
    "cut": cut,
    "re-led": reled,
    "retitled": retitled,
    "other type": reset,
    "local paragraphs": enlarged,
    "paragraphs dropped": thinned,
    "byline, dateline": relabelled,
    "updated": updated,
    "all but the cut": reworked,
}


def reprint(text: str, way: str, seed: str) -> str:
    """`text` as one of `WAYS` makes it; `seed` (the article's id) makes it the same each time."""
    rng = random.Random(f"{seed} {way}")  # noqa: S311 (the same reprints in every run)
    return "\n".join(WAYS[way]([line for line in text.split("\n") if line.strip()], rng))
