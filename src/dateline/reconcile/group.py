"""Claims to incidents, first version: one type and status, one place, one first day is one incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import EVENTS, PLACE_ROLES, PRECISIONS
from dateline.model.ids import content_id
from dateline.reconcile.figures import chain, ranges, same_source
from dateline.reconcile.incident import HAPPENED, Incident, Json
from dateline.text.fold import fold_name

# A country or a month holds many incidents: claims that know no more than that are not joined across articles.
LONGEST: Final = 7  # days
TOO_WIDE: Final = ("country", "region")

_Key = tuple[str, str, str, str, str]  # type, status, place, first day, article ("" where place and day are known)


def group(rows: Iterable[ClaimRow]) -> tuple[Incident, ...]:
    """The incidents that the claims tell of, the same whatever order the claims come in.

    The latest come first, those without a day last; of one day, those that more articles tell of, then those with
    figures.
    """
    found: dict[_Key, dict[str, ClaimRow]] = defaultdict(dict)
    for row in rows:
        found[_key(row)][str(row.claim["id"])] = row
    incidents = [incident_of([of_key[each] for each in sorted(of_key)]) for of_key in found.values()]
    incidents.sort(
        key=lambda one: (-len(one.articles), not one.figures, EVENTS.index(one.event), one.place or "", one.id)
    )
    incidents.sort(key=lambda one: one.start or date.min, reverse=True)
    return tuple(incidents)


def main_place(claim: Json) -> Json | None:
    """Where a claim belongs: of its places the finest that says where it happened, else from or to where; or None."""
    places: list[Json] = claim["places"]
    return min(places, key=lambda place: (PLACE_ROLES.index(place["role"]), _fineness(place)), default=None)


def _fineness(place: Json) -> int:
    return PRECISIONS.index(place["precision"]) if place["precision"] in PRECISIONS else len(PRECISIONS)


def _place_key(place: Json | None) -> str:
    if place is None:
        return ""
    return str(place["id"] or fold_name(place["name"] or place["text"]))


def _days(time: Json) -> int:
    return (date.fromisoformat(time["to"]) - date.fromisoformat(time["from"])).days + 1


def _missing(claim: Json) -> list[str]:
    """What the claim does not tell finely enough to be joined with claims of other articles."""
    place, time = main_place(claim), claim["time"]
    out = []
    if place is None:
        out.append("no place")
    elif place["precision"] in TOO_WIDE:
        out.append(f"no place finer than a {place['precision']}")
    if time is None:
        out.append("no day")
    elif _days(time) > LONGEST:
        out.append(f"no time finer than {_days(time)} days")
    return out


def _key(row: ClaimRow) -> _Key:
    claim = row.claim
    time = claim["time"]
    article = row.article_id if _missing(claim) else ""
    place = _place_key(main_place(claim))
    return (claim["event"], claim["aux"] or HAPPENED, place, time["from"] if time else "", article)


def incident_of(rows: Sequence[ClaimRow]) -> Incident:
    """The incident that these claims tell of together; there must be at least one."""
    claims = [row.claim for row in rows]
    place = main_place(claims[0]) or {}
    times = [claim["time"] for claim in claims if claim["time"]]
    missing = _missing(claims[0])
    return Incident(
        id=content_id("incident", *(claim["id"] for claim in claims)),
        event=claims[0]["event"],
        status=claims[0]["aux"] or HAPPENED,
        modes=_distinct(claim["mode"] for claim in claims),
        hedges=_distinct(claim["hedge"] for claim in claims),
        place=(place.get("name") or place.get("text")) if place else None,
        country=place.get("country"),
        precision=place.get("precision"),
        start=min((date.fromisoformat(time["from"]) for time in times), default=None),
        end=max((date.fromisoformat(time["to"]) for time in times), default=None),
        figures=ranges(rows),
        claims=tuple(rows),
        articles=_distinct(row.article_name for row in rows),
        sources=_sources(rows),
        note=f"grouped within one article only: {' and '.join(missing)}" if missing else "",
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _sources(rows: Iterable[ClaimRow]) -> tuple[str, ...]:
    """Distinct names of those who say it first; two spellings of one name are one (the first in the alphabet)."""
    spelled: dict[str, str] = {}
    for name in sorted(chain(row)[0] for row in rows):
        spelled.setdefault(same_source(name), name)
    return tuple(sorted(spelled.values()))
