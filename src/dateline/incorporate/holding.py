"""Who holds which place, from a record's claims as they count: corrected, and without those that were rejected."""

from __future__ import annotations

from datetime import date

from dateline.incorporate.rulings import Rulings
from dateline.reconcile.control import Held, timeline
from dateline.reconcile.select import is_told_at
from dateline.store.filters import Filters
from dateline.store.record import Record
from dateline.store.stored import StoredClaim

_EVENT = "CONTROL"


def holding(record: Record, *, place: str | None = None, as_of: date | None = None) -> tuple[Held, ...]:
    """The timelines of the places that `place` means (part of a name, or an ISO alpha-3 code; None: all).

    With `as_of`, from the articles that were published by then.
    """
    with record.derived() as derived:
        rulings = Rulings.of(derived)
        corrected = derived.claims(ids=rulings.corrected)
    rows = {row.id: row for row in (*record.claims(Filters(events=(_EVENT,), place=place)), *corrected)}
    told = (
        row for row in rulings.counted(rows.values()) if as_of is None or (row.published and row.published <= as_of)
    )
    return timeline(row for row in told if _is_meant(row, rulings, place))


def _is_meant(row: StoredClaim, rulings: Rulings, place: str | None) -> bool:
    """Whether a claim is of the place: the database knows that of every claim but those that were corrected."""
    return place is None or row.id not in rulings.corrected or is_told_at(row.claim, place)
