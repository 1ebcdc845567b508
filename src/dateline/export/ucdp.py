"""UCDP-GED-shaped CSV: deadly violence in columns that are named as in UCDP's event data. It is not UCDP's data.

UCDP's coders decide what is an event, a conflict and a side by rules that no program follows here; what these columns
cannot honestly hold is empty. Only assaults that happened and killed are written. `docs/exports.md` tells each column.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from dateline.export.claim_rows import COARSE
from dateline.export.coding import ONE_SIDED, article_heads, country_name, days, province, toll, violence
from dateline.export.columns import DAY, NUMBER, Column, Table
from dateline.export.incident_rows import IncidentRow, named, spot

Json = dict[str, Any]
DATASET: Final = "UCDP-GED-shaped, not UCDP: made by Dateline"
WHERE: Final = {
    "exact": 1,
    "neighbourhood": 1,
    "settlement": 1,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "country": 6,
}
_SURE_WHERE: Final = 3  # where_prec up to a district
_MONTH: Final = 31

COLUMNS: Final = (
    Column("dataset", "always “UCDP-GED-shaped, not UCDP: made by Dateline”"),
    Column("id", "“DL-” and the incident's id; no id of UCDP's"),
    Column("year", "year of date_start", NUMBER),
    Column(
        "type_of_violence", "1 state-based, 2 non-state, 3 one-sided, by the sectors of both sides; else empty", NUMBER
    ),
    Column("side_a", "who did it, over all claims, joined by “; ”"),
    Column("side_b", "to whom it was done, likewise"),
    Column("number_of_sources", "how many different sources say it first", NUMBER),
    Column("source_article", "the articles as “outlet, day, headline”, joined by “; ”"),
    Column("source_headline", "their headlines, joined by “; ”"),
    Column(
        "where_prec",
        "1 a settlement or finer, 3 district, 4 province, 5 a region, 6 country; 2 and 7 are not used",
        NUMBER,
    ),
    Column("where_coordinates", "name of the place that the coordinates stand for"),
    Column("adm_1", "province, where it is known"),
    Column("latitude", "degrees, WGS 84", NUMBER),
    Column("longitude", "degrees, WGS 84", NUMBER),
    Column("country", "name of the country"),
    Column("event_clarity", "1 where one to six days and a district or finer are known, else 2", NUMBER),
    Column("date_prec", "1 one day, 2 two to six, 3 a week, 4 up to a month, 5 longer", NUMBER),
    Column("date_start", "first day", DAY),
    Column("date_end", "last day", DAY),
    Column("deaths_a", "always empty: no claim tells on which side people died", NUMBER),
    Column("deaths_b", "always empty, likewise", NUMBER),
    Column("deaths_civilians", "best where the violence is one-sided, else empty", NUMBER),
    Column("deaths_unknown", "best where it is not, else empty", NUMBER),
    Column("best", "killed as most sources give it: the lower bound, the upper where there is no lower", NUMBER),
    Column("high", "highest that anybody gives; empty: somebody names no upper bound", NUMBER),
    Column("low", "lowest that anybody gives", NUMBER),
)


def ucdp_table(rows: Iterable[IncidentRow], *, coarse: bool = False) -> Table:
    """The incidents that fit; with `coarse` (for rows that are) a last column tells what that did."""
    columns = (*COLUMNS, COARSE) if coarse else COLUMNS
    return Table("incidents", columns, (ucdp_values(row) for row in rows if fits(row)))


def fits(row: IncidentRow) -> bool:
    """Whether the incident is what such data holds: an assault that happened, with somebody killed."""
    one = row.incident
    deaths = toll(one)
    return one["event"] == "ASSAULT" and one["status"] == "happened" and any(deaths.values())


def ucdp_values(row: IncidentRow) -> Json:
    """One incident in UCDP-GED's columns; what is not known is left out."""
    one, place = row.incident, spot(row)
    deaths, kind = toll(one), violence(row)
    heads = article_heads(row)
    return {
        "coarse": one.get("coarse"),
        "dataset": DATASET,
        "id": f"DL-{one['id']}",
        "type_of_violence": kind,
        "side_a": "; ".join(named(row, "actors")),
        "side_b": "; ".join(named(row, "recipients")),
        "number_of_sources": len(one["sources"]),
        "source_article": "; ".join(", ".join(filter(None, head)) for head in heads),
        "source_headline": "; ".join(title for _, _, title in heads if title),
        **_where(place),
        **_when(one),
        "event_clarity": _clarity(one, place),
        "deaths_civilians" if kind == ONE_SIDED else "deaths_unknown": deaths.get("best"),
        **deaths,
    }


def _where(place: Json) -> Json:
    return {
        "where_prec": WHERE.get(place.get("precision") or ""),
        "where_coordinates": place["name"],
        "adm_1": province(place),
        "latitude": place.get("lat"),
        "longitude": place.get("lon"),
        "country": country_name(place.get("country")),
    }


def _when(one: Json) -> Json:
    first, last = (date.fromisoformat(one[key]) if one[key] else None for key in ("from", "to"))
    return {
        "year": first.year if first else None,
        "date_prec": _date_prec(days(one)),
        "date_start": first,
        "date_end": last,
    }


def _date_prec(length: int | None) -> int | None:
    if length is None:
        return None
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, _MONTH)) if length <= most), 5)


def _clarity(one: Json, place: Json) -> int:
    where, when = WHERE.get(place.get("precision") or ""), _date_prec(days(one))
    return 1 if where and where <= _SURE_WHERE and when and when <= 2 else 2
