"""Text in a spreadsheet's cell: one line, and nothing that a spreadsheet would run."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@")


def cell(value: object) -> object:
    """The value as a spreadsheet may have it; other values than text stay as they are.

    Runs of white space are one blank. Text that would be taken for a formula gets a leading apostrophe.
    """
    if not isinstance(value, str):
        return value
    flat = " ".join(value.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat
