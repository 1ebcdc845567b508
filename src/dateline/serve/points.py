"""The incidents of any filter as points for the map, each with the circle that it may have been in."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from dateline.serve.answers import as_json
from dateline.serve.filters import Asked, asked
from dateline.serve.state import record
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)
MOST: Final = 5_000  # spots that a browser draws without trouble


@router.get("/map.json")
def points(
    request: Request, asked: Annotated[Asked, Depends(asked)], record: Annotated[Record, Depends(record)]
) -> Response:
    """GeoJSON, a feature a spot; `total` counts the incidents that are asked for, `placed` those that have a point."""
    wanted = asked.wanted()
    with record.lists() as lists:
        features = lists.spots(wanted, limit=MOST)
        total, placed = lists.count(wanted), lists.count_placed(wanted)
    told = {"type": "FeatureCollection", "total": total, "placed": placed, "features": features}
    return as_json(request, told, media="application/geo+json")
