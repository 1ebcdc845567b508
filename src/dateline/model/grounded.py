"""What words are resolved to: places, days, counts, actors. Imprecision is part of each type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry that a name could mean, its score (higher is better) and the reasons in words."""

    id: str
    name: str
    country: str | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: its level (1 for the first below the country), name, and p-code where known."""

    level: int
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Parent:
    """The known place that another one lies in or is a part of; `id` is None where that is only part of one too."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place: WGS 84 degrees, a level from `codebook.PRECISIONS` and a radius of uncertainty in km.

    `country` is ISO 3166-1 alpha-3. `id` is ``geonames:N`` or ``iso:XXX``, or None for a place that is only part
    of a known one, which is then its `parent`. lat and lon are None where the name could not be located; radius_km is
    then the parent's, or None where that is not known either. `reason` says why or how.
    `admin` is the path of divisions that it lies in, from the first level down, where their bounds are known.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    radius_km: float | None = None
    id: str | None = None
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    admin: tuple[Division, ...] = ()
    parent: Parent | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days, the TIMEX3 type and value, and the name of the rule that resolved it."""

    start: date
    end: date
    rule: str
    value: str = ""
    kind: str = "DATE"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention names: `country` ISO 3166-1 alpha-3, `sector` PLOVER's code (GOV, MIL, REB, CVL, ...).

    `kind` is one of `codebook.ACTOR_KINDS`, or None where the words do not tell. `name` is the same for every mention
    of a state, body or person; other kinds keep their words. `reason` says what decided where the words alone did not,
    or why nothing did. `id` is ``wikidata:Q...`` where our data has it.
    """

    name: str
    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    reason: str = ""
    id: str | None = None
