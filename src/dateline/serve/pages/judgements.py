"""The log of judgements: who decided what, when and why, and the way back."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from dateline.serve import judged, who
from dateline.serve.state import page, record
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)

_AT_ONCE: Final = 100


@router.get("/judgements")
def judgements(
    request: Request,
    opened: Annotated[Record, Depends(record)],
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> Response:
    """All judgements, the latest first, those that were undone too."""
    found = opened.judgements()[::-1]
    first = (number - 1) * _AT_ONCE
    return page(
        request,
        "judgements.html",
        judgements=[judged.told(each) for each in found[first : first + _AT_ONCE]],
        total=len(found),
        number=number,
        pages=max(1, -(-len(found) // _AT_ONCE)),
        judged=judged.just_made(request, opened),
        who=who.who(request),
    )
