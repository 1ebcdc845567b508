"""Countries by name, abbreviation and demonym, with a point and a radius for each (see `countries.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.load import load

_NO_PLURAL = ("ese", "sh", "ch", "s", "z", "x", "men", "woman", "chman", "shman")


@dataclass(frozen=True, slots=True)
class Country:
    """One country: ISO 3166-1 alpha-3, a representative point (WGS 84 degrees) and a radius in km.

    `names` holds the main name first; `demonyms` holds adjectives and peoples, plurals included; `capital` is ""
    for territories without one.
    """

    name: str
    alpha3: str
    lat: float
    lon: float
    radius_km: float
    capital: str
    demonyms: tuple[str, ...]
    names: tuple[str, ...]


def country(alpha3: str) -> Country:
    """The country with this alpha-3 code (Kosovo is XKX); raises KeyError for a code that is not listed."""
    return countries()[alpha3]


@cache
def countries() -> Mapping[str, Country]:
    """All countries by alpha-3 code."""
    raw = load("countries")
    return MappingProxyType({code: _country(code, row) for code, row in raw.items()})


@lru_cache(maxsize=1 << 16)  # news repeats its names
def country_by_name(words: str) -> str | None:
    """The alpha-3 code that a name or abbreviation stands for, or None. A leading "the" is ignored.

    "US" and "U.S." count only as written; other names in any case that begins with a capital ("SYRIA", "Syria").
    """
    return _find(words, _names())


@lru_cache(maxsize=1 << 16)
def country_by_demonym(words: str) -> str | None:
    """The alpha-3 code that an adjective or people belongs to ("Iraqi", "Filipinos"), or None."""
    return _find(words, _demonyms())


def _find(words: str, table: Mapping[str, str]) -> str | None:
    name = " ".join(words.split())
    bare = name[4:] if name[:4].casefold() == "the " else name
    for form in (name, bare):
        if form in table and not form.islower():
            return table[form]
    return table.get(bare.casefold()) if bare[:1].isupper() else None


def _country(code: str, row: Mapping[str, Any]) -> Country:
    lat, lon = row["point"]
    singular = row.get("demonyms", [])
    names = tuple(dict.fromkeys([row["name"], *row.get("names", [])]))
    plural = [form for demonym in singular for form in _plurals(demonym) if form not in names]
    return Country(
        name=row["name"],
        alpha3=code,
        lat=float(lat),
        lon=float(lon),
        radius_km=float(row["radius_km"]),
        capital=row.get("capital", ""),
        demonyms=tuple(dict.fromkeys([*singular, *plural])),
        names=names,
    )


def _plurals(demonym: str) -> Iterator[str]:
    """The people in the plural; adjectives that name a people as they stand ("Chinese", "British") have none."""
    if not demonym.endswith(_NO_PLURAL):
        yield demonym + "s"


@cache
def _names() -> Mapping[str, str]:
    return _table({code: entry.names for code, entry in countries().items()})


@cache
def _demonyms() -> Mapping[str, str]:
    return _table({code: entry.demonyms for code, entry in countries().items()})


def _table(forms: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Exact forms, and casefolded ones for all but abbreviations; curly and straight apostrophes meet."""
    table: dict[str, str] = {}
    for code, names in forms.items():
        for name in names:
            for form in (name, name.replace("'", "’")):
                table.setdefault(form, code)
                if not _is_abbreviation(form):
                    table.setdefault(form.casefold(), code)
    return MappingProxyType(table)


def _is_abbreviation(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 5 and any(c.isupper() for c in letters[1:])
