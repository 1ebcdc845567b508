"""An incident as it is kept: the view of its claims as JSON, beside the columns that lists filter by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.model.claim_row import ClaimRow
from dateline.model.report import Report
from dateline.reconcile.compare import Link
from dateline.reconcile.copy import PARTIAL
from dateline.reconcile.incident import Incident
from dateline.reconcile.incident_of import Around, incident_of
from dateline.text.fold import fold_name

Json = dict[str, Any]
Row = dict[str, Any]


def view(
    reports: Sequence[Report], rows: Sequence[ClaimRow], *, links: Sequence[Link], copies: Sequence[Json]
) -> Incident:
    """The incident of linked reports, given the copies among their articles. The one place that makes incidents.

    `rows` are the claims of the reports, `copies` as `Copy.to_json` writes them.
    """
    known = {str(row.claim["id"]): row for row in rows}
    whole = dispatches(copy for copy in copies if copy["kind"] != PARTIAL)
    return incident_of(reports, Around(known, links, whole, dispatches(copies)))


def dispatches(copies: Iterable[Json]) -> dict[str, str]:
    """Article id → an id that all reprints of one text share: the first of theirs in order."""
    first: dict[str, str] = {}

    def find(article: str) -> str:
        while first.setdefault(article, article) != article:
            article = first[article]
        return article

    for copy in copies:
        a, b = sorted(map(find, copy["copy"]))
        first[b] = a
    return {article: find(article) for article in first}


def incident_row(incident: Incident) -> Row:
    """The row of an incident."""
    body = incident.to_json()
    return {
        "id": incident.id,
        "event": body["event"],
        "status": body["status"],
        "first_day": incident.start,
        "last_day": incident.end,
        "place": body["place"],
        "folded": fold_name(body["place"] or ""),
        "country": body["country"],
        "lat": body["lat"],
        "lon": body["lon"],
        "precision": body["precision"],
        "radius_km": body["radius_km"],
        **_tolls(body, "killed"),
        **_tolls(body, "injured"),
        "origins": len(incident.origins),
        "articles": len(body["articles"]),
        "disagree": incident.disagree,
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    }


def _tolls(body: Json, measure: str) -> Row:
    """Best, lowest and highest number of a measure; the best is the upper bound where only that is given."""
    told: Json = next((each for each in body["figures"] if each["measure"] == measure), {})
    best = told.get("best") or {}
    low = best.get("low")
    return {
        measure: low if low is not None else best.get("high"),
        f"{measure}_low": told.get("low"),
        f"{measure}_high": told.get("high"),
    }
