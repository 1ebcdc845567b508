"""The gazetteer's tables and the rows that go into them."""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA_VERSION = "1"
MAIN, ALTERNATE = 0, 1
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,  -- GeoNames id; below 0 for countries, divisions and regions
    name TEXT NOT NULL, country TEXT, admin1 TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    population INTEGER NOT NULL, kind TEXT NOT NULL, radius_km REAL, reference TEXT
);
CREATE INDEX place_reference ON place (reference) WHERE reference IS NOT NULL;
CREATE INDEX place_division ON place (country, admin1) WHERE kind = 'admin1';
CREATE TABLE name (folded TEXT, place INTEGER, kind INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE loose (country TEXT, key TEXT, place INTEGER, PRIMARY KEY (country, key, place)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A populated place as its source gives it: country ISO 3166-1 alpha-3, point in WGS 84 degrees."""

    id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    alternates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table `place`; `kind` is city, capital, country, admin1 or region."""

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
