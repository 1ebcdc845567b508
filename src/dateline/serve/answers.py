"""Answers that say which version they are (ETag), so that nothing is sent twice."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from fastapi import Request, Response


def as_json(request: Request, value: Any, *, media: str = "application/json") -> Response:  # noqa: ANN401 (JSON)
    """A value as JSON with its ETag; "not modified" where the asker has this version."""
    body = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return tagged(request, body.encode("utf-8", "replace"), media)


def tagged(request: Request, body: bytes, media: str) -> Response:
    """Bytes with their ETag; "not modified" where the asker has this version."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)
