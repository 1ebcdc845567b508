"""JSON Lines: one article a line in the contract's form, which `dateline read` can read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, TextIO

# Half a character, which no encoding can write: such a line is written with escapes instead.
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def json_line(value: dict[str, Any]) -> str:
    """`value` on one line, without the line's end. Letters stay as they are; nothing outside JSON (NaN) is written."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return json.dumps(value, allow_nan=False) if _SURROGATE.search(line) else line


def write_jsonl(readings: Iterable[dict[str, Any]], out: TextIO) -> int:
    """Writes the articles to `out` and returns how many there were."""
    count = 0
    for reading in readings:
        out.write(json_line(reading) + "\n")
        count += 1
    return count
