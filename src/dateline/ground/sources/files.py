"""What a user names with --from: a file, a folder or a zip, given as the documents in it, and its checksum."""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.errors import InputError

LONGEST = 2 << 30  # bytes of one document once it is unpacked
_CHUNK = 1 << 20
# What a zip raises that is damaged, locked or packed in a way that is not known
_UNREADABLE = (OSError, EOFError, RuntimeError, UnicodeDecodeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_DAMAGED = "Download it again, or unpack it yourself and name the folder."


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `where` names it in messages, `name` is its own name in lower case."""

    where: str
    name: str
    _open: Callable[[], IO[bytes]]

    def text(self) -> str:
        """All of it; raises InputError where it cannot be read."""
        with self._opened() as stream:
            return self._decoded(stream.read(), 1).removeprefix("\ufeff")

    def lines(self) -> Iterator[tuple[int, str]]:
        """Its lines with their numbers from 1, without line ends; empty ones are left out."""
        with self._opened() as stream:
            for number, raw in enumerate(stream, start=1):
                line = self._decoded(raw, number).rstrip("\r\n")
                if line:
                    yield number, line.removeprefix("\ufeff") if number == 1 else line

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        try:
            with self._open() as stream:
                yield stream
        except _UNREADABLE as error:
            raise InputError(f"it cannot be read: {error}", where=self.where, remedy=_DAMAGED) from error

    def _decoded(self, raw: bytes, line: int) -> str:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            at = line + raw[: error.start].count(b"\n")
            where = f"{self.where} line {at}"
            raise InputError("it is not UTF-8 text", where=where, remedy=_DAMAGED) from error


def documents(path: Path) -> list[Document]:
    """The documents in a file, folder or zip, by name; raises InputError where there is none to read."""
    if path.is_dir():
        found = [_plain(file, path) for file in sorted(path.rglob("*")) if file.is_file() and not _hidden(file, path)]
        return [each for nested in found for each in nested]
    if not path.is_file():
        raise InputError("there is no such file", where=str(path), remedy="Check the name given with --from.")
    return _plain(path, path.parent)


def checksum(path: Path) -> str:
    """SHA-256 in hexadecimal: of a file its own, of a folder that of the lines that `sha256sum` prints for it."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not _hidden(file, path))
        lines = (f"{checksum(file)}  {file.relative_to(path).as_posix()}\n" for file in files)
        return hashlib.sha256("".join(lines).encode()).hexdigest()
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", where=str(path)) from error
    return digest.hexdigest()


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _plain(file: Path, root: Path) -> list[Document]:
    where = file.relative_to(root).as_posix() if file.parent != root else file.name
    if file.suffix.lower() == ".zip":
        return _members(file, where)
    return [Document(where, file.name.lower(), lambda: file.open("rb"))]


def _members(file: Path, where: str) -> list[Document]:
    try:
        archive = zipfile.ZipFile(file)
    except _UNREADABLE as error:
        raise InputError(f"the zip is damaged: {error}", where=where, remedy=_DAMAGED) from error
    found: list[Document] = []
    for info in archive.infolist():
        if info.is_dir():
            continue
        if info.file_size > LONGEST:
            limit = f"it unpacks to more than {LONGEST >> 30} GiB"
            raise InputError(limit, where=f"{where}/{info.filename}", remedy="Cut it to the country that you need.")
        name = info.filename.rsplit("/", maxsplit=1)[-1].lower()
        found.append(Document(f"{where}/{info.filename}", name, lambda info=info: archive.open(info)))  # type: ignore[misc]
    return found
