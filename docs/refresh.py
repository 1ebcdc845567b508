"""Runs the examples of the documents again and writes their outputs anew: ``python -m docs.refresh [FILE…]``.

What is left out stays left out: where an output shows its first five lines and then ``…``, so will the new one; lines
between two gaps are looked for where the new output resembles them most. Ids masked as ``<id>`` stay masked. A command
that does not end with the exit code that the document gives stops it, and that document stays as it was.
See `docs.console` for the form of examples.
"""  # noqa: INP001 (a folder of documents with two scripts)

from __future__ import annotations

import re
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import dateline
from docs.console import GAP, ROOT, Block, Command, Session, blocks, commands, matches, runs, table

TUTORIAL: Final = ROOT / "docs" / "tutorial.md"
RECORD: Final = "aleppo.db"  # the tutorial's record, which SQL examples are run on
_ID: Final = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b")
_LAST_ID: Final = re.compile(r"\b([0-9a-f]{8})(?:[0-9a-f]{8})?\s*$")
_PLACES: Final = (tempfile.gettempdir(), str(ROOT), str(Path(dateline.__file__).parent))
_HERE: Final = re.compile(rf"(?:{'|'.join(map(re.escape, _PLACES))})/\S*\w")


def documents() -> list[Path]:
    """Every document with examples: the tutorial first, for its record is the others' example."""
    found = [TUTORIAL, ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [path for path in dict.fromkeys(found) if path.exists()]


def refresh(path: Path, folder: Path, record: Path) -> bool:
    """Rewrites the outputs in one document, run in `folder`; True where anything changed."""
    text = path.read_text(encoding="utf-8")
    session = Session.start(folder)
    lines = text.split("\n")
    changes: list[tuple[Block, list[str]]] = []
    query: str | None = None
    for block in blocks(text):
        session.save(block)
        if block.language == "console":
            changes.append((block, _console(block, session)))
        elif block.language == "text" and query:
            changes.append((block, list(shortened(block.lines, table(record, query)))))
        query = "\n".join(block.lines) if block.language == "sql" else None
    for block, new in reversed(changes):  # from the end, so that the lines before keep their numbers
        lines[block.line + 1 : block.line + 1 + len(block.lines)] = new
    fresh = "\n".join(lines)
    path.write_text(fresh, encoding="utf-8")
    return fresh != text


def _console(block: Block, session: Session) -> list[str]:
    new: list[str] = []
    for old in commands(block):
        command = Command(_with_ids(old.typed, block.hint, session), old.code, old.output)
        new.append(f"$ {command.typed}")
        if not command.is_run:
            new.extend(old.output)
            continue
        result = session.run(command)
        if result.code != command.code:  # a failure must never be written down as what is expected
            shown = "\n".join(result.lines)
            raise SystemExit(f"{command.typed}\nends with {result.code}, not with {command.code}:\n{shown}")
        new.extend([f"# exit {result.code}"] if result.code else [])
        new.extend(shortened(old.output, result.lines))
    return new


def _with_ids(typed: str, hint: str | None, session: Session) -> str:
    if hint is None or not _ID.search(typed):
        return typed
    said = next((line for line in session.outputs() if re.search(hint, line) and _LAST_ID.search(line)), None)
    found = _LAST_ID.search(said) if said else None
    if found is None:
        raise SystemExit(f"no output so far has a line that matches {hint!r} and ends with an id: change the hint")
    return _ID.sub(found[1], typed)


def shortened(old: tuple[str, ...], real: tuple[str, ...]) -> tuple[str, ...]:
    """`real` with gaps where `old` has them, and with places on this computer written as <path>."""
    masks = [line for line in old if "<id>" in line]
    real = tuple(_masked(line, masks) for line in real)
    parts = runs(old)
    if len(parts) == 1 or len(real) <= sum(map(len, parts)):
        return real
    kept: list[tuple[int, int]] = [(0, len(parts[0]))]
    tail = len(real) - len(parts[-1])
    for run in parts[1:-1]:
        start = _most_alike(run, real, kept[-1][1], tail)
        if start is not None:
            kept.append((start, start + len(run)))
    kept.append((tail, len(real)))
    out: list[str] = []
    upto = 0
    for start, stop in kept:
        out.extend([GAP] if start > upto else [])
        out.extend(real[max(start, upto) : stop])
        upto = max(upto, stop)
    return tuple(out)


def _masked(line: str, masks: list[str]) -> str:
    said = next((mask for mask in masks if matches(mask, line)), line)
    return _HERE.sub("<path>", said)


def _most_alike(run: tuple[str, ...], real: tuple[str, ...], start: int, stop: int) -> int | None:
    """Where in real[start:stop] the lines resemble `run` most; None where there is no room for it."""

    def alike(at: int) -> float:
        pairs = zip(run, real[at : at + len(run)], strict=True)
        return sum(SequenceMatcher(None, one.strip(), other.strip(), autojunk=False).ratio() for one, other in pairs)

    return max(range(start, stop - len(run) + 1), key=alike, default=None)


def main(names: list[str]) -> None:
    """Refreshes the named documents, or all; the tutorial is always run, for its record."""
    wanted = [Path(name).resolve() for name in names] or documents()
    with tempfile.TemporaryDirectory(prefix="dateline-docs-") as base:
        record = Path(base) / TUTORIAL.stem / RECORD
        for path in dict.fromkeys([TUTORIAL, *wanted]):
            folder = Path(base) / path.stem
            folder.mkdir()
            changed = refresh(path, folder, record)
            sys.stdout.write(f"{path.relative_to(ROOT)}: {'changed' if changed else 'as it was'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
