"""The place that a person means: by name, by its id in the gazetteer, or by its coordinates."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_find import find, near
from dateline.model.correction import PLACED

_RADIUS_KM = 1.0  # of a point that a person gives


def place_meant(said: str, *, added: Path | None = None) -> dict[str, Any]:
    """The place as a correction keeps it; `added` is the file of what was added to the gazetteer.

    Raises UsageError where the gazetteer knows none, or several alike.
    """
    return _given(said) or _known(said, added)


def _given(said: str) -> dict[str, Any] | None:
    """NAME,LAT,LON in degrees; None where it is written otherwise."""
    name, *point = (part.strip() for part in said.rsplit(",", 2))
    try:
        lat, lon = map(float, point)
    except ValueError:
        return None
    if not name or not isfinite(lat + lon) or abs(lat) > 90 or abs(lon) > 180:
        raise UsageError(f"{said!r} is no place", remedy="Write NAME,LAT,LON in degrees, such as Qarrah,34.15,36.75.")
    return _placed({"name": name, "lat": lat, "lon": lon, "precision": "exact", "radius_km": _RADIUS_KM})


def _known(said: str, added: Path | None) -> dict[str, Any]:
    gazetteer = Gazetteer.open(added=added)
    entry = gazetteer.by_reference(said) if ":" in said else None
    found = find(gazetteer, entry.name if entry else said)
    alike = [] if found else near(gazetteer, said)
    gazetteer.close()
    meant = [each for each in found if entry is None or each.id == said]
    if not meant:
        hint = f"Similar: {', '.join(alike)}. " if alike else ""
        raise UsageError(
            f"the gazetteer knows no place {said!r}", remedy=f"{hint}Give another name, or NAME,LAT,LON in degrees."
        )
    if len(meant) > 1:
        listed = "\n  ".join(
            f"{each.id}  {each.name}, {each.country}, {each.lat:.4g}, {each.lon:.4g}" for each in meant[:5]
        )
        raise UsageError(
            f"{said!r} may mean:\n  {listed}\n", remedy="Give one of these ids; dateline places find has all."
        )
    return _placed(meant[0].to_json())


def _placed(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: facts.get(key) for key in PLACED}
