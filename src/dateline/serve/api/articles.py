"""Articles, and a search for words in them and in their claims."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from dateline.serve.answers import as_json
from dateline.serve.api.paging import Paged, listed, paged
from dateline.serve.api.shown import PAGES, Listed
from dateline.serve.refused import NotFoundError
from dateline.serve.state import record
from dateline.store.record import Record

Json = dict[str, Any]
router = APIRouter()
Kept = Annotated[Record, Depends(record)]


@router.get("/articles", openapi_extra=PAGES, response_model=Listed)
def articles(request: Request, page: Annotated[Paged, Depends(paged)], record: Kept) -> Response:
    """All articles without their text, the latest published first, each with how many claims it holds."""
    with record.lists() as lists:
        heads = lists.articles(page.part)
    return listed(request, page, record.counts().articles, heads)


@router.get("/articles/{key}", response_model=Json)
def article(request: Request, key: str, record: Kept) -> Response:
    """One article with its text, claims and issues, by its hash or name, in the form that `dateline read` writes."""
    found = [match for match in record.matches(key, limit=2) if match.kind == "article"] if key else []
    if len(found) != 1:
        what = "several articles are meant" if found else "there is no such article"
        raise NotFoundError(what, where=key, remedy="Give the whole hash: /api/v1/articles lists them.")
    return as_json(request, record.article(found[0].id))


@router.get("/search", response_model=list[Json])
def search(
    request: Request,
    record: Kept,
    q: Annotated[str, Query(max_length=200)],
    size: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Articles and claims that hold all the words, the latest published first."""
    hits = record.search(*q.split(), limit=size)
    return as_json(request, [_hit(hit) for hit in hits])


@router.get("/record", response_model=Json)
def counts(request: Request, record: Kept) -> Response:
    """How much the record holds."""
    held = record.counts()
    told = {"articles": held.articles, "claims": held.claims, "issues": held.issues}
    return as_json(request, told | {"incidents": record.count_incidents()})


def _hit(hit: Any) -> Json:  # noqa: ANN401 (a hit of the store's)
    told = {name: getattr(hit, name) for name in ("title", "publisher", "claim_id", "event", "snippet")}
    published = hit.published.isoformat() if hit.published else None
    return {"article": hit.article_name, "hash": hit.article_id, "published": published} | told
