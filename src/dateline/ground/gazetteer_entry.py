"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    `kind` is city, capital, country, admin1 or region, of places that a user added also admin2, admin3, neighbourhood,
    facility or camp; `country` is ISO 3166-1 alpha-3 (None for regions across borders), `admin1` GeoNames' code within
    it. The point is in WGS 84 degrees; `radius_km` is None for settlements. `main` says whether the name asked for is
    its main name. `reference` is its id in the record, None for regions. `own` says that the name asked for is the
    user's own for this one place; `source` names what a user added it from, None for the gazetteer that ships.
    """

    id: int
    name: str
    country: str | None
    admin1: str
    lat: float
    lon: float
    population: int
    kind: str
    radius_km: float | None = None
    reference: str | None = None
    main: bool = True
    own: bool = False
    source: str | None = None
