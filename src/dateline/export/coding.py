"""What coded event data asks of an incident: its sides, kind of violence, toll, province and length."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from dateline.export.claim_rows import divisions
from dateline.export.columns import finite
from dateline.export.incident_rows import IncidentRow
from dateline.lexicon.countries import countries

Json = dict[str, Any]
STATE: Final = frozenset({"GOV", "MIL", "COP", "SPY"})
REBELS: Final = frozenset({"REB"})
CIVILIANS: Final = frozenset({"CVL", "REF", "HLH", "EDU", "MED", "NGO", "LAB", "REL", "BUS", "AGR"})
STATE_BASED: Final = 1
NON_STATE: Final = 2
ONE_SIDED: Final = 3


def sectors(row: IncidentRow, part: str) -> frozenset[str | None]:
    """The PLOVER sectors of the claims' `part` ("actors", "recipients"), None for an unknown one; no things."""
    return frozenset(ref.get("sector") for ref in _people(row, part))


def violence(row: IncidentRow) -> int | None:
    """UCDP's type of violence; None where a side is missing, unknown or mixed.

    1: a state's forces against a state's or rebels, either way round. 2: rebels against rebels. 3: either against
    civilians.
    """
    first, second = sectors(row, "actors"), sectors(row, "recipients")
    if not first or not second:
        return None
    if first <= STATE | REBELS and second <= CIVILIANS:
        return ONE_SIDED
    if first <= REBELS and second <= REBELS:
        return NON_STATE
    if (first <= STATE and (second <= REBELS or second <= STATE)) or (first <= REBELS and second <= STATE):
        return STATE_BASED
    return None


def toll(incident: Json) -> Json:
    """The killed as `best`, `low` and `high` in whole people, None for what is not told; empty where nobody was.

    `best` is the lower bound of what most sources give, as those who count do not guess upwards; where it has none
    ("nearly 150"), the upper one.
    """
    figure = next((each for each in incident["figures"] if each["measure"] == "killed"), None)
    if figure is None:
        return {}
    low, high = figure["best"]["low"], figure["best"]["high"]
    found = {"best": high if low is None else low, "low": figure["low"], "high": figure["high"]}
    return {key: None if finite(value) is None else int(value) for key, value in found.items()}


def article_heads(row: IncidentRow) -> list[tuple[str, str, str]]:
    """Outlet, day and headline of each article once, in the order of the claims; "" for what is not known."""
    heads = {
        claim.article_id: (claim.publisher or "", str(claim.published or ""), claim.title or "") for claim in row.claims
    }
    return list(heads.values())


def country_name(code: str | None) -> str | None:
    """The name for an alpha-3 code; the code itself where it has none in our list."""
    found = countries().get(code or "")
    return found.name if found else code


def province(place: Json) -> str | None:
    """The first-level division, where it is known."""
    return divisions(place).get("admin1") or (place["name"] if place.get("precision") == "admin1" else None)


def days(one: Json) -> int | None:
    """How many days the incident may lie in; None where it has no time."""
    if not one["from"] or not one["to"]:
        return None
    return (date.fromisoformat(one["to"]) - date.fromisoformat(one["from"])).days + 1


def _people(row: IncidentRow, part: str) -> Iterable[Json]:
    return (ref for claim in row.claims for ref in claim.claim[part] if ref.get("kind") != "thing")
