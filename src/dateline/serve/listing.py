"""An incident as a line of the list: the number first, then what, where, when, and who says so. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dateline.wording import STATUS, between, interval, number, plain

Json = dict[str, Any]

# Which of several numbers an incident is known by: the gravest first.
GRAVEST: Final = (
    "killed",
    "missing",
    "abducted",
    "injured",
    "detained",
    "evacuated",
    "displaced",
    "returned",
    "trapped",
    "affected",
    "protesters",
    "fighters",
    "share",
)
# What a type is about comes before what is merely grave: of an evacuation, how many came out.
_FIRST_OF: Final = {
    "MOVE": ("evacuated", "displaced", "returned"),
    "PROTEST": ("protesters",),
    "CONTROL": ("share",),
    "COERCE": ("killed", "abducted", "detained"),
}
_SAID: Final = 3  # positions that a line of the list has room for


@dataclass(frozen=True, slots=True)
class Position:
    """What one origin says: its name, the interval in figures, and its words where the record has them."""

    origin: str
    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The number that an incident is known by: `best` and the `range` over all ("" where it is the same)."""

    measure: str
    best: str
    range: str
    disagree: bool
    positions: tuple[Position, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """One incident in the list. `vague` tells how far the place may lie off; `reprints` counts articles of one text."""

    id: str
    event: str
    modes: str
    status: str
    place: str
    vague: str
    days: str
    headline: Headline | None
    others: tuple[str, ...]
    disputed: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    articles: int
    reprints: int


def row(incident: Json) -> Row:
    """The line of an incident in the contract's form."""
    figures = _by_importance(incident)
    sources = tuple(plain(source["name"]) for source in incident["sources"])
    return Row(
        id=incident["id"],
        event=incident["event"],
        modes=", ".join(incident["modes"]),
        status="" if incident["status"] == "happened" else STATUS[incident["status"]],
        place=plain(incident["place"] or ""),
        vague=vague(incident),
        days=between(incident["from"], incident["to"]),
        headline=_headline(figures[0]) if figures else None,
        others=tuple(f"{_best(figure)} {figure['measure']}" for figure in figures[1:]),
        disputed=tuple(figure["measure"] for figure in figures if figure["disagree"]),
        sources=sources[:_SAID],
        origins=len(sources),
        articles=len(incident["articles"]),
        reprints=sum(map(len, incident["copies"])),
    )


def vague(incident: Json) -> str:
    """How exact the place is, for people: "within 15 km", "not on the map"; "" for no place."""
    if incident["place"] and incident["lat"] is None:
        return "not on the map"
    radius = incident["radius_km"]
    if radius is None:
        return ""
    return f"within {number(round(radius, 1) if radius < 10 else round(radius))} km"


def _by_importance(incident: Json) -> list[Json]:
    first = _FIRST_OF.get(incident["event"], ())
    order = (*first, *(measure for measure in GRAVEST if measure not in first))
    return sorted(incident["figures"], key=lambda figure: order.index(figure["measure"]))


def _headline(figure: Json) -> Headline:
    share = figure["measure"] == "share"
    best = _best(figure)
    told = interval(figure["low"], figure["high"], share=share)
    positions = tuple(_positions(figure))
    return Headline(
        measure=figure["measure"],
        best=best,
        range=told if figure["disagree"] and told != best else "",
        disagree=figure["disagree"],
        positions=positions[:_SAID],
        more=max(0, len(positions) - _SAID),
    )


def _best(figure: Json) -> str:
    return interval(figure["best"]["low"], figure["best"]["high"], share=figure["measure"] == "share")


def _positions(figure: Json) -> Iterable[Position]:
    """Who says how many: those who count all of the people before those who count some of them."""
    share = figure["measure"] == "share"
    found = [(_told(figure, position), position) for position in figure["positions"]]
    for told, position in sorted(found, key=lambda pair: pair[0].get("part", False)):
        words = interval(position["low"], position["high"], share=share)
        yield Position(plain(position["origin"]), words, plain(told.get("words", "")))


def _told(figure: Json, position: Json) -> Json:
    """The statement that is an origin's position; empty where the record has none."""
    bounds = (position["origin"], position["low"], position["high"])
    return next((one for one in figure["told"] if (one["origin"], one["low"], one["high"]) == bounds), {})
