"""What one prediction finds that another does not, measured on gold: `dateline bench GOLD --against OLD`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.bench.agreement import Json
from dateline.bench.items import NONE, Item, items
from dateline.bench.kinds import LABELS, WRONG_CLAIMS

CHANGES: Final = ("gained", "lost", "new extra", "gone extra")


@dataclass(frozen=True, slots=True)
class Change:
    """One item that is right or wrong now and was not before; `change` is one of `CHANGES`."""

    change: str
    item: Item

    def to_json(self) -> Json:
        """The item with what became of it."""
        return {"change": self.change} | self.item.to_json()


def changes(gold: Iterable[Json], old: Iterable[Json], new: Iterable[Json]) -> list[Change]:
    """What gold says and only `new` has (gained) or only `old` has (lost), and what is too much in only one of them.

    A claim that became another type on the same words counts as lost or gained. Arguments are compared in claims that
    were found, so that those of a gained claim are gained with it (but not the labels that it does not have).
    """
    before, after = ({str(one["id"]): one["claims"] for one in side} for side in (old, new))
    out = []
    for article in gold:
        name = str(article["id"])
        was, now = (list(items(article, side.get(name, []))) for side in (before, after))
        found = [Change("gained", one) for one in _only(_right(now), _right(was))]
        found += [Change("lost", one) for one in _only(_right(was), _right(now))]
        found += [Change("new extra", one) for one in _only(_extra(now), _extra(was))]
        found += [Change("gone extra", one) for one in _only(_extra(was), _extra(now))]
        moved = {one.item.start for one in found if one.item.kind == "claims"}
        out += sorted((one for one in found if not _unset(one.item, moved)), key=_order)
    return out


def _unset(item: Item, moved: set[int]) -> bool:
    """Whether this is only a label that a gained or lost claim does not have."""
    return item.kind in LABELS and item.gold == NONE and item.start in moved


def _order(change: Change) -> tuple[int, bool, str, int, int]:
    item = change.item
    claim = item.kind == "claims" or item.kind in WRONG_CLAIMS
    return item.start, not claim, item.kind, item.at, CHANGES.index(change.change)


def _right(found: Iterable[Item]) -> list[Item]:
    return [one for one in found if one.right]


def _extra(found: Iterable[Item]) -> list[Item]:
    return [one for one in found if one.gold is None]


def _only(these: Iterable[Item], others: Iterable[Item]) -> list[Item]:
    known = {one.key for one in others}
    return [one for one in these if one.key not in known]
