"""Who judges: the name that the browser gave last, else the user of this machine where it serves nobody else."""

from __future__ import annotations

import getpass
from typing import Final
from urllib.parse import quote, unquote

from fastapi import Request, Response

from dateline.serve.state import state_of

COOKIE: Final = "dateline_who"
LONGEST: Final = 100  # characters of a name
_YEAR: Final = 365 * 24 * 3600


def who(request: Request) -> str:
    """The name to put into forms; "" where it is not known."""
    kept = unquote(request.cookies.get(COOKIE, ""))
    return kept[:LONGEST] or ("" if state_of(request).rules.token else _login_name())


def keep(request: Request, response: Response, name: str) -> None:
    """Has the browser keep the name for the next form."""
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict", secure=secure)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # KeyError before Python 3.13: no such user is known
        return ""
