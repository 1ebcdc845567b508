"""Values that a correction gives, and how they are said."""

from __future__ import annotations

from typing import Final

VALUES: Final[list[tuple[object, str]]] = [
    (None, "none"),
    ("drone", "drone"),
    ({"low": 14.0, "high": 14.0}, "14"),
    ({"low": 14.0, "high": None}, "14.."),
    ({"low": None, "high": 20.0}, "..20"),
    ({"from": "2021-03-02", "to": "2021-03-02"}, "2021-03-02"),
    ({"from": "2021-03-02", "to": "2021-03-04"}, "2021-03-02..2021-03-04"),
    ({"name": "Qarrah", "lat": 34.15, "lon": 36.75}, "Qarrah (34.15, 36.75)"),
    ({"name": "Qarrah", "lat": None, "lon": None}, "Qarrah"),
]
