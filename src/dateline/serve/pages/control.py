"""Who holds which place over time, according to whom."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from dateline.incorporate.holding import holding
from dateline.serve.filters import Asked, asked
from dateline.serve.present.holding import by_place
from dateline.serve.state import page, record
from dateline.store import beside
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)

_PLACES: Final = 40  # on one page
_MANY: Final = 2000  # claims of who holds what, from which on a place has to be chosen first
_NAMES: Final = 200  # places to choose from


@router.get("/control")
def control(
    request: Request, opened: Annotated[Record, Depends(record)], wanted: Annotated[Asked, Depends(asked)]
) -> Response:
    """The timelines of all places, or of those of a name; with `until` as it had been told by the end of that day."""
    if not wanted.place:
        with opened.reading() as connection:
            if beside.count_control(connection) > _MANY:
                names = beside.control_places(connection, _NAMES)
                return page(request, "control_places.html", asked=wanted, names=names)
    places = by_place(holding(opened, place=wanted.place or None, as_of=wanted.until))
    first = (wanted.page - 1) * _PLACES
    return page(
        request,
        "control.html",
        asked=wanted,
        places=places[first : first + _PLACES],
        total=len(places),
        pages=max(1, -(-len(places) // _PLACES)),
    )
