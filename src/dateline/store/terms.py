"""What an incident is found by beside its own columns: its origins, parties and measures, a row each.

All of it stands in the incident's JSON, and is taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

from dateline.store.rows import Row
from dateline.store.stored import Json
from dateline.text.fold import fold_name

SOURCE: Final = "source"
ACTOR: Final = "actor"
RECIPIENT: Final = "recipient"
MEASURE: Final = "measure"


def terms_of(incident_id: str, body: Json) -> Iterator[Row]:
    """The rows of an incident, each value of a kind once.

    Of an origin they tell how many of its numbers others agree with (`agree`), and how many some other contradicts
    (`differ`); numbers that nobody else gives are in neither.
    """
    for kind, values in _values(body).items():
        for value, more in values.items():
            row = {"incident_id": incident_id, "kind": kind, "value": value, "folded": fold_name(value)}
            yield row | {"sort": None, "agree": 0, "differ": 0} | more


def _values(body: Json) -> dict[str, dict[str, Row]]:
    fields = {each["field"]: each["values"] for each in body["fields"]}
    compared = _compared(body["figures"])
    return {
        SOURCE: {each["name"]: {"sort": each["kind"]} | compared.get(each["name"], {}) for each in body["sources"]},
        ACTOR: {each["value"]: {} for each in fields.get("actor", ())},
        RECIPIENT: {each["value"]: {} for each in fields.get("recipient", ())},
        MEASURE: {each["measure"]: {} for each in body["figures"]},
    }


def _compared(figures: list[Json]) -> dict[str, Row]:
    """For each origin how many of its numbers others agree with, and how many some other contradicts."""
    found: dict[str, Row] = {}
    for figure in figures:
        positions = figure["positions"]
        apart = {each["origin"] for pair in combinations(positions, 2) if not _meet(*pair) for each in pair}
        for each in positions if len(positions) > 1 else ():
            counts = found.setdefault(each["origin"], {"agree": 0, "differ": 0})
            counts["differ" if each["origin"] in apart else "agree"] += 1
    return found


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two intervals have a number in common; an end that is missing is no bound."""
    low = max(_or(one["low"], float("-inf")), _or(other["low"], float("-inf")))
    return bool(low <= min(_or(one["high"], float("inf")), _or(other["high"], float("inf"))))


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
