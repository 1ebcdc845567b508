"""A document's bytes as they come from a file or from standard input, read no further than they are needed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dateline.errors import InputError
from dateline.read.sniff import HEAD


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `name` is the contract's id, `where` tells a person where it is, `suffix` is ".txt", "" for none.

    `head` is its first bytes, which `stream` does not give again; `size` its length in bytes where that is known;
    `charset` is the encoding that a server declared.
    """

    name: str
    where: str
    suffix: str
    head: bytes
    stream: BinaryIO
    size: int | None = None
    charset: str | None = None

    @classmethod
    def of(cls, stream: BinaryIO, *, name: str, where: str, suffix: str = "", size: int | None = None) -> Source:
        """A source that has looked at the first bytes of `stream`."""
        return cls(name, where, suffix, _filled(stream, HEAD), stream, size)

    def whole(self, limit: int) -> bytes:
        """All bytes; raises InputError for more than `limit`, before they are in memory."""
        if self.size is not None and self.size > limit:
            raise _too_big(f"{self.size:,}", limit)
        raw = self.head + _filled(self.stream, max(0, limit + 1 - len(self.head)))
        if len(raw) > limit:
            raise _too_big(f"more than {limit:,}", limit)
        return raw

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """The lines as bytes without their ends, one in memory at a time; None for one longer than `limit` bytes."""
        stream = io.BufferedReader(_Rejoined(self.head, self.stream))
        while line := stream.readline(limit + 1):
            ended = line.endswith(b"\n")
            if len(line) <= limit or ended:
                yield line.rstrip(b"\r\n")
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield None


class _Rejoined(io.RawIOBase):
    """The bytes already taken from a stream, then the rest of it, as it comes."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._left = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        room = len(buffer)
        piece = self._left[:room] if self._left else self._stream.read(room)
        self._left = self._left[len(piece) :] if self._left else self._left
        buffer[: len(piece)] = piece
        return len(piece)


def _filled(stream: BinaryIO, count: int) -> bytes:
    """The next `count` bytes of `stream`, fewer only at its end: a pipe may give them in pieces."""
    pieces: list[bytes] = []
    while count > 0 and (piece := stream.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _too_big(size: str, limit: int) -> InputError:
    return InputError(
        f"has {size} bytes, and at most {limit:,} are read as one document",
        remedy="Split it into its articles, or raise DATELINE_MAX_CHARS.",
    )
