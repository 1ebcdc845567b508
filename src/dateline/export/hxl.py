"""HXL: a CSV of claims whose second line says in hashtags what each column holds, for humanitarian data tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from dateline.export.columns import Table
from dateline.export.csv import write_csv
from dateline.model.codebook import MEASURES

_BOUNDS: Final = (("low", "min"), ("high", "max"))
# HXL's own attributes where it has them; `v_` names the vocabulary of a code.
TAGS: Final[dict[str, str]] = {
    "claim": "#meta+id",
    "article": "#meta+source+name",
    "title": "#meta+source+title",
    "publisher": "#meta+source+org",
    "published": "#date+reported",
    "url": "#meta+source+url",
    "event": "#event+type",
    "mode": "#event+subtype",
    "aux": "#event+status",
    "hedge": "#event+hedge",
    "confidence": "#meta+confidence",
    "actors": "#org+actor+list",
    "recipients": "#affected+description",
    "place": "#loc+name",
    "place_role": "#loc+role",
    "country": "#country+code+v_iso3",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "precision": "#geo+precision",
    "radius_km": "#geo+radius+km",
    "gazetteer_id": "#loc+code",
    "places": "#loc+list",
    "admin1": "#adm1+name",
    "admin1_code": "#adm1+code+v_pcode",
    "admin2": "#adm2+name",
    "admin2_code": "#adm2+code+v_pcode",
    "from": "#date+occurred+start",
    "to": "#date+occurred+end",
    "figures": "#affected+list",
    "sources": "#meta+source+chain",
    "trigger": "#meta+trigger",
    "evidence": "#meta+evidence",
    "coarse": "#meta+coarse",
}


def hashtags(table: Table) -> tuple[str, ...]:
    """The second line: a hashtag with attributes for each column."""
    measures = dict(_measure_tags())
    return tuple(measures.get(name) or TAGS[name] for name in table.names)


def write_hxl(table: Table, out: TextIO) -> int:
    """Writes claims to `out` (opened with ``newline=""``), row by row as they come; returns how many."""
    return write_csv(table, out, second=hashtags(table))


def _measure_tags() -> Iterator[tuple[str, str]]:
    """Those for numbers of people: ``#affected+killed+min``; a share is no number of people."""
    for measure in MEASURES:
        base = "#indicator+share" if measure == "share" else f"#affected+{measure}".replace("+affected", "")
        yield from ((f"{measure}_{edge}", f"{base}+{bound}") for edge, bound in _BOUNDS)
