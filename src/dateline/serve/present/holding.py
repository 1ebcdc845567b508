"""Who holds which place over time: the entries of `reconcile.control`, place by place, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline import wording
from dateline.reconcile.control import Held

_DOES: Final = {
    "capture": "takes",
    "hold": "holds",
    "lose": "loses",
    "contest": "fights for",
    "control": "controls",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What origins say of a place for some days; `told`: the days are those on which it was told."""

    when: str
    told: bool
    holder: str
    does: str
    share: str
    status: str
    origins: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what is said of it, the earliest first."""

    name: str
    country: str
    entries: tuple[Entry, ...]


def by_place(held: Iterable[Held]) -> tuple[Place, ...]:
    """The entries of each place; they come ordered by place, then by day."""
    groups = groupby(held, key=lambda one: (one.place, one.country))
    return tuple(_place(name, country or "", list(entries)) for (name, country), entries in groups)


def _place(name: str, country: str, held: Sequence[Held]) -> Place:
    return Place(wording.plain(name), country, tuple(map(_entry, held)))


def _entry(one: Held) -> Entry:
    first, last = (day.isoformat() if day else None for day in (one.first, one.last))
    when = wording.between(first, last)
    told = one.told.isoformat() if one.told else "on no known day"
    bounded = one.low is not None or one.high is not None
    return Entry(
        when=when or told,
        told=not when,
        holder=wording.plain(one.holder or "somebody"),
        does=_DOES.get(one.change, one.change),
        share=wording.interval(one.low, one.high, share=True) if bounded else "",
        status="" if one.status == "happened" else wording.STATUS[one.status],
        origins=one.origins,
        claims=one.claim_ids,
    )
