"""The JSON Schema (draft 2020-12) of what `dateline read` writes; it ships inside the package."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dateline.errors import InstallError

_NAME: Final = "reading.schema.json"


@cache
def schema_text() -> str:
    """The schema as it ships; raises InstallError where it is missing."""
    try:
        return (files("dateline") / "schema" / _NAME).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InstallError("the JSON Schema is missing", where=_NAME, remedy="Install Dateline again.") from error


def reading_schema() -> dict[str, Any]:
    """The schema as a dictionary of the caller's own."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded
