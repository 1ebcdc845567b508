"""Reads a phrase of place: which part, direction, distance or kind its words say, and of which of its names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.ground.places_tokens import NO_TYPES, Held, Token, tokens_of
from dateline.lexicon.place_words import place_words
from dateline.model.grounded import Place

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_LINKS = frozenset({"of", "called", "named", ","})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "our"})
_INDEFINITE = frozenset({"a", "an", "another", "some"})
_BORDER_LINKS = frozenset({"with", "between", "of", "area", "areas", "region", "zone", ","})
_PLURAL_PART = frozenset({"part", "quarter", "countryside"})
_AREA = frozenset({"area", "areas", "region", "regions", "end", "reaches", "front", "fringes", "approaches"})
_KINDS = frozenset({"settlement", "admin1", "facility", "admin2"})


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """What the words say; indexes point into `held`.

    `bearing` is in degrees and `km` a stated distance (None for none); `outward` says that the bearing leads away
    from the place ("east of X") rather than to a part of it ("eastern X"). `part`, `site`, `quarter`, `settlement`
    and `division` hold the index of the name that the kind belongs to, -1 for a kind without a name, None for no such
    kind; `level` says whether the division is admin1 or admin2. `back` is the level that the phrase's own noun points
    back to, `whole` the level of a country or division without a name that a part is of ("the east of the country").
    `border` says that the phrase is about a border, `several` that it means more than one settlement or area ("the
    towns"), `some` that it means one not told of before ("an area").
    """

    held: tuple[Held, ...]
    bearing: float | None = None
    outward: bool = False
    km: float | None = None
    part: int | None = None
    near: bool = False
    facility: bool = False
    site: int | None = None
    countryside: bool = False
    quarter: int | None = None
    settlement: int | None = None
    division: int | None = None
    level: str = "admin1"
    back: str | None = None
    whole: str | None = None
    border: bool = False
    several: bool = False
    some: bool = False


def read_phrase(words: str, toponyms: Sequence[tuple[str, Place]]) -> PhraseReading:
    """Read `words`; names among `toponyms` keep their place, other capitalised names are held without one."""
    tokens, held = tokens_of(words, toponyms)
    bearing, outward = _bearing(tokens, held)
    admin1, admin2 = _kind(tokens, held, "admin1"), _kind(tokens, held, "admin2")
    first = admin1 if admin1 not in (None, -1) else None
    types = frozenset(kind for token in tokens for kind in token.types)
    return PhraseReading(
        held=held,
        bearing=bearing,
        outward=outward,
        km=_distance(tokens),
        part=_kind(tokens, held, "part"),
        near="near" in types,
        facility="facility" in types,
        site=_kind(tokens, held, "facility"),
        countryside="countryside" in types,
        quarter=_kind(tokens, held, "quarter"),
        settlement=_kind(tokens, held, "settlement"),
        division=first if first is not None else admin2,
        level="admin1" if first is not None or "countryside" in types else "admin2",
        back=_back(tokens),
        whole=_whole(tokens),
        border=_is_border(tokens),
        several=_several(tokens),
        some=bool(tokens) and tokens[0].word in _INDEFINITE,
    )


def _bearing(tokens: tuple[Token, ...], held: tuple[Held, ...]) -> tuple[float | None, bool]:
    for at, token in enumerate(tokens):
        if "compass" not in token.types:
            continue
        degrees = place_words().compass[token.word]
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if after in ("of", "from"):
            return degrees, not _is_part_noun(tokens, at)
        if _says_part(tokens, held, at + (2 if after in ("and", "or") else 1)):
            return degrees, False
        if not after and at and _ends_part(tokens, held, at):
            return degrees, False
    return None, False


def _ends_part(tokens: tuple[Token, ...], held: tuple[Held, ...], at: int) -> bool:
    """Whether the compass word that ends the phrase says a part: "the rebel-held east", "China's far west"."""
    if "name" in tokens[at - 1].types or (_definite(tokens, at) and not _after_name(tokens, at)):
        return True
    owners = [token.name for token in tokens[max(0, at - 3) : at] if token.name is not None]
    return any(held[owner].adjective for owner in owners)


def _says_part(tokens: tuple[Token, ...], held: tuple[Held, ...], at: int) -> bool:
    """Whether the compass word before `at` says a part ("eastern Aleppo"), not where a town lies ("northern town")."""
    following = _types(tokens, at)
    if "name" in following:
        name = tokens[at].name
        adjective = name is not None and held[name].adjective
        return not (adjective and _types(tokens, at + 1) & _KINDS)
    return bool(following & _PLURAL_PART) or (at < len(tokens) and tokens[at].word in _AREA)


def _definite(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.word in _DEFINITE for token in tokens[max(0, at - 2) : at])


def _after_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name stands before "in the north": that is where the named place lies, no part of it."""
    return any("name" in token.types for token in tokens[:at])


def _is_part_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether it is a part: "the (rebel-held) east of X"; "east of X" and "to the east of X" lie outside it."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    if "the" not in before[-2:] or _distance(tokens) is not None:
        return False
    return "to" not in before


def _distance(tokens: tuple[Token, ...]) -> float | None:
    for at in range(len(tokens) - 1):
        if _NUMBER.match(tokens[at].word) and "unit" in tokens[at + 1].types:
            unit = tokens[at + 1].word
            return float(tokens[at].word.replace(",", "")) * place_words().units[unit]
    return None


def _kind(tokens: tuple[Token, ...], held: tuple[Held, ...], kind: str) -> int | None:
    """The name that a word of this kind belongs to: "X district", "the district of X"; -1 for a bare kind.

    In "the Syrian town" the adjective is not the town's name.
    """
    found: int | None = None
    for at, token in enumerate(tokens):
        if kind not in token.types:
            continue
        if found is None and not (token.plural and kind == "settlement"):
            found = -1
        before = tokens[at - 1].name if at else None
        before = None if before is not None and held[before].adjective else before
        linked = at + 2 < len(tokens) and tokens[at + 1].word in _LINKS
        after = tokens[at + 2].name if linked else tokens[at + 1].name if at + 1 < len(tokens) else None
        definite = any(each.word in _DEFINITE for each in tokens[max(0, at - 3) : at])
        if after is not None and not token.plural and (before is not None or definite or kind != "quarter"):
            return after
        if before is not None:
            return before
    return found


def _whole(tokens: tuple[Token, ...]) -> str | None:
    """The level of the last noun that can point back to a country or division, after a compass word or a part."""
    seen = False
    found: str | None = None
    for token in tokens:
        if seen and "back" in token.types and not token.plural:
            level = place_words().back[token.word]
            found = level if level in ("country", "admin1") else found
        seen = seen or bool(token.types & {"compass", "part"})
    return found


def _is_border(tokens: tuple[Token, ...]) -> bool:
    """Whether the phrase is about a border itself: "border" ends it or has "with", "between" or "of" behind it."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if "border" in token.types and (not after or after in _BORDER_LINKS or "name" in tokens[at + 1].types):
            return True
    return False


def _several(tokens: tuple[Token, ...]) -> bool:
    """Whether the first noun of place, before any name, is a plural of settlements or areas."""
    for token in tokens:
        if "name" in token.types or token.types & {"facility", "part", "quarter"}:
            return False
        if token.types & {"settlement", "back", "admin1", "admin2"}:
            return token.plural
    return False


def _back(tokens: tuple[Token, ...]) -> str | None:
    """The level of the first noun that can point back, unless a name comes first."""
    for token in tokens:
        if "name" in token.types:
            return None
        if "back" in token.types and not token.plural:
            return place_words().back[token.word]
        if token.types & _KINDS:
            return None
    return None


def _types(tokens: tuple[Token, ...], at: int) -> frozenset[str]:
    return tokens[at].types if at < len(tokens) else NO_TYPES
