"""What went wrong, item by item: `dateline bench GOLD --errors`."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.bench.agreement import Json
from dateline.bench.items import Item, items
from dateline.bench.kinds import WRONG_CLAIMS


def errors(gold: Iterable[Json], predicted: Iterable[Json]) -> list[Item]:
    """Every item that is not right, article by article as gold has them, in text order within each."""
    given = {str(one["id"]): one["claims"] for one in predicted}
    found = []
    for article in gold:
        wrong = [one for one in items(article, given.get(str(article["id"]), [])) if not one.right]
        found += sorted(wrong, key=lambda one: (one.start, one.kind not in WRONG_CLAIMS, one.kind, one.at))
    return found


def is_wanted(item: Item, *, kinds: Collection[str] = (), article: str | None = None) -> bool:
    """Whether the item is of a kind asked for ("claims" stands for every kind of claim) and of the article, if any."""
    named = item.kind in kinds or ("claims" in kinds and item.kind in WRONG_CLAIMS)
    return (not kinds or named) and article in {None, item.article}
