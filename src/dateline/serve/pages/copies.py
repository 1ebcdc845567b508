"""Which articles are one text: reprints and copies of a dispatch, pair by pair."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from dateline.serve.filters import Asked, asked
from dateline.serve.state import page, record
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)


@router.get("/copies")
def copies(
    request: Request, asked: Annotated[Asked, Depends(asked)], record: Annotated[Record, Depends(record)]
) -> Response:
    """The page: the closest pairs first."""
    found = sorted(record.copies(), key=lambda copy: (-min(copy["share_a"], copy["share_b"]), copy["copy"]))
    return page(request, "copies.html", asked=asked, copies=found)
