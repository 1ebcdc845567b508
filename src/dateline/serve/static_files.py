"""Files under /static: kept by browsers for good where the address holds their hash, else checked each time."""

from __future__ import annotations

from os import PathLike, stat_result

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_YEAR = 31_536_000  # seconds


class HashedFiles(StaticFiles):
    """Starlette's own, with how long to keep a file."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or "not modified"."""
        out = super().file_response(full_path, stat_result, scope, status_code)
        hashed = b"v=" in scope.get("query_string", b"")
        out.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if hashed else "no-cache"
        return out
