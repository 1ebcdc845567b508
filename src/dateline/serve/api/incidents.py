"""Incidents and claims by filter and by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from dateline.serve.answers import as_json
from dateline.serve.api.paging import Paged, listed, paged
from dateline.serve.api.shown import LIST, Listed
from dateline.serve.refused import NotFoundError
from dateline.serve.state import record
from dateline.store.record import Record

if TYPE_CHECKING:
    from dateline.store.stored import StoredClaim

Json = dict[str, Any]
router = APIRouter()
Kept = Annotated[Record, Depends(record)]
Page = Annotated[Paged, Depends(paged)]


@router.get("/incidents", openapi_extra=LIST, response_model=Listed)
def incidents(request: Request, page: Page, record: Kept) -> Response:
    """Incidents by filter: what any number of articles say about one event."""
    wanted = page.asked.wanted()
    with record.lists() as lists:
        return listed(request, page, lists.count(wanted), lists.incidents(wanted, page.part))


@router.get("/incidents/{id}", response_model=Json)
def incident(request: Request, id: str, record: Kept) -> Response:  # noqa: A002 (its name in the address)
    """One incident by its id, or by a beginning of it that no other has."""
    return as_json(request, found_incident(record, id))


@router.get("/incidents/{id}/claims", response_model=list[Json])
def claims_of_incident(request: Request, id: str, record: Kept) -> Response:  # noqa: A002 (the same)
    """The claims that an incident is made of, article by article, as they were read."""
    whole = found_incident(record, id)
    with record.lists() as lists:
        return as_json(request, [told(row, whole["id"]) for row in lists.claims([whole["id"]])])


@router.get("/claims", openapi_extra=LIST, response_model=Listed)
def claims(request: Request, page: Page, record: Kept) -> Response:
    """Claims of the incidents that the filters want, article by article; `sort` makes no difference."""
    with record.lists() as lists:
        total, rows = lists.claims_part(page.asked.wanted(), page.part)
    return listed(request, page, total, (told(row, incident) for row, incident in rows))


@router.get("/claims/{id}", response_model=Json)
def claim(request: Request, id: str, record: Kept) -> Response:  # noqa: A002 (the same)
    """One claim by its full id, with the incident that it is in: null where it was rejected."""
    with record.lists() as lists:
        row = lists.claim(id.lower())
    if row is None:
        raise NotFoundError("there is no such claim", where=id, remedy="Ids are 16 hexadecimal digits: /api/v1/claims.")
    return as_json(request, told(row, record.incident_of(row.id)))


def found_incident(record: Record, key: str) -> Json:
    """The incident that an id means; raises NotFoundError where there is none, or several begin so."""
    found = record.incidents_beginning(key, limit=2) if key else []
    if len(found) == 1:
        return found[0]
    what = "several incidents begin so" if found else "there is no such incident"
    remedy = "Give more digits." if found else "Its id changes when its claims change: look it up at /api/v1/incidents."
    raise NotFoundError(what, where=key, remedy=remedy)


def told(row: StoredClaim, incident: str | None) -> Json:
    """A claim in the contract's form, with its article and incident."""
    article = {
        "id": row.article_name,
        "hash": row.article_id,
        "title": row.title,
        "publisher": row.publisher,
        "published": row.published.isoformat() if row.published else None,
        "url": row.url,
    }
    return row.claim | {"article": article, "incident": incident}
