"""Origins: all of them with counts, and what one has said beside what the others say."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from dateline.serve.present.source import said_of
from dateline.serve.refused import NotFoundError
from dateline.serve.state import page, record
from dateline.store.record import Record
from dateline.store.wanted import Part, Wanted

router = APIRouter(include_in_schema=False)

Opened = Annotated[Record, Depends(record)]
Number = Annotated[int, Query(ge=1, le=100_000)]
Words = Annotated[str, Query(max_length=200)]
_MANY: Final = 100
_SOME: Final = 50


@router.get("/sources")
def sources(
    request: Request, opened: Opened, words: Words = "", number: Annotated[Number, Query(alias="page")] = 1
) -> Response:
    """The origins whose name holds `words`, those in most incidents first."""
    with opened.lists() as lists:
        total = lists.count_sources(words=words)
        found = lists.sources(Part(_MANY, (number - 1) * _MANY), words=words)
    pages = max(1, -(-total // _MANY))
    return page(request, "sources.html", sources=found, total=total, words=words, number=number, pages=pages)


@router.get("/source")
def source(
    request: Request,
    opened: Opened,
    name: Annotated[str, Query(max_length=1000)],
    number: Annotated[Number, Query(alias="page")] = 1,
) -> Response:
    """What the origin of exactly this name says."""
    with opened.lists() as lists:
        told = lists.source(name)
        if told is None:
            raise NotFoundError("there is no origin of this name", where=name[:80], remedy="See the list of sources.")
        bodies = lists.incidents(Wanted(origin=name), Part(_SOME, (number - 1) * _SOME))
    pages = max(1, -(-told.incidents // _SOME))
    said = [said_of(body, name) for body in bodies]
    return page(request, "source.html", told=told, said=said, number=number, pages=pages)
