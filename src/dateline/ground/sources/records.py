"""What every source gives: places with their names, the bounds of divisions, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pycountry

from dateline.lexicon.countries import countries

# The kinds of an added place; `places_types` gives each its precision and radius.
KINDS = (
    "capital",
    "city",
    "camp",
    "neighbourhood",
    "facility",
    "admin1",
    "admin2",
    "admin3",
    "region",
)
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class SourcePoint:
    """A place as a source gives it: a point in WGS 84 degrees, `kind` one of `KINDS`, country ISO 3166-1 alpha-3.

    `names` are (name, whether it is a main name), the name to show first; `reference` is its id in the record;
    `geonames` its GeoNames id where the source knows it; `admin1` GeoNames' code; `code` its p-code.
    """

    reference: str
    name: str
    country: str
    lat: float
    lon: float
    kind: str
    population: int = 0
    admin1: str = ""
    radius_km: float | None = None
    names: tuple[tuple[str, bool], ...] = ()
    geonames: int | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class SourceArea:
    """The bounds of a division: its path from the first level down to itself as (level, name, p-code).

    `rings` are closed lines of (lon, lat) pairs one after another; holes are rings like any other. `place` is the
    reference of the division's own entry.
    """

    place: str
    country: str
    path: tuple[tuple[int, str, str], ...]
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that is no place we keep, and why in a word or two ("hydrography", "superseded")."""

    why: str


Item = SourcePoint | SourceArea | LeftOut


@dataclass(slots=True)
class Step:
    """All that one source gives for one country, with where it came from: one row of `dateline places list`.

    `files` are (name, SHA-256) of what was read; `as_of` is the newest day that the data itself gives, or "".
    """

    form: str
    country: str
    licence: str
    share_alike: bool = False
    points: list[SourcePoint] = field(default_factory=list)
    areas: list[SourceArea] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    files: tuple[tuple[str, str], ...] = ()
    as_of: str = ""

    @property
    def id(self) -> str:
        """The name by which `dateline places remove` knows it: "geonames:SYR"."""
        return f"{self.form}:{self.country}"


@cache
def alpha3(code: str) -> str | None:
    """The alpha-3 code that we list for an ISO 3166-1 code of two or three letters, or None."""
    upper = code.strip().upper()
    if upper in ("XK", "XKX"):
        return "XKX"
    if len(upper) == 3:
        return upper if upper in countries() else None
    known = pycountry.countries.get(alpha_2=upper) if len(upper) == 2 else None
    return str(known.alpha_3) if known and known.alpha_3 in countries() else None


@cache
def alpha2(code: str) -> str:
    """The ISO 3166-1 alpha-2 code of an alpha-3 code that we list."""
    known = pycountry.countries.get(alpha_3=code)
    return str(known.alpha_2) if known else "XK"


def named(main: str, others: Iterator[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """The main name and the others that can be names in a text: each once, as main where any source says so."""
    found: dict[str, bool] = {main: True}
    for raw, is_main in others:
        name = " ".join(raw.split())
        if name and _can_be_met(name):
            found[name] = found.get(name, False) or is_main
    return tuple(found.items())


def _can_be_met(name: str) -> bool:
    """Not codes ("ALP"), not bare consonants of a transliteration ("swldw"), not addresses."""
    if len(name) < 2 or "://" in name or (len(name) <= 3 and name.isupper() and name.isascii()):
        return False
    return not (name.isascii() and _VOWELS.isdisjoint(name.lower()))
