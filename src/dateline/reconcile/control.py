"""Who holds which place, since when, according to whom: the claims of CONTROL as a timeline for each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from dateline.model.claim_row import ClaimRow
from dateline.model.report import Json, Origin
from dateline.reconcile.origins import Teller, bodies_of, origins_of
from dateline.reconcile.reports import status
from dateline.reconcile.spots import fineness, spot_of
from dateline.text.fold import fold_name

_NEVER: Final = date.max


@dataclass(frozen=True, slots=True)
class Held:
    """What origins say of a place for some days: `holder` captures, holds, loses or contests it (None: nobody named).

    `low` and `high` bound the share that is meant, from 0 to 1, None where no share is told. `claim_ids` and `articles`
    (names) say where it stands; `told` is the first day on which it was told.
    """

    place: str
    country: str | None
    first: date | None
    last: date | None
    change: str
    holder: str | None
    status: str
    low: float | None
    high: float | None
    origins: tuple[str, ...]
    articles: tuple[str, ...]
    claim_ids: tuple[str, ...]
    told: date | None

    def to_json(self) -> Json:
        """All fields; days as ISO 8601."""
        days = {key: value.isoformat() if value else None for key, value in (("from", self.first), ("to", self.last))}
        return {
            "place": self.place,
            "country": self.country,
            **days,
            "change": self.change,
            "holder": self.holder,
            "status": self.status,
            "share": {"low": self.low, "high": self.high} if self.low is not None or self.high is not None else None,
            "origins": list(self.origins),
            "articles": list(self.articles),
            "claims": list(self.claim_ids),
            "told": self.told.isoformat() if self.told else None,
        }


def timeline(
    rows: Iterable[ClaimRow], *, origins: Mapping[str, Sequence[Origin]] = MappingProxyType({})
) -> tuple[Held, ...]:
    """The entries of all places, by place, then by day (those without a day where they were told).

    Claims of one place, holder, change, status and days are one entry, whoever tells it. `origins`: claim id → whom it
    comes from, as reports have it; a claim that is not there is asked by itself.
    """
    groups: dict[tuple[str, ...], list[tuple[ClaimRow, Json]]] = defaultdict(list)
    for row in rows:
        if row.claim["event"] == "CONTROL":
            for place in _places(row.claim):
                groups[_key(row, place)].append((row, place))
    found = [_held(each, origins) for each in groups.values()]
    return tuple(sorted(found, key=lambda h: (fold_name(h.place), _since(h), h.change, h.holder or "")))


def _since(held: Held) -> date:
    return held.first or held.told or _NEVER


def _places(claim: Json) -> list[Json]:
    """The finest places that are held: a list of quarters each, not the town around them."""
    places = [place for place in claim["places"] if place["role"] == "at"]
    finest = min((fineness(place["precision"]) for place in places), default=0)
    return [place for place in places if fineness(place["precision"]) == finest]


def _key(row: ClaimRow, place: Json) -> tuple[str, ...]:
    time = row.claim["time"] or {}
    days = (time.get("from") or f"told {row.published}", time.get("to") or "")
    spot = spot_of(place)
    mode = row.claim["mode"] or ""
    return (spot.key or fold_name(spot.name), fold_name(_holder(row.claim) or ""), mode, status(row.claim), *days)


def _holder(claim: Json) -> str | None:
    for ref in claim["actors"]:
        antecedent = ref.get("antecedent") or {}
        return " ".join(str(ref.get("name") or antecedent.get("text") or ref["text"]).split())
    return None


def _held(told: Sequence[tuple[ClaimRow, Json]], known: Mapping[str, Sequence[Origin]]) -> Held:
    rows = sorted((row for row, _ in told), key=lambda row: (row.published or _NEVER, row.claim["id"]))
    row, place = rows[0], told[0][1]
    time = row.claim["time"] or {}
    shares = [f for each in rows for f in each.claim["figures"] if f["measure"] == "share"]
    origins = {origin.key: origin for each in rows for origin in known.get(str(each.claim["id"])) or _origins(each)}
    return Held(
        place=spot_of(place).name,
        country=place["country"],
        first=date.fromisoformat(time["from"]) if time else None,
        last=date.fromisoformat(time["to"]) if time else None,
        change=row.claim["mode"] or "control",
        holder=_holder(row.claim),
        status=status(row.claim),
        low=min((f["low"] for f in shares if f["low"] is not None), default=None),
        high=max((f["high"] for f in shares if f["high"] is not None), default=None),
        origins=tuple(sorted(origin.name for origin in origins.values())),
        articles=tuple(sorted({each.article_name for each in rows})),
        claim_ids=tuple(str(each.claim["id"]) for each in rows),
        told=row.published,
    )


def _origins(row: ClaimRow) -> Sequence[Origin]:
    teller = Teller(row.publisher or row.article_name, bodies=bodies_of([row.claim]))
    return origins_of(row.claim, teller)
