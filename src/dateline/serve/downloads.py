"""Any filter as a file: the formats of `dateline export`."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse

from dateline.errors import UsageError
from dateline.export import formats
from dateline.export.incident_rows import incident_rows
from dateline.export.writing import write
from dateline.serve.filters import Asked, asked
from dateline.serve.refused import NotFoundError
from dateline.serve.state import record
from dateline.store.record import Record

if TYPE_CHECKING:
    from dateline.store.lists import Lists

router = APIRouter(include_in_schema=False)
_AT_ONCE: Final = 200  # incidents that are in memory together
_BLOCK: Final = 1 << 16  # bytes
_SMALL: Final = 1 << 22  # bytes that are not put onto the disk
_FILES: Final = {  # ending and media type
    "jsonl": ("jsonl", "application/jsonl"),
    "csv": ("csv", "text/csv"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "geojson": ("geojson", "application/geo+json"),
    "geoparquet": ("parquet", "application/vnd.apache.parquet"),
    "hxl": ("hxl.csv", "text/csv"),
    "annotations": ("jsonld", "application/ld+json"),
    "ucdp": ("ucdp-shaped.csv", "text/csv"),
    "acled": ("acled-shaped.csv", "text/csv"),
}


class Choice:
    """What file is wanted; `incident` (an id) takes the place of the filters."""

    def __init__(
        self,
        asked: Annotated[Asked, Depends(asked)],
        kind: Annotated[str, Query(alias="format")] = "csv",
        of: str = "",
        coarse: str = "",
        incident: str = "",
    ) -> None:
        if kind not in formats.FORMATS:
            raise UsageError(
                f"{kind!r} is no format", where="format", remedy=f"Choose of: {', '.join(formats.FORMATS)}."
            )
        if of not in ("", *formats.OF):
            raise UsageError(f"{of!r} is not known", where="of", remedy=f"Choose of: {', '.join(formats.OF)}.")
        if coarse not in ("", "0", "1"):
            raise UsageError(f"{coarse!r} is neither 0 nor 1", where="coarse", remedy="Give 1, or leave it out.")
        self.asked = asked
        self.kind = kind
        self.coarse = coarse == "1"
        self.of = formats.check(kind, of or _usual(kind), coarse=self.coarse)
        self.incident = incident


@router.get("/export")
def export(choice: Annotated[Choice, Depends()], record: Annotated[Record, Depends(record)]) -> Response:
    """The file. It is complete before the first byte is sent: a failure gives an error page, never half a file."""
    with ExitStack() as opened:
        file = opened.enter_context(tempfile.SpooledTemporaryFile(max_size=_SMALL))
        _fill(file, choice, record)
        opened.pop_all()  # closed once it is sent
    ending, media = _FILES[choice.kind]
    day = datetime.now(tz=UTC).date()
    name = f"dateline-{choice.of}{'-coarse' if choice.coarse else ''}-{day}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(file.tell())}
    if media.startswith("text/"):
        media = f"{media}; charset=utf-8"
    return StreamingResponse(_sent(file), media_type=media, headers=headers)


def _usual(kind: str) -> str | None:
    """Incidents where the format has them: that is what the page shows."""
    return formats.INCIDENTS if formats.INCIDENTS in formats.FORMATS[kind].of else None


def _fill(file: Any, choice: Choice, record: Record) -> None:  # noqa: ANN401 (a spooled file is no IO for mypy)
    form = formats.FORMATS[choice.kind]
    with record.lists() as lists:
        rows = _rows(lists, form.of[choice.of], _incidents(lists, choice))
        if form.binary:
            write(choice.kind, choice.of, rows, file, coarse=choice.coarse)
            return
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        write(choice.kind, choice.of, rows, text, coarse=choice.coarse)
        text.flush()
        text.detach()


def _incidents(lists: Lists, choice: Choice) -> list[str]:
    if not choice.incident:
        return lists.ids(choice.asked.wanted(), sort=choice.asked.sort)
    if not lists.bodies([choice.incident]):
        raise NotFoundError("there is no such incident", where=choice.incident, remedy="Look it up on the overview.")
    return [choice.incident]


def _rows(lists: Lists, what: str, ids: list[str]) -> Iterable[Any]:
    """The rows that a format is made of, a few incidents at a time."""
    if what == formats.CLAIMS:
        return lists.claims(ids)
    if what == formats.ARTICLES:
        return lists.readings(ids)
    return (row for some in _some(ids) for row in incident_rows(lists.bodies(some), lists.claims(some)))


def _some(ids: list[str]) -> Iterator[list[str]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


def _sent(file: IO[bytes] | Any) -> Iterator[bytes]:  # noqa: ANN401 (the same)
    """The file block by block; it is given back also where the browser goes away."""
    with file:
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block
