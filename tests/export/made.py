"""What the tests of exports share: a shelling with all there is to tell, incidents, and rows without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.export.incident_rows import IncidentRow
from dateline.model.claim_row import ClaimRow
from dateline.model.grounded import Actor
from dateline.store.stored import StoredClaim
from tests.factories import claim, stored

SHELLING = claim(
    mode="heavy-weapons",
    who=[Actor("The Fourth Army", "SYR", "MIL", "body")],
    whom=[Actor("14 people", "SYR", "CVL", "group")],
    place="Qarrah",
    day=("2021-03-01", "2021-03-02"),
    sources=["The local council", "Meridian Press"],
    killed=14,
    injured=(30, None),
    confidence=0.9,
)
FLIGHT = claim("MOVE", mode="flee", trigger="fled", whom=["about 200 families"], displaced=(180, 220))
HEAD: dict[str, Any] = {"title": "Shells on Qarrah", "publisher": "The Post", "url": "https://news.example/1"}


def rows() -> list[StoredClaim]:
    """A claim with a place and one without."""
    return stored(SHELLING, FLIGHT, **HEAD)


def many(count: int) -> Iterator[StoredClaim]:
    """`count` claims that are made only when they are asked for."""
    (row,) = stored(SHELLING, **HEAD)
    for number in range(count):
        yield StoredClaim(
            row.article_id,
            row.article_name,
            row.title,
            row.url,
            row.publisher,
            row.published,
            row.claim | {"id": f"{number:016x}"},
        )


def figure(measure: str, best: Any, around: Any = None) -> dict[str, Any]:  # noqa: ANN401 (a number or a pair)
    """A figure of an incident: the interval that most give, and that over all (the same where it is not given)."""
    low, high = best if isinstance(best, tuple) else (best, best)
    least, most = around or (low, high)
    return {"measure": measure, "best": {"low": low, "high": high}, "low": least, "high": most, "told": []}


def incident(*claims: ClaimRow, **rest: Any) -> IncidentRow:  # noqa: ANN401 (members of the JSON)
    """An incident at Qarrah of these claims; `rest` are members of its JSON."""
    body = {
        "id": "0123456789abcdef",
        "event": "ASSAULT",
        "status": "happened",
        "modes": ["heavy-weapons"],
        "place": "Qarrah",
        "country": "SYR",
        "precision": "settlement",
        "from": "2021-03-01",
        "to": "2021-03-02",
        "figures": [figure("killed", 14, (11, 14))],
        "claims": [row.claim["id"] for row in claims],
        "articles": sorted({row.article_name for row in claims}),
        "sources": ["The local council"],
    }
    return IncidentRow(body | rest, claims)
