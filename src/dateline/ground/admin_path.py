"""The divisions that a place lies in, where a user added their bounds."""

from __future__ import annotations

from dataclasses import replace

from dateline.ground.gazetteer import Gazetteer
from dateline.model.grounded import Place

# The finest level of division that a place of each precision lies in; a country or a region lies in none.
_DEEPEST = {"exact": 5, "neighbourhood": 5, "settlement": 5, "admin2": 2, "admin1": 1}

_ROUGH_KM = 5.0  # radius from which on a point says nothing of divisions below the second level


def with_admin(gazetteer: Gazetteer, place: Place) -> Place:
    """The place with its path of divisions; as it is where no bounds are known or it is too wide to lie in any."""
    deepest = _DEEPEST.get(place.precision or "")
    if gazetteer.added is None or deepest is None or place.lat is None or place.lon is None:
        return place
    if place.id is None and (place.radius_km or 0.0) >= _ROUGH_KM:
        deepest = min(deepest, 2)  # its town's point is not its own
    own = gazetteer.division_path(place.id) if place.id and deepest < 5 else ()
    admin = own or gazetteer.divisions_at(place.lat, place.lon, deepest=deepest)
    return replace(place, admin=admin) if admin else place
