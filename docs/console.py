"""The examples in the documents: found, run in a folder of their own, and compared with what really comes out.

In a document
- a ``console`` block holds commands (``$ dateline …``), each followed by its output. A line ``# exit 3`` right after a
  command says that it ends with that code. A line that is only ``…`` stands for lines left out, ``<id>`` and ``<path>``
  for what is different each time. Commands are run on a terminal of 100 columns; ``make`` and ``pip`` are not run.
- a block that begins with ``# file: NAME`` is saved under that name before the next command runs.
- an ``sql`` block is run on the tutorial's record, and the ``text`` block after it holds its rows.
- ``<!-- id: PATTERN -->`` before a console block tells `docs.refresh` where the ids in its commands come from: they are
  the last word of the newest line of output so far that matches PATTERN.
"""  # noqa: INP001 (a folder of documents with two scripts)

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import threading
import tty
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import dateline

ROOT: Final = Path(__file__).parents[1]
GAP: Final = "…"
SECONDS: Final = 120  # that one command may take
_FENCE: Final = re.compile(r"```(\w*)\s*$")
_FILE: Final = re.compile(r"# file: (\S+)$")
_EXIT: Final = re.compile(r"# exit (\d+)$")
_HINT: Final = re.compile(r"<!-- id: (.+) -->$")
_MASKS: Final = {"<id>": "[0-9a-f]{8,16}", "<path>": r"\S+"}
_NOT_RUN: Final = frozenset({"make", "pip", "git", "cd"})


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the line of its opening fence (from 0), its lines, and the id hint before it."""

    language: str
    line: int
    lines: tuple[str, ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a console block: what is typed, the exit code it should give, and the output as documented."""

    typed: str
    code: int = 0
    output: tuple[str, ...] = ()

    @property
    def is_run(self) -> bool:
        """Whether it is run: installing and building are not."""
        return shlex.split(self.typed, comments=True)[0] not in _NOT_RUN


@dataclass(frozen=True, slots=True)
class Result:
    """What a command really gave: exit code and lines (standard output and error as a terminal shows them)."""

    code: int
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a document in order; raises ValueError where one is not closed."""
    found: list[Block] = []
    lines = text.split("\n")
    at, hint = 0, None
    while at < len(lines):
        if fence := _FENCE.match(lines[at]):
            close = lines.index("```", at + 1)
            found.append(Block(fence[1], at, tuple(lines[at + 1 : close]), hint))
            at, hint = close, None
        elif said := _HINT.match(lines[at]):
            hint = said[1]
        at += 1
    return found


def commands(block: Block) -> list[Command]:
    """The commands of a console block with their documented outputs."""
    found: list[Command] = []
    for line in block.lines:
        if line.startswith("$ "):
            found.append(Command(line.removeprefix("$ ")))
        elif not found:
            raise ValueError(f"line {block.line + 2}: a console block begins with a command, not with {line!r}")
        elif (code := _EXIT.match(line)) and not found[-1].output:
            found[-1] = Command(found[-1].typed, int(code[1]))
        else:
            found[-1] = Command(found[-1].typed, found[-1].code, (*found[-1].output, line))
    return found


def runs(output: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The stretches of lines between gaps; the first or last is empty where a gap begins or ends the output."""
    found: list[list[str]] = [[]]
    for line in output:
        if line.strip() == GAP:
            found.append([])
        else:
            found[-1].append(line)
    return [tuple(run) for run in found]


def mismatch(documented: tuple[str, ...], real: tuple[str, ...]) -> str | None:
    """What of the documented lines does not stand, in order and unbroken but for gaps, in the real ones; or None."""
    parts = runs(documented)
    at = 0
    for number, run in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        if last and not first and len(real) - len(run) >= at:
            at = len(real) - len(run)
        starts = [at] if first or last else range(at, len(real) + 1)
        found = next((start for start in starts if _same(run, real[start : start + len(run)])), None)
        if found is None:
            return "\n".join(run)
        at = found + len(run)
    return None if len(parts) > 1 or at == len(real) else "\n".join(real[at:])


