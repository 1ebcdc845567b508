"""The files that `dateline bench` reads and writes: articles with claims, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.export.jsonl import write_jsonl

Json = dict[str, Any]


def load_gold(path: Path) -> list[Json]:
    """The articles of a gold file with their claims; raises InputError with the line that cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the file cannot be read ({error})", where=str(path)) from error
    return [_article(line, f"{path} line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _article(line: str, where: str) -> Json:
    try:
        article = json.loads(line)
    except ValueError as error:
        raise InputError(f"this is no JSON ({error})", where=where, remedy="Give one article a line.") from error
    if not isinstance(article, dict) or not {"id", "text", "claims"} <= article.keys():
        raise InputError(
            "this is no article of gold", where=where, remedy="Each line needs an id, a text and its claims."
        )
    return article


def save(articles: Iterable[Json], path: Path) -> None:
    """Writes articles to a file; raises UsageError where that cannot be done."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write_jsonl(articles, file)
    except OSError as error:
        raise UsageError(f"the file cannot be written ({error.strerror})", where=str(path)) from error
