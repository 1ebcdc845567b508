"""CSV: one line a claim, for spreadsheets. The columns and their order are stable.

| column | what it holds |
| --- | --- |
| claim | the claim's id |
| article, title, publisher, published, url | the article; `published` is YYYY-MM-DD |
| event, mode, aux, hedge, confidence | as in the codebook |
| actors, recipients | names (else the words), joined by "; " |
| place, place_role, country, lat, lon, precision, radius_km, gazetteer_id | the main place: WGS 84 degrees, km |
| places | the words of all places with their roles, e.g. "at Qarrah; to Deir Sahl" |
| from, to | the days, both inclusive |
| killed_low, killed_high, … | one pair for each measure; empty is no bound; of several figures the largest |
| figures | every figure as "measure low..high who", joined by "; " |
| sources | the chain, speaker first: "A < B" |
| trigger, evidence | the words |

Runs of white space in a cell are one blank, so that every claim is one line. A cell that a spreadsheet would take for
a formula (it begins with = + - or @) gets a leading apostrophe; numbers are written by Dateline and stay as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, Final, TextIO

from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import MEASURES, PLACE_ROLES, PRECISIONS

Json = dict[str, Any]

COLUMNS: Final[tuple[str, ...]] = (
    *("claim", "article", "title", "publisher", "published", "url"),
    *("event", "mode", "aux", "hedge", "confidence"),
    *("actors", "recipients"),
    *("place", "place_role", "country", "lat", "lon", "precision", "radius_km", "gazetteer_id", "places"),
    *("from", "to"),
    *(f"{measure}_{edge}" for measure in MEASURES for edge in ("low", "high")),
    *("figures", "sources", "trigger", "evidence"),
)
_FORMULA: Final = ("=", "+", "-", "@")


def write_csv(rows: Iterable[ClaimRow], out: TextIO) -> int:
    """Writes a head line and one line a claim to `out` (opened with ``newline=""``); returns how many claims."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        values = claim_values(row)
        writer.writerow([_cell(values.get(column)) for column in COLUMNS])
        count += 1
    return count


def claim_values(row: ClaimRow) -> Json:
    """The values of one claim by column; columns without a value are left out or None."""
    claim = row.claim
    return {
        "claim": claim["id"],
        "article": row.article_name,
        **{key: getattr(row, key) for key in ("title", "publisher", "published", "url")},
        **{key: claim[key] for key in ("event", "mode", "aux", "hedge", "confidence")},
        **{key: "; ".join(map(_name, claim[key])) for key in ("actors", "recipients")},
        **_places(claim["places"]),
        **{key: claim["time"][key] for key in ("from", "to") if claim["time"]},
        **_figures(claim["figures"]),
        "sources": " < ".join(map(_name, claim["sources"])),
        **{key: claim[key]["text"] for key in ("trigger", "evidence")},
    }


def _cell(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        flat = _flat(value)
        return f"'{flat}" if flat.startswith(_FORMULA) else flat
    return value


def _flat(text: str) -> str:
    return " ".join(text.split())


def _name(ref: Json) -> str:
    antecedent = ref.get("antecedent") or {}
    return str(ref.get("name") or antecedent.get("text") or ref["text"])


def _places(places: list[Json]) -> Json:
    if not places:
        return {}
    main = min(places, key=lambda place: (PLACE_ROLES.index(place["role"]), _fineness(place)))
    return {
        "place": main["name"] or main["text"],
        "place_role": main["role"],
        **{key: main.get(key) for key in ("country", "lat", "lon", "precision", "radius_km")},
        "gazetteer_id": main["id"],
        "places": "; ".join(f"{place['role']} {place['text']}" for place in places),
    }


def _fineness(place: Json) -> int:
    return PRECISIONS.index(place["precision"]) if place["precision"] in PRECISIONS else len(PRECISIONS)


def _figures(figures: list[Json]) -> Json:
    out: Json = {"figures": "; ".join(map(_figure, figures))}
    for figure in sorted(figures, key=_size):
        out[f"{figure['measure']}_low"], out[f"{figure['measure']}_high"] = figure["low"], figure["high"]
    return out


def _size(figure: Json) -> tuple[float, float]:
    low, high = figure["low"], figure["high"]
    return (high if high is not None else low or 0, low or 0)


def _figure(figure: Json) -> str:
    low, high = (f"{bound:.15g}" if bound is not None else "" for bound in (figure["low"], figure["high"]))
    interval = low if low == high else f"{low}..{high}"
    return " ".join(filter(None, (figure["measure"], interval, figure["who"] or "")))
