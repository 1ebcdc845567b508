"""Word pieces as BERT's uncased vocabulary cuts them: lower case, no accents, the longest known piece first.

Our own few lines instead of the `tokenizers` package, which brings a download client and a dozen packages with it. A
test holds them to that package's answers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

INSIDE: Final = "##"  # marks a piece that does not begin a word
LONGEST: Final = 100  # characters; a longer word is unknown as a whole


class WordPiece:
    """Cuts words by a vocabulary, a list of pieces whose places are their numbers."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """The vocabulary of a file with one piece a line."""
        return cls(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; empty for what is only space or control characters."""
        return tuple(number for part in _parts(word) for number in self._pieces(part))

    def _pieces(self, part: str) -> list[int]:
        if len(part) > LONGEST:
            return [self._unknown]
        out: list[int] = []
        at = 0
        while at < len(part):
            found = self._longest(part, at)
            if found is None:
                return [self._unknown]
            at, number = found
            out.append(number)
        return out

    def _longest(self, part: str, at: int) -> tuple[int, int] | None:
        mark = INSIDE if at else ""
        for end in range(len(part), at, -1):
            number = self._numbers.get(mark + part[at:end])
            if number is not None:
                return end, number
        return None


def _parts(word: str) -> Iterator[str]:
    """The runs of letters and digits, and each sign by itself."""
    plain = unicodedata.normalize("NFD", "".join(_cleaned(word)).lower())
    run = ""
    for char in plain:
        if unicodedata.category(char) == "Mn":
            continue
        if char.isspace() or _is_sign(char) or _is_ideograph(char):
            if run:
                yield run
            run = ""
            if not char.isspace():
                yield char
        else:
            run += char
    if run:
        yield run


def _cleaned(word: str) -> Iterator[str]:
    for char in word:
        if char in "\t\n\r":
            yield " "
        elif char not in "\x00\ufffd" and unicodedata.category(char) not in {"Cc", "Cf", "Cn", "Co"}:
            yield " " if unicodedata.category(char) == "Zs" else char


def _is_sign(char: str) -> bool:
    """Punctuation, and every ASCII character that is no letter or digit ("$", "+")."""
    return unicodedata.category(char).startswith("P") or (char.isascii() and not char.isalnum() and not char.isspace())


def _is_ideograph(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0002a6df"
