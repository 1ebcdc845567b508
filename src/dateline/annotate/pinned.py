"""Whether a file is the one whose SHA-256 was pinned when this version was made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dateline.errors import InstallError


def check_pinned(path: Path, expected: str, *, of: str, remedy: str) -> None:
    """Raises InstallError, naming `path` as a file of `of`, where it is missing or has another SHA-256."""
    if not path.is_file():
        raise InstallError(f"a file of {of} is missing", where=str(path), remedy=remedy)
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != expected:
        what = f"a file of {of} is not the one that was checked (SHA-256 {actual[:12]}…)"
        raise InstallError(what, where=str(path), remedy=remedy)
