"""HXL: the hashtags are well formed, one a column, and pandas reads the rows below them."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd

from dateline.export.claim_rows import claim_table
from dateline.export.hxl import hashtags, write_hxl
from tests.export.made import rows

# As the standard has it: a hashtag, then attributes; letters, digits and underscores, beginning with a letter.
TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def _text() -> str:
    out = io.StringIO(newline="")
    assert write_hxl(claim_table(rows()), out) == 2
    return out.getvalue()


def test_the_second_line_has_a_hashtag_for_every_column() -> None:
    head, tags, *lines = csv.reader(io.StringIO(_text()))
    assert len(head) == len(tags) == len(lines[0])
    assert [tag for tag in tags if not TAG.fullmatch(tag)] == []
    assert len(set(tags)) == len(tags)
    of = dict(zip(head, tags, strict=True))
    assert of["killed_low"] == "#affected+killed+min"
    assert of["affected_high"] == "#affected+max"
    assert of["share_low"] == "#indicator+share+min"
    assert (of["from"], of["lat"], of["admin1"]) == ("#date+occurred+start", "#geo+lat", "#adm1+name")


def test_pandas_reads_the_rows_below_the_hashtags() -> None:
    frame = pd.read_csv(io.StringIO(_text()), skiprows=[1], parse_dates=["from"])
    assert frame["killed_low"].tolist()[0] == 14
    assert frame["lat"].tolist()[0] == 34.15
    assert frame["from"].dtype.kind == "M"


def test_it_can_be_read_by_its_hashtags_alone() -> None:
    frame = pd.read_csv(io.StringIO(_text()), skiprows=[0])
    assert frame["#affected+displaced+max"].tolist()[1] == 220
    assert frame["#country+code+v_iso3"].tolist()[0] == "SYR"


def test_a_coarse_table_has_a_hashtag_for_what_tells_so() -> None:
    assert hashtags(claim_table([], coarse=True))[-1] == "#meta+coarse"
