"""Incidents as rows: the one place where an incident is flattened into named columns.

Read from the incident's own JSON, beside the claims in it: those tell who did it to whom, and the articles' headlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dateline.export.claim_rows import COARSE, DIVISIONS, divisions, interval, main_place, name_of
from dateline.export.columns import DAY, NUMBER, TRUTH, Column, Table
from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import MEASURES

Json = dict[str, Any]
_SPOT: Final = ("country", "lat", "lon", "precision", "radius_km")


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in its JSON form, and those of its claims that are at hand, in the order of its ids."""

    incident: Json
    claims: tuple[ClaimRow, ...] = ()


def _measure_columns(measure: str) -> Iterator[Column]:
    unit = "part of a whole, from 0 to 1" if measure == "share" else "people"
    yield Column(f"{measure}_best_low", f"number {measure} that most sources give ({unit}), lower bound", NUMBER)
    yield Column(f"{measure}_best_high", "its upper bound; empty: none", NUMBER)
    yield Column(f"{measure}_low", f"lowest number {measure} that anybody gives", NUMBER)
    yield Column(f"{measure}_high", "highest that anybody gives; empty: somebody names no upper bound", NUMBER)
    yield Column(
        f"{measure}_origins", "how many independent origins stand behind it, where that was worked out", NUMBER
    )
    yield Column(f"{measure}_disagree", "whether what they say cannot be true together", TRUTH)


COLUMNS: Final = (
    Column("incident", "the incident's id: 16 hexadecimal digits; another one when its claims change"),
    Column("event", "type of event, as in the codebook: ASSAULT, MOVE, …"),
    Column("status", "happened, future, hypothetical, negation or historical"),
    Column("modes", "modes of that type, joined by “; ”"),
    Column("place", "where"),
    Column("country", "its country, ISO 3166-1 alpha-3"),
    Column("lat", "latitude, degrees, WGS 84; may be wrong by radius_km", NUMBER),
    Column("lon", "longitude, degrees, WGS 84; may be wrong by radius_km", NUMBER),
    Column("precision", "exact, neighbourhood, settlement, admin2, admin1, country or region"),
    Column("radius_km", "how far from the point it may lie, km", NUMBER),
    *DIVISIONS,
    Column("from", "first day, included", DAY),
    Column("to", "last day, included", DAY),
    *(column for measure in MEASURES for column in _measure_columns(measure)),
    Column("figures", "for each measure “measure best (low..high)”, joined by “; ”"),
    Column("actors", "who did it, over all claims, joined by “; ”"),
    Column("recipients", "to whom it was done, likewise"),
    Column("sources", "its independent origins, joined by “; ”"),
    Column("source_count", "how many they are", NUMBER),
    Column("articles", "names of the articles, joined by “; ”"),
    Column("article_count", "how many they are", NUMBER),
    Column("claims", "ids of the claims, joined by “; ”"),
    Column("claim_count", "how many they are", NUMBER),
)


def incident_rows(incidents: Iterable[Json], claims: Iterable[ClaimRow]) -> Iterator[IncidentRow]:
    """Incidents (their JSON), each with its claims picked from `claims`, which are all kept in memory."""
    by_id = {str(row.claim["id"]): row for row in claims}
    for one in incidents:
        yield IncidentRow(one, tuple(by_id[each] for each in one["claims"] if each in by_id))


def origin_names(one: Json) -> list[str]:
    """The names of an incident's independent origins."""
    return [source if isinstance(source, str) else str(source["name"]) for source in one["sources"]]


def incident_table(rows: Iterable[IncidentRow], *, coarse: bool = False, notes: tuple[str, ...] = ()) -> Table:
    """The incidents as a table; with `coarse` (for rows that are) a last column tells what that did to each."""
    return Table("incidents", (*COLUMNS, COARSE) if coarse else COLUMNS, map(incident_values, rows), notes)


def incident_values(row: IncidentRow) -> Json:
    """The values of one incident by column; columns without a value are left out or None."""
    one = row.incident
    place = spot(row)
    values = {
        "incident": one["id"],
        **{key: one[key] for key in ("event", "status", "place")},
        "modes": "; ".join(one["modes"]),
        **{key: place.get(key) for key in _SPOT},
        **divisions(place),
        **{key: date.fromisoformat(one[key]) for key in ("from", "to") if one[key]},
        **_figures(one),
        **{key: "; ".join(named(row, key)) for key in ("actors", "recipients")},
        "sources": "; ".join(origin_names(one)),
        **{key: "; ".join(one[key]) for key in ("articles", "claims")},
        **{f"{key[:-1]}_count": len(one[key]) for key in ("sources", "articles", "claims")},
    }
    return values | {"coarse": one["coarse"]} if "coarse" in one else values


def named(row: IncidentRow, part: str) -> tuple[str, ...]:
    """Distinct names of the claims' `part` ("actors", "recipients"), in the order in which they come; no things."""
    refs = (ref for claim in row.claims for ref in claim.claim[part] if ref.get("kind") != "thing")
    return tuple(dict.fromkeys(map(name_of, refs)))


def spot(row: IncidentRow) -> Json:
    """The incident's place with the fields of a claim's place: its own where it has them, else a claim's of that name.

    The point is taken whole from one of the two, never half from each.
    """
    one = row.incident
    own = {key: one[key] for key in (*_SPOT, "admin", "parent") if one.get(key) is not None}
    places = (main_place(claim.claim) for claim in row.claims)
    like = next((place for place in places if place and _is_it(place, one)), {})
    if "lat" in own:
        like = {key: value for key, value in like.items() if key not in {"lat", "lon", "radius_km"}}
    kept = {key: like[key] for key in (*_SPOT, "admin", "parent", "id") if like.get(key) is not None}
    return kept | own | {"name": one["place"]}


def _is_it(place: Json, incident: Json) -> bool:
    called = place["name"] or place.get("text")
    return bool(called == incident["place"] and place["precision"] == incident["precision"])


def _figures(one: Json) -> Json:
    out: Json = {"figures": "; ".join(map(_figure, one["figures"]))}
    origins, disagree = _optional(one, "origins"), _optional(one, "disagree")
    for figure in one["figures"]:
        measure = figure["measure"]
        out |= {f"{measure}_best_{edge}": figure["best"][edge] for edge in ("low", "high")}
        out |= {f"{measure}_{edge}": figure[edge] for edge in ("low", "high")}
        out[f"{measure}_origins"] = len(origins[measure]) if measure in origins else None
        out[f"{measure}_disagree"] = disagree.get(measure)
    return out


def _optional(one: Json, key: str) -> Mapping[str, Any]:
    found = one.get(key)
    return found if isinstance(found, dict) else {}


def _figure(figure: Json) -> str:
    best = interval(figure["best"]["low"], figure["best"]["high"])
    around = interval(figure["low"], figure["high"])
    return f"{figure['measure']} {best}" + ("" if around == best else f" ({around})")
