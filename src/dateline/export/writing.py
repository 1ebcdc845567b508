"""Writes any format by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from dateline.export.acled import acled_table
from dateline.export.annotations import write_annotations
from dateline.export.claim_rows import claim_table
from dateline.export.coarse import NOTES, coarse_claims, coarse_incidents, coarse_readings
from dateline.export.columns import Table
from dateline.export.csv import write_csv
from dateline.export.formats import ARTICLES, CLAIMS, FORMATS, INCIDENTS
from dateline.export.geojson import write_geojson
from dateline.export.geoparquet import write_geoparquet
from dateline.export.hxl import write_hxl
from dateline.export.incident_rows import incident_table
from dateline.export.jsonl import write_jsonl
from dateline.export.ucdp import ucdp_table

# Rows and streams are of the format's own kind: formats.py says which.
Rows = Iterable[Any]
_COARSE: Final[dict[str, Callable[[Rows], Rows]]] = {
    ARTICLES: coarse_readings,
    CLAIMS: coarse_claims,
    INCIDENTS: coarse_incidents,
}


def write(kind: str, of: str, rows: Rows, out: Any, *, coarse: bool = False) -> int:  # noqa: ANN401 (text or bytes)
    """Writes `rows` (what ``FORMATS[kind].of[of]`` says) to `out`, text or bytes as the format is; returns how many.

    A text stream is opened with ``newline=""``. With `coarse` the rows are made so on the way.
    """
    if coarse:
        rows = _COARSE[FORMATS[kind].of[of]](rows)
    if kind == "jsonl":
        return write_jsonl((row.incident for row in rows) if of == INCIDENTS else rows, out)
    if kind == "annotations":
        return write_annotations(rows, out)
    return _table_writer(kind)(_table(kind, of, rows, coarse=coarse), out)


def _table(kind: str, of: str, rows: Rows, *, coarse: bool) -> Table:
    shaped = {"ucdp": ucdp_table, "acled": acled_table}.get(kind)
    if shaped:
        return shaped(rows, coarse=coarse)
    notes = NOTES if coarse else ()
    if of == CLAIMS:
        return claim_table(rows, coarse=coarse, notes=notes)
    return incident_table(rows, coarse=coarse, notes=notes)


def _table_writer(kind: str) -> Callable[[Table, Any], int]:
    if kind == "xlsx":
        from dateline.export.xlsx import write_xlsx  # noqa: PLC0415 (openpyxl takes a while to import)

        return write_xlsx
    writers: dict[str, Callable[[Table, Any], int]] = {
        "geojson": write_geojson,
        "geoparquet": write_geoparquet,
        "hxl": write_hxl,
    }
    return writers.get(kind, write_csv)
