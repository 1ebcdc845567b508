"""Independent origins with what they have said, counted; and places."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from dateline.serve.answers import as_json
from dateline.serve.api.paging import Paged, listed, paged
from dateline.serve.api.shown import LIST, PAGES, Listed
from dateline.serve.refused import NotFoundError
from dateline.serve.state import record
from dateline.store.record import Record

Json = dict[str, Any]
router = APIRouter()
Kept = Annotated[Record, Depends(record)]
Page = Annotated[Paged, Depends(paged)]


@router.get("/sources", openapi_extra=PAGES, response_model=Listed)
def sources(request: Request, page: Page, record: Kept, name: str = "") -> Response:
    """Origins, those in most incidents first; with `name` those whose name holds it.

    `agree` counts the numbers of theirs that others give too without a contradiction, `differ` those that some other
    origin contradicts. That is no measure of who is right.
    """
    with record.lists() as lists:
        found = lists.sources(page.part, words=name[:200])
        return listed(request, page, lists.count_sources(words=name[:200]), map(asdict, found))


@router.get("/sources/{name:path}", response_model=Json)
def source(request: Request, name: str, record: Kept) -> Response:
    """One origin by its exact name."""
    with record.lists() as lists:
        found = lists.source(name)
    if found is None:
        raise NotFoundError("no incident has such an origin", where=name, remedy="/api/v1/sources lists them.")
    return as_json(request, asdict(found))


@router.get("/places", openapi_extra=LIST, response_model=Listed)
def places(request: Request, page: Page, record: Kept) -> Response:
    """Places of the incidents that the filters want, those of most incidents first."""
    wanted = page.asked.wanted()
    with record.lists() as lists:
        return listed(request, page, lists.count_places(wanted), map(_place, lists.places(wanted, page.part)))


def _place(place: Any) -> Json:  # noqa: ANN401 (a place of the store's)
    told: Json = asdict(place)
    last: date | None = told["last"]
    return told | {"last": last.isoformat() if last else None}
