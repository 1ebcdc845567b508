"""Figures of one incident: what most sources say, the bounds over all, and who says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import MEASURES
from dateline.reconcile.incident import FigureRange, Json, Told
from dateline.text.fold import fold_name

_NEVER: Final = date.min


def chain(row: ClaimRow) -> tuple[str, ...]:
    """Names of a claim's sources, the speaker first; the outlet (or the article) where the claim names none."""
    names = tuple(_name(ref) for ref in row.claim["sources"])
    return names or (row.publisher or row.article_name,)


def same_source(name: str) -> str:
    """A key that two spellings of one source share: "The council" and "council"."""
    return fold_name(name).removeprefix("the ")


def _name(ref: Json) -> str:
    antecedent = ref.get("antecedent") or {}
    return " ".join(str(ref.get("name") or antecedent.get("text") or ref["text"]).split())


def ranges(rows: Iterable[ClaimRow]) -> tuple[FigureRange, ...]:
    """One range for each measure that the claims count, in the codebook's order."""
    by_measure: dict[str, list[tuple[ClaimRow, list[Json]]]] = defaultdict(list)
    for row in rows:
        for measure in {figure["measure"] for figure in row.claim["figures"]}:
            by_measure[measure].append((row, [f for f in row.claim["figures"] if f["measure"] == measure]))
    return tuple(_range(measure, by_measure[measure]) for measure in MEASURES if measure in by_measure)


def _range(measure: str, given: list[tuple[ClaimRow, list[Json]]]) -> FigureRange:
    totals = [(row, max(figures, key=_size)) for row, figures in given]  # the others count parts of it
    best = _best(totals)
    bounds = [bound for _, total in totals for bound in (total["low"], total["high"]) if bound is not None]
    return FigureRange(
        measure=measure,
        best_low=best["low"],
        best_high=best["high"],
        low=min(bounds, default=0),
        high=max(bounds, default=0),
        open_above=any(total["high"] is None for _, total in totals),
        told=tuple(_told(row, figure) for row, figures in given for figure in figures),
    )


def _size(figure: Json) -> tuple[float, float]:
    low, high = figure["low"], figure["high"]
    return (high if high is not None else low or 0, low or 0)


def _best(totals: list[tuple[ClaimRow, Json]]) -> Json:
    """The interval that most sources give; of equals the narrowest, then the latest, then the lowest."""
    groups: dict[tuple[float | None, float | None], list[tuple[ClaimRow, Json]]] = defaultdict(list)
    for row, total in totals:
        groups[total["low"], total["high"]].append((row, total))

    def rank(group: list[tuple[ClaimRow, Json]]) -> tuple[int, float, date, float]:
        total = group[0][1]
        sources = {same_source(chain(row)[0]) for row, _ in group}
        latest = max(row.published or _NEVER for row, _ in group)
        return (len(sources), -_width(total), latest, -_size(total)[0])

    return max(groups.values(), key=rank)[0][1]


def _width(figure: Json) -> float:
    low, high = figure["low"], figure["high"]
    return float("inf") if low is None or high is None else float(high - low)


def _told(row: ClaimRow, figure: Json) -> Told:
    return Told(
        claim_id=str(row.claim["id"]),
        article=row.article_name,
        publisher=row.publisher,
        sources=chain(row),
        low=figure["low"],
        high=figure["high"],
        who=figure["who"],
        words=figure["text"],
    )
