"""Bounds of divisions: which ones a point lies in, with their names and p-codes."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from dateline.model.grounded import Division

Floats = NDArray[np.float64]
Rings = Sequence[Sequence[tuple[float, float]]]
_KEPT = 512  # areas whose bounds stay unpacked
_COLUMNS = "id, level, south, west, north, east, path, place"


def packed(rings: Rings) -> bytes:
    """Rings of (lon, lat) as they are stored: six decimals, a tenth of a metre."""
    short = [[[round(lon, 6), round(lat, 6)] for lon, lat in ring] for ring in rings]
    return zlib.compress(json.dumps(short, separators=(",", ":")).encode())


def box(rings: Rings) -> tuple[float, float, float, float]:
    """South, west, north and east of all rings."""
    points = np.array([pair for ring in rings for pair in ring])
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return float(south), float(west), float(north), float(east)


def inside(lat: float, lon: float, rings: Sequence[Floats]) -> bool:
    """Whether a point lies in an area: by how many of its bounds a ray to the east crosses. Holes are rings too."""
    crossings = 0
    for ring in rings:
        x1, y1, x2, y2 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
        spans = (y1 > lat) != (y2 > lat)
        x = x1[spans] + (lat - y1[spans]) * (x2[spans] - x1[spans]) / (y2[spans] - y1[spans])
        crossings += int(np.count_nonzero(x > lon))
    return crossings % 2 == 1


class Areas:
    """The bounds in one file; made only where there are any. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection, lock: Lock) -> None:
        self._connection = connection
        self._lock = lock
        with lock:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM area ORDER BY level DESC, id").fetchall()  # noqa: S608 (a constant)
        self._ids = [row[0] for row in rows]
        self._levels = np.array([row[1] for row in rows], dtype=np.int64)
        self._boxes = np.array([row[2:6] for row in rows], dtype=np.float64).reshape(-1, 4)
        self._paths = [
            tuple(Division(level, name, code or None) for level, name, code in json.loads(row[6])) for row in rows
        ]
        self._by_place = {row[7]: at for at, row in enumerate(rows)}
        self._rings = lru_cache(maxsize=_KEPT)(self._unpacked)
        self.path = lru_cache(maxsize=65_536)(self._path)

    def __len__(self) -> int:
        return len(self._ids)

    def of(self, reference: str) -> tuple[Division, ...]:
        """The path down to the division with this reference, itself last; () where its bounds are not known."""
        at = self._by_place.get(reference)
        return () if at is None else self._paths[at]

    def _path(self, lat: float, lon: float, deepest: int) -> tuple[Division, ...]:
        """The divisions that a point lies in, from the first level down to level `deepest`; () where none is known."""
        box_ = self._boxes
        near = (box_[:, 0] <= lat) & (lat <= box_[:, 2]) & (box_[:, 1] <= lon) & (lon <= box_[:, 3])
        for at in np.flatnonzero(near):  # the finest first
            if inside(lat, lon, self._rings(self._ids[at])):
                return tuple(division for division in self._paths[at] if division.level <= deepest)
        return ()

    def _unpacked(self, area: int) -> list[Floats]:
        with self._lock:
            (raw,) = self._connection.execute("SELECT rings FROM area WHERE id = ?", (area,)).fetchone()
        return [np.array(ring, dtype=np.float64) for ring in json.loads(zlib.decompress(raw))]
