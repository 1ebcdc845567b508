"""The token for writing, given once: the browser then keeps a key to this run of the program."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from dateline.serve import security
from dateline.serve.refused import RefusedError
from dateline.serve.state import page, state_of

router = APIRouter(include_in_schema=False)


@router.get("/unlock")
def ask(request: Request) -> Response:
    """The form that asks for the token."""
    return page(request, "unlock.html")


@router.post("/unlock")
async def unlock(request: Request, token: Annotated[str, Form()]) -> Response:
    """Gives the browser the key where the token is right."""
    rules = state_of(request).rules
    security.check_writable(rules)
    security.check_origin(request)
    await security.check_form(request, rules)
    if rules.token is None or not hmac.compare_digest(token.strip().encode(), rules.token.encode()):
        raise RefusedError("this is not the token", remedy="Copy it from where dateline serve printed it.")
    out = RedirectResponse("/", 303)
    secure = request.url.scheme == "https"
    out.set_cookie(security.KEY, security.key_of(rules), httponly=True, samesite="strict", secure=secure)
    return out
