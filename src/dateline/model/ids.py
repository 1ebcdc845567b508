"""Identifiers: hashes of content, so that the same content always has the same id."""

from __future__ import annotations

import hashlib
import json

LENGTH = 16


def content_id(kind: str, *parts: object) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of `kind` and `parts` as JSON (64 bits)."""
    raw = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