def _same(documented: tuple[str, ...], real: tuple[str, ...]) -> bool:
    return len(documented) == len(real) and all(map(matches, documented, real))


def matches(documented: str, real: str) -> bool:
    """Whether a documented line is the real one, what is masked in it aside."""
    pattern = re.escape(documented.rstrip())
    # the last digit of a probability may differ from processor to processor
    pattern = re.sub(r"(confidence\\ )[01](?:\\\.\d+)?", r"\1[01](?:\.\\d+)?", pattern)
    for mask, meant in _MASKS.items():
        pattern = pattern.replace(re.escape(mask), meant)
    return re.fullmatch(pattern, real.rstrip()) is not None


@dataclass(slots=True)
class Session:
    """A shell in a folder with a copy of the examples, `dateline` on its path, and a home of its own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)

    @classmethod
    def start(cls, folder: Path) -> Session:
        """A session in `folder`, which must be empty; the examples are copied into it."""
        shutil.copytree(ROOT / "examples", folder / "examples")
        tools = folder / ".bin"
        tools.mkdir()
        for name, options in (("dateline", "-m dateline "), ("python", ""), ("python3", "")):
            script = tools / name
            script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {options}"$@"\n', encoding="utf-8")
            script.chmod(0o755)
        return cls(folder, _environment(folder, tools))

    def save(self, block: Block) -> None:
        """Writes a block that begins with ``# file: NAME`` under that name."""
        if block.lines and (name := _FILE.match(block.lines[0])):
            (self.folder / name[1]).write_text("\n".join(block.lines[1:]) + "\n", encoding="utf-8")

    def run(self, command: Command) -> Result:
        """Runs a command; ``export NAME=VALUE`` changes the session itself."""
        if command.typed.startswith("export "):
            for word in shlex.split(command.typed)[1:]:
                name, _, value = word.partition("=")
                self.environment[name] = value
            result = Result(0, ())
        else:
            result = _on_terminal(command.typed, self.folder, self.environment)
        self.results.append(result)
        return result

    def outputs(self) -> Iterator[str]:
        """All lines of output so far, those of the newest command first."""
        for result in reversed(self.results):
            yield from result.lines


def _environment(folder: Path, tools: Path) -> dict[str, str]:
    package = str(Path(dateline.__file__).parents[1])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "PYTHON", "XDG_"))}
    return kept | {
        "PATH": f"{tools}{os.pathsep}{kept.get('PATH', os.defpath)}",
        "PYTHONPATH": package,
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",  # no colours and no moving cursor in what is pasted
        "COLUMNS": "100",
        "LINES": "50",
    }


def _on_terminal(typed: str, folder: Path, environment: dict[str, str]) -> Result:
    """Runs `typed` by the shell on a pseudo-terminal, so that it shows what a person would see."""
    master, slave = pty.openpty()
    tty.setraw(slave)  # line ends as they are written
    with subprocess.Popen(  # noqa: S603 (what it runs stands in our own documents)
        ["/bin/sh", "-c", typed],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
    ) as process:
        os.close(slave)
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        raw = b"".join(_pieces(master))
        code = process.wait()
        timer.cancel()
    os.close(master)
    lines = [line.rstrip() for line in raw.decode("utf-8").splitlines()]
    said = [number for number, line in enumerate(lines) if line]  # blank lines around the output say nothing
    return Result(code, tuple(lines[said[0] : said[-1] + 1]) if said else ())


def _pieces(master: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(master, 65_536)
        except OSError:  # how Linux says that nobody holds the other end any more
            return
        if not piece:
            return
        yield piece


def table(record: Path, query: str) -> tuple[str, ...]:
    """The rows that an SQL query gives on a record, a line each after the names of the columns, joined by " | "."""
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    try:
        cursor = connection.execute(query)
        names = " | ".join(column[0] for column in cursor.description)
        rows = [" | ".join("" if value is None else str(value) for value in row) for row in cursor]
    finally:
        connection.close()
    return (names, *rows)
