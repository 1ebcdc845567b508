"""An incident as it is kept: the view of its claims as JSON, beside the columns that lists filter by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.model.claim_row import ClaimRow
from dateline.reconcile.compare import Link
from dateline.reconcile.group import incident_of
from dateline.reconcile.incident import Incident
from dateline.text.fold import fold_name

Json = dict[str, Any]
Row = dict[str, Any]


def view(rows: Sequence[ClaimRow], *, links: Sequence[Link], copies: Sequence[Json]) -> Incident:
    """The incident that claims of linked reports make, given the copies among their articles.

    The one place that makes incidents. `rows` come in the order of their ids, `copies` as `Copy.to_json` writes them.
    """
    del links, copies  # the first form of an incident does without
    return incident_of(rows)


def incident_row(incident: Incident) -> Row:
    """The row of an incident."""
    body = incident.to_json()
    lat, lon = _point(incident, body)
    origins: Any = body.get("origins", body["sources"])
    return {
        "id": incident.id,
        "event": body["event"],
        "status": body["status"],
        "first_day": incident.start,
        "last_day": incident.end,
        "place": body["place"],
        "folded": fold_name(body["place"] or ""),
        "country": body["country"],
        "lat": lat,
        "lon": lon,
        **_tolls(body, "killed"),
        **_tolls(body, "injured"),
        "origins": origins if isinstance(origins, int) else len(origins),
        "articles": len(body["articles"]),
        "disagree": bool(body.get("disagree", False)),
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


def _point(incident: Incident, body: Json) -> tuple[float | None, float | None]:
    """Where the incident's place lies: as the incident says, else as a claim says that names the same place."""
    if "lat" in body:
        return body["lat"], body["lon"]
    for row in incident.claims:
        for place in row.claim["places"]:
            if place["lat"] is not None and body["place"] in (place["name"], place["text"]):
                return place["lat"], place["lon"]
    return None, None
