"""ACLED-shaped CSV: incidents in columns that are named as in ACLED's data. It is not ACLED's data.

Types are mapped only where a mapping is honest (`lexicon/acled.yaml`); what stays open is empty, and incidents of types
that ACLED does not collect are left out. `docs/exports.md` tells each column.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from dateline.export.claim_rows import COARSE
from dateline.export.coding import CIVILIANS, REBELS, STATE, country_name, days, province, sectors, toll
from dateline.export.columns import DAY, NUMBER, Column, Table
from dateline.export.incident_rows import IncidentRow, named, origin_names, spot
from dateline.lexicon.acled import Types, types_of

Json = dict[str, Any]
DATASET: Final = "ACLED-shaped, not ACLED: made by Dateline"
WHERE: Final = {"exact": 1, "neighbourhood": 1, "settlement": 1, "admin2": 2, "admin1": 3}

COLUMNS: Final = (
    Column("dataset", "always “ACLED-shaped, not ACLED: made by Dateline”"),
    Column("event_id_cnty", "the country's ISO alpha-3 code, “-DL-” and the incident's id; no id of ACLED's"),
    Column("event_date", "first day", DAY),
    Column("year", "its year", NUMBER),
    Column("time_precision", "1 one day, 2 up to a week, 3 up to a month; longer is empty", NUMBER),
    Column("disorder_type", "ACLED's, where our type means no other; else empty"),
    Column("event_type", "likewise"),
    Column("sub_event_type", "likewise"),
    Column("actor1", "who did it, over all claims, joined by “; ”"),
    Column("actor2", "to whom it was done, likewise"),
    Column("iso3", "the country's ISO 3166-1 alpha-3 code"),
    Column("country", "its name"),
    Column("admin1", "province, where it is known"),
    Column("location", "name of the place"),
    Column("latitude", "degrees, WGS 84", NUMBER),
    Column("longitude", "degrees, WGS 84", NUMBER),
    Column("geo_precision", "1 a settlement or finer, 2 a district, 3 a province; wider is empty", NUMBER),
    Column("source", "its independent origins, joined by “; ”"),
    Column("source_scale", "always empty: Dateline does not know it"),
    Column("notes", "the words of the first claim"),
    Column("fatalities", "killed as most sources give it: the lower bound; empty where no number is told", NUMBER),
)


def acled_table(rows: Iterable[IncidentRow], *, coarse: bool = False) -> Table:
    """The incidents that fit; with `coarse` (for rows that are) a last column tells what that did."""
    columns = (*COLUMNS, COARSE) if coarse else COLUMNS
    return Table("incidents", columns, (acled_values(row) for row in rows if fits(row)))


def fits(row: IncidentRow) -> bool:
    """Whether the incident happened and is of a type that ACLED collects."""
    return row.incident["status"] == "happened" and mapped(row) is not None


def mapped(row: IncidentRow) -> Types | None:
    """ACLED's types for the incident, as far as all its modes agree; None where ACLED has none."""
    one = row.incident
    found = [types_of(one["event"], mode, against=_against(row)) for mode in one["modes"] or (None,)]
    known = [each for each in found if each is not None]
    return known[0].agreed(known[1:]) if known else None


def acled_values(row: IncidentRow) -> Json:
    """One incident in ACLED's columns; what is not known is left out."""
    one, place = row.incident, spot(row)
    first = date.fromisoformat(one["from"]) if one["from"] else None
    types = mapped(row) or Types()
    return {
        "coarse": one.get("coarse"),
        "dataset": DATASET,
        "event_id_cnty": f"{place.get('country') or 'XXX'}-DL-{one['id']}",
        "event_date": first,
        "year": first.year if first else None,
        "time_precision": _time_precision(days(one)),
        "disorder_type": types.disorder,
        "event_type": types.event,
        "sub_event_type": types.sub_event,
        "actor1": "; ".join(named(row, "actors")),
        "actor2": "; ".join(named(row, "recipients")),
        "iso3": place.get("country"),
        "country": country_name(place.get("country")),
        "admin1": province(place),
        "location": place["name"],
        "latitude": place.get("lat"),
        "longitude": place.get("lon"),
        "geo_precision": WHERE.get(place.get("precision") or ""),
        "source": "; ".join(origin_names(one)),
        "notes": _notes(row),
        "fatalities": toll(one).get("best"),
    }


def _against(row: IncidentRow) -> str:
    """Against whom: "civilians" or "armed" where all who are named are that, and the doers are armed; else ""."""
    doers, done_to = sectors(row, "actors"), sectors(row, "recipients")
    if not done_to:
        return ""
    if done_to <= CIVILIANS:
        return "civilians"
    return "armed" if doers and doers <= STATE | REBELS and done_to <= STATE | REBELS else ""


def _time_precision(length: int | None) -> int | None:
    if length is None:
        return None
    return next((code for code, most in ((1, 1), (2, 7), (3, 31)) if length <= most), None)


def _notes(row: IncidentRow) -> str:
    words = (claim.claim["evidence"] for claim in row.claims)
    return next((str(each["text"]) for each in words if each), "")
