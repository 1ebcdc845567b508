"""Where a publisher is at home, from its name or web address: a hint for the names of its articles."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_names import entries_of
from dateline.lexicon.place_words import place_words

_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:/.*)?$")
_GENERIC = frozenset({"com", "org", "net", "info", "co", "gov", "edu", "ac", "news"})
_SHORTEST = 4


def home_of(gazetteer: Gazetteer, publisher: str) -> tuple[tuple[Entry, ...], str | None]:
    """The places that the publisher's name could hold, and the country of its web address (alpha-3)."""
    match = _DOMAIN.match(publisher.strip().lower())
    if match is None:
        words = [
            word for word in re.findall(r"[\w'’-]+", publisher) if word.lower() not in place_words().papers | {"the"}
        ]
        return (entries_of(gazetteer, " ".join(words)) if words else ()), None
    *labels, top = match[1].split(".")
    core = [part for label in labels if label not in _GENERIC for part in label.split("-")]
    entries = tuple(e for part in core for e in gazetteer.lookup(_place_part(gazetteer, part)))
    return entries, _country_of(top)


def _place_part(gazetteer: Gazetteer, label: str) -> str:
    """The place in a label once papers' words are taken off both ends: "theparisnews" gives "paris"; "" for none."""
    papers = _papers()
    bare = label.removeprefix("the")
    trimmed = True
    while trimmed:
        trimmed = False
        for word in papers:
            rest = bare.removesuffix(word) if bare.endswith(word) else bare.removeprefix(word)
            if rest != bare and len(rest) >= _SHORTEST:
                bare, trimmed = rest, True
                break
    return bare if len(bare) >= _SHORTEST and bare not in papers and gazetteer.contains_name(bare) else ""


@lru_cache(maxsize=1)
def _papers() -> tuple[str, ...]:
    return tuple(sorted(place_words().papers, key=lambda word: (-len(word), word)))


def _country_of(top: str) -> str | None:
    if len(top) != 2:
        return None
    code = {"uk": "gb"}.get(top, top)
    known = pycountry.countries.get(alpha_2=code.upper())
    return str(known.alpha_3) if known else None
