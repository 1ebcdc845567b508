"""Claims as they count now, for pages that show them: corrected, with what was judged of them in the key ``judged``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.incorporate.rulings import Rulings
from dateline.store.record import Record

Json = dict[str, Any]


def judged(record: Record, claims: Sequence[Json]) -> list[Json]:
    """Claims of the record in the contract's form, in the same order; rejected ones are there, and say so."""
    with record.derived() as derived:
        rulings = Rulings.of(derived)
    return [rulings.judged(claim) for claim in claims]
