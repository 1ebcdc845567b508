"""Lists in pages: the same envelope for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request, Response

from dateline.errors import UsageError
from dateline.serve.answers import as_json
from dateline.serve.api.shown import LARGEST
from dateline.serve.filters import PAGE_SIZE, Asked, asked
from dateline.store.wanted import Part

_WHOLE: Final = re.compile(r"\d{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Paged:
    """What a list is asked for: filters, and which rows."""

    asked: Asked
    size: int

    @property
    def part(self) -> Part:
        """The rows that are wanted."""
        return self.asked.part(self.size)


def paged(request: Request) -> Paged:
    """A dependency: the filters with `page` and `size`."""
    said = request.query_params.get("size", "")
    if said and not (_WHOLE.fullmatch(said) and 1 <= int(said) <= LARGEST):
        raise UsageError(f"{said!r} is no number of rows", where="size", remedy=f"Give one from 1 to {LARGEST}.")
    return Paged(asked(request), int(said) if said else PAGE_SIZE)


def listed(request: Request, paged: Paged, total: int, items: Iterable[dict[str, Any]]) -> Response:
    """One page of a list as JSON."""
    pages = max(1, -(-total // paged.size))
    head = {"total": total, "page": paged.asked.page, "size": paged.size, "pages": pages}
    return as_json(request, head | {"items": list(items)})
