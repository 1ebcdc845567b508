"""The application: pages, JSON API, exports and feed over one record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Final

from anyio import to_thread
from fastapi import APIRouter, FastAPI

from dateline import __version__
from dateline.serve import downloads, errors, feed, points
from dateline.serve.api import routes
from dateline.serve.security import Guarded, Rules
from dateline.serve.state import STATIC, State
from dateline.serve.static_files import HashedFiles
from dateline.settings import Settings

PAGES: Final = (
    "overview",
    "incident",
    "article",
    "source",
    "review",
    "control",
    "copies",
    "judgements",
    "judging",
    "unlock",
)

THREADS: Final = 7  # requests that are answered at once; each may need two of the record's 15 connections


def create_app(settings: Settings, rules: Rules | None = None) -> FastAPI:
    """The application over the record that `settings` name; `rules` are those of loopback unless given."""
    rules = rules or Rules()
    app = FastAPI(
        title="Dateline",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # these pages load scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.dateline = State(settings, rules)
    app.mount("/static", HashedFiles(directory=STATIC), name="static")
    for router in _routers():
        app.include_router(router)
    errors.add_handlers(app)
    app.add_middleware(Guarded, rules=rules)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
    app.state.dateline.close()


def _routers() -> list[APIRouter]:
    of_pages = [import_module(f"dateline.serve.pages.{name}").router for name in PAGES]
    return of_pages + [each.router for each in (points, downloads, feed, routes)]
