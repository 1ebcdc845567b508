"""The overview: what happened, where, when, how many, and who says so; narrowed by filters that the address holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from dateline.export.formats import FORMATS
from dateline.model.codebook import EVENTS, MEASURES
from dateline.serve.filters import PAGE_SIZE, STATUSES, Asked, asked
from dateline.serve.labels import gazetteer, labels
from dateline.serve.listing import row
from dateline.serve.state import link, page, record
from dateline.serve.timeline import timeline
from dateline.store.record import Record
from dateline.store.wanted import SORTS
from dateline.wording import STATUS

if TYPE_CHECKING:
    from dateline.store.lists import Lists

router = APIRouter(include_in_schema=False)


@router.get("/")
def overview(
    request: Request, asked: Annotated[Asked, Depends(asked)], record: Annotated[Record, Depends(record)]
) -> Response:
    """The page; a form that was sent with empty fields is sent on to the address without them."""
    if any(not value for value in request.query_params.values()):
        return RedirectResponse(link(asked, page=asked.page), 303)
    counts = record.counts()
    if not counts.articles:
        return page(request, "empty.html", asked=asked)
    with record.lists() as lists:
        context = _found(lists, asked)
    out = page(request, "overview.html", asked=asked, counts=counts, **context, **_CHOICES)
    out.headers["HX-Push-Url"] = link(asked, page=asked.page)
    return out


_CHOICES: dict[str, Any] = {
    "page_size": PAGE_SIZE,
    "EVENTS": EVENTS,
    "MEASURES": MEASURES,
    "SORTS": SORTS,
    "STATUS_WORDS": {status: STATUS[status] for status in STATUSES},
    "FORMATS": {name: tuple(form.of) for name, form in FORMATS.items()},
}


def _found(lists: Lists, asked: Asked) -> dict[str, Any]:
    """What the page shows of the incidents that are asked for."""
    wanted = asked.wanted()
    all_days = replace(wanted, since=None, until=None)  # so that a choice of days can be widened
    total = lists.count(wanted)
    return {
        "rows": [row(incident) for incident in lists.incidents(wanted, asked.part())],
        "total": total,
        "pages": max(1, -(-total // PAGE_SIZE)),
        "disputed": lists.count(replace(wanted, disagree=True)),
        "timeline": timeline(lists.bars(all_days), since=asked.since, until=asked.until),
        "choices": lists.choices(wanted),
        "pairs": parse_qsl(asked.with_().to_query()),
    }


@router.get("/labels.json")
def names(
    bbox: Annotated[str, Query(pattern=r"^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$", max_length=100)],
    zoom: Annotated[float, Query(ge=0, le=24)],
) -> Response:
    """Names for a stretch of the map as GeoJSON; `bbox` is west, south, east, north, and may lie beyond 180°."""
    west, south, east, north = (float(edge) for edge in bbox.split(","))
    found = labels(gazetteer(), (west, south, east, north), zoom)
    out = {"type": "FeatureCollection", "features": [label.to_json() for label in found]}
    return JSONResponse(out, headers={"Cache-Control": "public, max-age=3600"})
