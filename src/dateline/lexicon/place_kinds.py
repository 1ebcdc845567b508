"""What the sources of places call a place, and the kind that we make of it (see `place_kinds.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon.load import load


@dataclass(frozen=True, slots=True)
class PlaceKinds:
    """The tables of `place_kinds.yaml`."""

    geonames: dict[str, dict[str, str]]
    geonames_left_out: dict[str, str]
    whosonfirst: dict[str, str]
    overture: dict[str, str]

    def of_geonames(self, feature_class: str, code: str) -> str | None:
        """The kind of a GeoNames feature, or None where it is left out."""
        codes = self.geonames.get(feature_class, {})
        return codes.get(code) or codes.get("other")


@cache
def place_kinds() -> PlaceKinds:
    """The tables, read once."""
    raw: dict[str, Any] = load("place_kinds")
    return PlaceKinds(**raw)
