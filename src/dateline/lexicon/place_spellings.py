"""Other spellings of a place's name, and former names (see `place_spellings.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from dateline.lexicon.load import load
from dateline.text.fold import fold_name

_LEAST = 4  # letters of what is left of a name that is cut


@dataclass(frozen=True, slots=True)
class FormerName:
    """The name that the gazetteer has for a former one, and the country (ISO 3166-1 alpha-3) that it lies in."""

    name: str
    country: str


def former_name(words: str) -> FormerName | None:
    """What a former name, or another language's, stands for; None for a name that is not listed."""
    return _former().get(fold_name(words))


@lru_cache(maxsize=1 << 16)  # news repeats its names
def other_spellings(words: str) -> tuple[str, ...]:
    """The folded spellings to try where `words` has no exact match, the likeliest first; () for none."""
    folded = fold_name(words)
    spelt = (*_with_elements(folded), *_apart(folded), *_without_ending(folded))
    return tuple(dict.fromkeys(form for form in spelt if form != folded))


def _with_elements(folded: str) -> Iterator[str]:
    """The name with one of its elements in each other spelling."""
    words = folded.split()
    for at, word in enumerate(words if len(words) > 1 else ()):
        for other in _elements().get(word, ()):
            yield " ".join([*words[:at], other, *words[at + 1 :]])


def _apart(folded: str) -> Iterator[str]:
    """The name with an element that was written together with the next word apart, in all its spellings."""
    words = folded.split()
    for at, word in enumerate(words):
        for element in load("place_spellings")["glued"]:
            rest = word.removeprefix(element)
            if rest == word or len(rest) < _LEAST:
                continue
            for other in (element, *_elements().get(element, ())):
                yield " ".join([*words[:at], other, rest, *words[at + 1 :]])


def _without_ending(folded: str) -> Iterator[str]:
    if " " in folded:
        return
    for ending in load("place_spellings")["endings"]:
        bare = folded.removesuffix(ending)
        if bare != folded and len(bare) >= _LEAST:
            yield from (bare, f"{bare}sk")


@cache
def _elements() -> Mapping[str, tuple[str, ...]]:
    """Each element's other spellings."""
    groups = load("place_spellings")["elements"]
    return MappingProxyType({word: tuple(w for w in group if w != word) for group in groups for word in group})


@cache
def _former() -> Mapping[str, FormerName]:
    rows = load("place_spellings")["old"]
    return MappingProxyType({fold_name(old): FormerName(*now) for old, now in rows.items()})
