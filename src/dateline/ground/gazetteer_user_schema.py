"""The tables of the file that holds what a user added to the gazetteer."""

from __future__ import annotations

from typing import Final

SCHEMA_VERSION: Final = "1"
OWN: Final = "alias"  # the source of the user's own names
FIRST_ID: Final = 1_000_000  # added places without a GeoNames id count down from below it
SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id TEXT PRIMARY KEY,  -- form and country: "geonames:SYR"; "alias" for the user's own names
    form TEXT NOT NULL, country TEXT, licence TEXT NOT NULL, share_alike INTEGER NOT NULL,
    files TEXT NOT NULL,  -- JSON: [[name, SHA-256], ...]
    as_of TEXT NOT NULL, added TEXT NOT NULL, left_out TEXT NOT NULL, ambiguous INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source, reference TEXT NOT NULL,
    name TEXT NOT NULL, country TEXT, admin1 TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    population INTEGER NOT NULL, kind TEXT NOT NULL, radius_km REAL, code TEXT, geonames INTEGER,
    lang TEXT NOT NULL, note TEXT NOT NULL,
    same TEXT  -- the reference of the entry that this one is joined to
);
CREATE INDEX place_reference ON place (reference);
CREATE INDEX place_same ON place (same) WHERE same IS NOT NULL;
CREATE INDEX place_source ON place (source);
CREATE INDEX place_division ON place (country, admin1) WHERE kind = 'admin1';
CREATE TABLE name (
    folded TEXT, place INTEGER, kind INTEGER NOT NULL, written TEXT NOT NULL, PRIMARY KEY (folded, place)
) WITHOUT ROWID;
CREATE INDEX name_place ON name (place);
CREATE TABLE loose (country TEXT, key TEXT, place INTEGER, PRIMARY KEY (country, key, place)) WITHOUT ROWID;
CREATE INDEX loose_place ON loose (place);
CREATE TABLE area (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source, place TEXT NOT NULL, country TEXT NOT NULL,
    level INTEGER NOT NULL, path TEXT NOT NULL,  -- JSON: [[level, name, p-code], ...]
    south REAL NOT NULL, west REAL NOT NULL, north REAL NOT NULL, east REAL NOT NULL,
    rings BLOB NOT NULL  -- JSON, compressed: rings of [lon, lat]
);
CREATE INDEX area_source ON area (source);
"""
