"""All of the API in one router."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.serve.api import articles, incidents, judgements, sources
from dateline.serve.api.shown import REFUSALS

router = APIRouter(prefix="/api/v1", responses=REFUSALS)
for _part in (incidents, articles, sources, judgements):
    router.include_router(_part.router)
