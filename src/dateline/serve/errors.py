"""What went wrong, told on a page or as JSON: what, where, and what to do next. No error is left without that."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from dateline.errors import BusyError, DatelineError, UsageError
from dateline.serve.refused import NotFoundError, RefusedError
from dateline.serve.state import page

API: Final = "/api/"
_AGAIN: Final = 5  # seconds after which a browser or program may ask again where the record was busy


def add_handlers(app: FastAPI) -> None:
    """Makes every error of the application one that explains itself."""
    app.add_exception_handler(DatelineError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


def explained(request: Request, status: int, error: DatelineError) -> Response:
    """The answer to a request that failed: JSON below /api, else a page."""
    headers = {"Retry-After": str(_AGAIN)} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    if request.url.path.startswith(API):
        told = {"status": status, "what": error.what, "where": error.where, "remedy": error.remedy}
        return JSONResponse({"error": told}, status, headers)
    try:
        out: Response = page(request, "error.html", status=status, error=error, code=status)
    except DatelineError as other:  # a part of the page itself is missing
        out = PlainTextResponse(f"{error}\n{other}\n", status)
    out.headers.update(headers)
    return out


def status_of(error: DatelineError) -> int:
    """The HTTP status of an error of Dateline's."""
    kinds: tuple[tuple[type[DatelineError], int], ...] = (
        (NotFoundError, HTTPStatus.NOT_FOUND),
        (RefusedError, HTTPStatus.FORBIDDEN),
        (UsageError, HTTPStatus.BAD_REQUEST),
        (BusyError, HTTPStatus.SERVICE_UNAVAILABLE),
    )
    return next((int(status) for kind, status in kinds if isinstance(error, kind)), 500)


def _ours(request: Request, error: Exception) -> Response:
    told = error if isinstance(error, DatelineError) else DatelineError(str(error))
    if isinstance(told, BusyError):
        remedy = "Wait until it has finished, and send it again: nothing of this was written."
        told = BusyError(told.what, where=told.where, remedy=remedy)
    return explained(request, status_of(told), told)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    what = {
        404: ("there is no such page", "The links above lead to all there are."),
        405: ("this address does not take such a request", "Use the forms of the pages, or read /api/openapi.json."),
    }
    known = what.get(status, (HTTPStatus(status).phrase.lower(), ""))
    return explained(request, status, NotFoundError(known[0], where=request.url.path, remedy=known[1]))


def _invalid(request: Request, error: Exception) -> Response:
    found = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": str(error)}
    where = ".".join(str(each) for each in found["loc"][1:])
    what = f"a value is not as it must be: {found['msg']}"
    told = UsageError(what, where=where, remedy="Change it and send it again.")
    return explained(request, HTTPStatus.BAD_REQUEST, told)


def _unforeseen(request: Request, error: Exception) -> Response:
    told = DatelineError(
        f"Dateline failed here ({type(error).__name__})",
        where=request.url.path,
        remedy="Nothing is lost. Please report it, with what the program printed where it runs.",
    )
    return explained(request, 500, told)
