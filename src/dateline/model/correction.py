"""Corrections of a claim: which fields a person may correct, and the claim as it then counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any, Final

from dateline.model.codebook import AUX, EVENTS, MEASURES, MODES

Json = dict[str, Any]
HAPPENED: Final = "happened"  # how people write that there is no auxiliary mode
NONE: Final = "none"  # and that a claim says nothing of the kind
FIELDS: Final = ("event", "mode", "aux", "place", "day", "source", *MEASURES)
PLACED: Final = ("id", "name", "country", "lat", "lon", "precision", "radius_km")  # what a corrected place holds


def value_of(field: str, said: str, claim: Json) -> Any:  # noqa: ANN401 (JSON)
    """The value that a person's words give a field; places are looked up by the caller.

    Raises ValueError, which says what was expected, where they give none.
    """
    if field in MEASURES:
        return _share(said) if field == "share" else _interval(said)
    return _READERS[field](said, claim)


def corrected(claim: Json, field: str, value: Any) -> Json:  # noqa: ANN401 (JSON)
    """A copy of the claim with one field corrected; what it quotes stays where it is in the text."""
    if field in ("event", "mode", "aux"):
        changed = claim | {field: value}
        fits = changed["mode"] is None or changed["mode"] in MODES.get(changed["event"], ())
        return changed if fits else changed | {"mode": None}
    if field == "day":
        return claim | {"time": value and _quoted(claim, [claim["time"]]) | value | {"rule": "judgement"}}
    if field == "source":
        return claim | {"sources": [_quoted(claim, claim["sources"]) | {"name": value}] if value else []}
    if field == "place":
        kept = [place for place in claim["places"] if place["role"] != "at"]
        return claim | {"places": [*([_place(claim, value)] if value else []), *kept]}
    others = [figure for figure in claim["figures"] if figure["measure"] != field]
    return claim | {"figures": [*([_figure(claim, field, value)] if value else []), *others]}


def field_of(claim: Json, field: str) -> Any:  # noqa: ANN401 (JSON)
    """What the claim has in a field that can be corrected."""
    lists = {"place": ("places", "role", "at"), "source": ("sources", None, None)}
    if field == "day":
        return claim["time"]
    if field in ("event", "mode", "aux"):
        return claim[field]
    key, part, wanted = lists.get(field, ("figures", "measure", field))
    return [each for each in claim[key] if part is None or each[part] == wanted]


def _quoted(claim: Json, refs: list[Json | None]) -> Json:
    """The words that a corrected value stands on: those of the value before, else the trigger's."""
    ref = next((each for each in refs if each), claim["trigger"])
    return {key: ref[key] for key in ("text", "start", "end")}


def _place(claim: Json, value: Json) -> Json:
    at = [place for place in claim["places"] if place["role"] == "at"]
    facts = {key: value.get(key) for key in PLACED}
    return _quoted(claim, [*at]) | {"role": "at"} | facts | {"parent": None, "reason": "judgement"}


def _figure(claim: Json, measure: str, value: Json) -> Json:
    before = [figure for figure in claim["figures"] if figure["measure"] == measure]
    who = next((figure["who"] for figure in before), None)
    return _quoted(claim, [*before]) | {"measure": measure, "low": value["low"], "high": value["high"], "who": who}


def _event(said: str, _claim: Json) -> str:
    return _one_of(said.upper(), EVENTS)


def _mode(said: str, claim: Json) -> str | None:
    modes = MODES[claim["event"]]
    return None if said == NONE else _one_of(said.lower(), (*modes, NONE))


def _aux(said: str, _claim: Json) -> str | None:
    return None if said == HAPPENED else _one_of(said.lower(), (HAPPENED, *AUX))


def _one_of(said: str, known: tuple[str, ...]) -> str:
    if said not in known:
        raise ValueError(f"it must be one of: {', '.join(known)}")
    return said


def _day(said: str, _claim: Json) -> Json | None:
    if said == NONE:
        return None
    first, dots, last = said.partition("..")
    try:
        days = [date.fromisoformat(edge) for edge in (first, last if dots else first)]
    except ValueError as error:
        raise ValueError("it must be a day, two days or none: 2016-12-07, 2016-12-07..2016-12-09, none") from error
    if days[0] > days[1]:
        raise ValueError("its first day lies after its last")
    return {"from": days[0].isoformat(), "to": days[1].isoformat()}


def _source(said: str, _claim: Json) -> str | None:
    if not said.strip():
        raise ValueError("it must be a name, or none for the outlet itself")
    return None if said == NONE else " ".join(said.split())


def _share(said: str) -> Json | None:
    found = _interval(said)
    if found and max(bound for bound in found.values() if bound is not None) > 1:
        raise ValueError("a share goes from 0 to 1: 0.4, 0.4..0.5")
    return found


def _interval(said: str) -> Json | None:
    if said == NONE:
        return None
    low, dots, high = said.partition("..")
    try:
        bounds = [float(edge) if edge else None for edge in (low, high if dots else low)]
    except ValueError as error:
        raise ValueError("it must be a number, an interval or none: 14, 14..20, 14.., none") from error
    known = [bound for bound in bounds if bound is not None]
    if not known or not all(map(isfinite, known)) or min(known) < 0 or known != sorted(known):
        raise ValueError("its bounds must be numbers from 0 on, the lower one first")
    return dict(zip(("low", "high"), bounds, strict=True))


_READERS: Final[Mapping[str, Callable[[str, Json], Any]]] = {
    "event": _event,
    "mode": _mode,
    "aux": _aux,
    "day": _day,
    "source": _source,
}
