"""GeoParquet, opened by GeoPandas; without pyarrow the error says how to get it."""

from __future__ import annotations

import io
import json
import sys

import geopandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.errors import InstallError
from dateline.export import geoparquet
from dateline.export.claim_rows import claim_table
from dateline.export.columns import Table
from dateline.export.geoparquet import write_geoparquet
from dateline.export.incident_rows import incident_table
from tests.export.made import incident, many, rows


def _file(table: Table) -> io.BytesIO:
    out = io.BytesIO()
    write_geoparquet(table, out)
    out.seek(0)
    return out


def test_geopandas_opens_it_with_points_and_types() -> None:
    frame = geopandas.read_parquet(_file(claim_table(rows())))
    assert str(frame.crs) == "OGC:CRS84"
    assert [shape and (shape.x, shape.y) for shape in frame.geometry] == [(36.75, 34.15), None]
    assert frame["killed_low"].tolist()[0] == 14
    assert frame["radius_km"].tolist()[0] == 5
    assert str(frame["from"].tolist()[0]) == "2021-03-01"
    assert frame["place"].tolist()[0] == "Qarrah"


def test_the_metadata_is_that_of_geoparquet_1_1() -> None:
    schema = pq.read_schema(_file(claim_table(rows(), notes=("Made coarse.",))))
    assert json.loads(schema.metadata[b"geo"]) == {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
    }
    assert schema.metadata[b"notes"] == b"Made coarse."
    assert (schema.field("geometry").type, schema.field("from").type) == (pa.binary(), pa.date32())
    assert (schema.field("killed_low").type, schema.field("event").type) == (pa.float64(), pa.string())


def test_incidents_have_truths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geoparquet, "GROUP", 2)
    table = incident_table([incident(*rows(), disagree={"killed": said}) for said in (True, False, None)])
    frame = geopandas.read_parquet(_file(table))
    assert frame["killed_disagree"].tolist() == [True, False, None]


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geoparquet, "GROUP", 10)
    made = pq.ParquetFile(_file(claim_table(many(25))))
    assert (made.num_row_groups, made.metadata.num_rows) == (3, 25)


def test_nothing_is_a_file_too() -> None:
    assert len(geopandas.read_parquet(_file(claim_table([])))) == 0


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InstallError, match=r'pip install "dateline\[parquet\]"'):
        write_geoparquet(claim_table(rows()), io.BytesIO())
