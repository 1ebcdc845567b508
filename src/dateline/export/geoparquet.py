"""GeoParquet 1.1: the table with typed columns and a geometry, for GeoPandas, DuckDB, QGIS and the like.

The geometry is a Point as WKB (longitude, latitude; OGC:CRS84, which GeoParquet takes where no `crs` is given), null
where a row has no located place. Written in groups of rows, so that memory does not grow with their number.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO, Final

from dateline.errors import InstallError
from dateline.export.columns import DAY, NUMBER, TRUTH, Column, Table, finite
from dateline.export.geojson import point

Json = dict[str, Any]
GROUP: Final = 10_000  # rows that are in memory at once
_GEOMETRY: Final = "geometry"
_WKB_POINT: Final = struct.Struct("<BIdd")  # little endian, type 1, two doubles
_LITTLE_ENDIAN: Final = 1
_POINT_TYPE: Final = 1


def write_geoparquet(table: Table, out: BinaryIO) -> int:
    """Writes the table to `out`; returns how many rows. Raises InstallError where pyarrow is not installed."""
    pa, pq = _arrow()
    fields = [pa.field(column.name, _type(pa, column)) for column in table.columns]
    notes = {"notes": "\n".join(table.notes)} if table.notes else {}
    schema = pa.schema([*fields, pa.field(_GEOMETRY, pa.binary())], metadata={"geo": json.dumps(_geo()), **notes})
    count = 0
    with pq.ParquetWriter(out, schema) as writer:
        for rows in _groups(table.rows):
            columns = {column.name: [_value(row, column) for row in rows] for column in table.columns}
            geometry = {_GEOMETRY: [_wkb(row) for row in rows]}
            writer.write_table(pa.table(columns | geometry, schema=schema))
            count += len(rows)
    return count


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415 (a heavy part that not every installation has)
        from pyarrow import parquet as pq  # noqa: PLC0415 (the same)
    except ImportError as error:
        remedy = 'pip install "dateline[parquet]", or choose another --format such as geojson.'
        raise InstallError("GeoParquet needs pyarrow, which is not installed", remedy=remedy) from error
    return pa, pq


def _geo() -> Json:
    geometry = {"encoding": "WKB", "geometry_types": ["Point"]}
    return {"version": "1.1.0", "primary_column": _GEOMETRY, "columns": {_GEOMETRY: geometry}}


def _type(pa: Any, column: Column) -> Any:  # noqa: ANN401 (pyarrow's own)
    kinds = {NUMBER: pa.float64(), DAY: pa.date32(), TRUTH: pa.bool_()}
    return kinds.get(column.kind, pa.string())


def _value(row: Json, column: Column) -> object:
    value = finite(row.get(column.name))
    if isinstance(value, str):
        return value or None
    return float(value) if isinstance(value, int) and column.kind == NUMBER else value


def _wkb(row: Json) -> bytes | None:
    at = point(row)
    return _WKB_POINT.pack(_LITTLE_ENDIAN, _POINT_TYPE, *at) if at else None


def _groups(rows: Iterable[Json]) -> Iterator[list[Json]]:
    left = iter(rows)
    while group := list(islice(left, GROUP)):
        yield group
