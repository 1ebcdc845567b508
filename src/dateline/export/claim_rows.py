"""Claims as rows: the one place where a claim is flattened into named columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from dateline.export.columns import DAY, NUMBER, Column, Table, finite
from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import MEASURES, PLACE_ROLES, PRECISIONS

Json = dict[str, Any]
COARSE: Final = Column("coarse", "what was made coarser or left out in this row, so that it does no harm")
DIVISIONS: Final = (
    Column("admin1", "first-level division that the main place lies in, where its bounds are known"),
    Column("admin1_code", "its p-code"),
    Column("admin2", "second-level division (district), where its bounds are known"),
    Column("admin2_code", "its p-code"),
)


def _measure_columns(measure: str) -> Iterator[Column]:
    unit = "part of a whole, from 0 to 1" if measure == "share" else "people"
    for edge in ("low", "high"):
        name = f"{measure}_{edge}"
        yield Column(name, f"{edge}est number {measure} ({unit}), of several figures the largest", NUMBER)


COLUMNS: Final = (
    Column("claim", "the claim's id: 16 hexadecimal digits"),
    Column("article", "the article's name"),
    Column("title", "its headline"),
    Column("publisher", "the outlet"),
    Column("published", "day of publication", DAY),
    Column("url", "the article's address"),
    Column("event", "type of event, as in the codebook: ASSAULT, MOVE, …"),
    Column("mode", "mode of that type: aerial, flee, …"),
    Column("aux", "empty: happened; else future, hypothetical, negation or historical"),
    Column("hedge", "how sure the text is: reported, alleged, confirmed, or empty"),
    Column("confidence", "probability that a human coder has this claim too, from 0 to 1", NUMBER),
    Column("actors", "who did it: names, else the words, joined by “; ”"),
    Column("recipients", "to whom it was done, likewise"),
    Column("place", "name of the main place"),
    Column("place_role", "at, from or to that place"),
    Column("country", "its country, ISO 3166-1 alpha-3"),
    Column("lat", "latitude, degrees, WGS 84; may be wrong by radius_km", NUMBER),
    Column("lon", "longitude, degrees, WGS 84; may be wrong by radius_km", NUMBER),
    Column("precision", "exact, neighbourhood, settlement, admin2, admin1, country or region"),
    Column("radius_km", "how far from the point it may lie, km", NUMBER),
    Column("gazetteer_id", "the place's id in the gazetteer, such as geonames:170063"),
    Column("places", "all places, as written, with their roles, joined by “; ”"),
    Column("from", "first day of the event, included", DAY),
    Column("to", "last day of the event, included", DAY),
    *(column for measure in MEASURES for column in _measure_columns(measure)),
    Column("figures", "every figure as “measure low..high who”, joined by “; ”"),
    Column("sources", "who says it, the speaker first: “A < B”"),
    Column("trigger", "the word or words that name the event"),
    Column("evidence", "the words that carry the claim"),
    *DIVISIONS,
)


def claim_table(rows: Iterable[ClaimRow], *, coarse: bool = False, notes: tuple[str, ...] = ()) -> Table:
    """The claims as a table; with `coarse` (for rows that are) a last column tells what that did to each."""
    return Table("claims", (*COLUMNS, COARSE) if coarse else COLUMNS, map(claim_values, rows), notes)


def claim_values(row: ClaimRow) -> Json:
    """The values of one claim by column; columns without a value are left out or None."""
    claim = row.claim
    values = {
        "claim": claim["id"],
        "article": row.article_name,
        **{key: getattr(row, key) for key in ("title", "publisher", "published", "url")},
        **{key: claim[key] for key in ("event", "mode", "aux", "hedge", "confidence")},
        **{key: "; ".join(map(name_of, claim[key])) for key in ("actors", "recipients")},
        **_places(claim),
        **{key: date.fromisoformat(claim["time"][key]) for key in ("from", "to") if claim["time"]},
        **_figures(claim["figures"]),
        "sources": " < ".join(map(name_of, claim["sources"])),
        **{key: claim[key]["text"] for key in ("trigger", "evidence") if claim[key]},
    }
    return values | {"coarse": claim["coarse"]} if "coarse" in claim else values


def name_of(ref: Json) -> str:
    """What an actor is called: the name, else what a pronoun points back to, else the words."""
    antecedent = ref.get("antecedent") or {}
    return str(ref.get("name") or antecedent.get("text") or ref["text"])


def main_place(claim: Json) -> Json | None:
    """Where a claim belongs: of its places the finest that says where it happened, else from or to where; or None."""
    places: list[Json] = claim["places"]
    return min(places, key=lambda place: (PLACE_ROLES.index(place["role"]), _fineness(place)), default=None)


def divisions(place: Json) -> Json:
    """The columns on the divisions that a place lies in, where they are known."""
    out: Json = {}
    for each in place.get("admin") or ():
        if each["level"] in {1, 2}:
            out |= {f"admin{each['level']}": each["name"], f"admin{each['level']}_code": each["code"]}
    return out


def _places(claim: Json) -> Json:
    main = main_place(claim)
    if main is None:
        return {}
    return {
        "place": main["name"] or main.get("text"),
        "place_role": main["role"],
        **{key: main.get(key) for key in ("country", "lat", "lon", "precision", "radius_km")},
        "gazetteer_id": main["id"],
        "places": "; ".join(f"{place['role']} {_called(place)}" for place in claim["places"]),
        **divisions(main),
    }


def _called(place: Json) -> str:
    """The words; of a place that was made coarse what is left of it."""
    return str(place.get("text") or place["name"] or place["country"] or "a place")


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
    return " ".join(filter(None, (figure["measure"], interval(figure["low"], figure["high"]), figure["who"] or "")))


def interval(low: float | None, high: float | None) -> str:
    """``61``, ``27..33``, ``45..`` or ``..150``: no bound is nothing."""
    first, last = (f"{bound:.15g}" if finite(bound) is not None else "" for bound in (low, high))
    return first if first == last else f"{first}..{last}"
