"""Who holds which place, from a record's claims as they count: corrected, and without those that were rejected."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from dateline.incorporate.rulings import Rulings
from dateline.incorporate.view import dispatches
from dateline.model.report import Origin
from dateline.reconcile.control import Held, timeline
from dateline.reconcile.copy import PARTIAL
from dateline.reconcile.select import is_told_at
from dateline.reconcile.voices import named_in, voices_of
from dateline.store.derived import Derived
from dateline.store.filters import Filters
from dateline.store.record import Record
from dateline.store.stored import StoredClaim

_EVENT = "CONTROL"


def holding(record: Record, *, place: str | None = None, as_of: date | None = None) -> tuple[Held, ...]:
    """The timelines of the places that `place` means (part of a name, or an ISO alpha-3 code; None: all).

    With `as_of`, from the articles that were published by then.
    """
    stored = list(record.claims(Filters(events=(_EVENT,), place=place)))
    with record.derived() as derived:
        rulings = Rulings.of(derived)
        rows = {row.id: row for row in (*stored, *derived.claims(ids=rulings.corrected))}
        told = [
            row
            for row in rulings.counted(rows.values())
            if (as_of is None or (row.published and row.published <= as_of)) and _is_meant(row, rulings, place)
        ]
        return timeline(told, origins=_origins(derived, told))


def _origins(derived: Derived, rows: Iterable[StoredClaim]) -> dict[str, list[Origin]]:
    """Whom each claim comes from, a reprint's own voice being that of the text that it reprints."""
    articles = {row.id: row.article_id for row in rows}
    reports = derived.reports(ids=set(derived.reports_holding(articles).values()))
    bodies = (json.loads(copy["body"]) for copy in derived.copies_among(set(articles.values())))
    voices = voices_of(reports, dispatches(body for body in bodies if body["kind"] != PARTIAL))
    return {
        claim: [named_in(origin, report.article_id, voices) for origin in origins]
        for report in reports
        for claim, origins in zip(report.claim_ids, report.origins, strict=True)
    }


def _is_meant(row: StoredClaim, rulings: Rulings, place: str | None) -> bool:
    """Whether a claim is of the place: the database knows that of every claim but those that were corrected."""
    return place is None or row.id not in rulings.corrected or is_told_at(row.claim, place)
