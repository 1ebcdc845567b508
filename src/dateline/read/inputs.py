"""What a person gives (files, folders, standard input, addresses) to articles and issues."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.address import ADDRESS
from dateline.read.documents import read_document
from dateline.read.fetch_error import BY_HAND, FetchError
from dateline.read.issues import refusal
from dateline.read.source import Source
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.read.fetch import Fetcher

STDIN = "stdin"
# notes in Markdown beside the articles are no news: named by itself such a file is read all the same
SUFFIXES = frozenset({".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json"})


def read_inputs(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    settings: Settings,
    published: date | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Article | Issue]:
    """The articles of `inputs` in order: files, folders (all files below, sorted, hidden ones not), "-" for `stdin`.

    Addresses (http and https) are fetched by `fetcher`; without one nothing goes to the network and they are refused.

    What bytes are decides how they are read, not their name. An issue that is not fatal comes just before its
    article, and its `where` is the article's `origin`; a fatal one stands for a document that gave none, and the
    next document follows. `published` is the day of articles that bring none. `stdin` is the process's own by default.
    """
    for given in inputs:
        if given == "-":
            stream = stdin or sys.stdin.buffer
            yield from read_document(Source.of(stream, name=STDIN, where=STDIN), settings, published=published)
        elif ADDRESS.match(given):
            yield from _fetched(given, fetcher, settings, published)
        else:
            for path in _files(Path(given)):
                yield from _read_path(path, settings, published) if isinstance(path, Path) else (path,)


def _read_path(path: Path, settings: Settings, published: date | None) -> Iterator[Article | Issue]:
    where = _shown(path)
    try:
        with path.open("rb") as stream:
            facts = os.fstat(stream.fileno())
            size = facts.st_size if stat.S_ISREG(facts.st_mode) else None
            name = _shown(Path(path.stem))
            source = Source.of(stream, name=name, where=where, suffix=path.suffix.lower(), size=size)
            yield from read_document(source, settings, published=published)
    except OSError as error:
        yield _unreadable(error, where)


def _files(given: Path) -> Iterator[Path | Issue]:
    """`given` itself, or where it is a folder each file below it that may be read and an issue for each other one."""
    try:
        mode = given.stat().st_mode
        if stat.S_ISREG(mode) or stat.S_ISFIFO(mode):  # a shell's <(command) is a pipe
            yield given
        elif not stat.S_ISDIR(mode):
            yield refusal(
                InputError("is neither a file nor a folder", remedy="Give a file or a folder."), _shown(given)
            )
        else:
            yield from _folder(given)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero in it
        yield _unreadable(error, _shown(given))


def _folder(folder: Path) -> Iterator[Path | Issue]:
    found = False
    for path in _walk(folder):
        found = True
        if isinstance(path, Issue) or (path.suffix.lower() in SUFFIXES and path.is_file()):
            yield path
        else:
            kinds = ", ".join(sorted(SUFFIXES))
            remedy = f"In a folder {kinds} are read; to read it all the same, name the file itself."
            yield refusal(InputError("is not a kind of file that Dateline reads", remedy=remedy), _shown(path))
    if not found:
        yield refusal(InputError("holds no files", remedy="Give a folder with texts or pages in it."), _shown(folder))


def _walk(folder: Path) -> Iterator[Path | Issue]:
    """The files below `folder` in sorted order, hidden ones and links to folders left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(error, _shown(folder))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or (entry.is_symlink() and path.is_dir()):
            continue
        if entry.is_dir():
            yield from _walk(path)
        else:
            yield path


def _fetched(
    given: str, fetcher: Fetcher | None, settings: Settings, published: date | None
) -> Iterator[Article | Issue]:
    if fetcher is None:
        yield refusal(InputError("is an address, and pages are not fetched", remedy=BY_HAND), given)
        return
    from dateline.read.web import Told, read_address  # noqa: PLC0415 (only where something is fetched)

    try:
        yield from read_address(given, fetcher, settings, told=Told(published=published))
    except FetchError as error:
        yield refusal(error, given)


def _unreadable(error: OSError | ValueError, where: str) -> Issue:
    if isinstance(error, FileNotFoundError):
        return refusal(InputError("does not exist", remedy="Check the spelling and the folder."), where)
    reason = getattr(error, "strerror", None) or str(error)
    return refusal(InputError(f"cannot be read: {reason}", remedy="Check that it is yours to read."), where)


def _shown(path: Path) -> str:
    """The path as text that can be stored: bytes of a name that are not UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
