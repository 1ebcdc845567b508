"""Bytes to text, with the encoding that was taken and what is doubtful about it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (  # the longest first: a UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset({"ascii", "iso8859-1"})  # what is labelled so on the web is Windows-1252 in truth
_NAMES = {"cp1252": "Windows-1252", "iso8859-1": "Latin-1"}
_SAMPLE = 4096
_STRAY = 4  # well-formed sequences for each stray byte, from which on a text counts as UTF-8 with damage
_LATIN_1 = "iso8859-1"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gave it, and in `doubt` what a person should know about the choice, or None."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `raw` without its byte order mark, every other character kept; never raises.

    In this order: the byte order mark, UTF-16 by its zeros, strict UTF-8, the encoding that the document has
    `declared`, UTF-8 with a few bytes damaged, Windows-1252, Latin-1. Only what had to be guessed leaves a doubt.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding)
    if wide := utf16_by_zeros(raw):
        return _decoded(raw, wide)
    if (text := _strict(raw, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    codec = known_codec(declared)
    if codec and (text := _strict(raw, codec)) is not None:
        return Decoded(text, codec)
    return _damaged(raw) or _western(raw)


def utf16_by_zeros(raw: bytes) -> str | None:
    """The codec of UTF-16 without a mark, told by every other byte of a Western text being zero; else None."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= 0.6 * half and even <= 0.05 * half:
        return "utf-16-le"
    if even >= 0.6 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return None


def known_codec(name: str | None) -> str | None:
    """Python's name of the encoding called `name`, Windows-1252 for Latin-1 and ASCII; None for what is no encoding."""
    try:
        info = codecs.lookup(name or "")
    except (LookupError, ValueError):  # ValueError: a name with a zero in it
        return None
    is_text: bool = getattr(info, "_is_text_encoding", True)  # base64 and the like are codecs too
    return ("cp1252" if info.name in _LATIN else info.name) if is_text else None


def _decoded(raw: bytes, encoding: str) -> Decoded:
    text = _strict(raw, encoding)
    if text is not None:
        return Decoded(text, encoding)
    broken = raw.decode(encoding, "replace")
    return Decoded(broken, encoding, f"some bytes are not {encoding.upper()} and stand as \N{REPLACEMENT CHARACTER}")


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _damaged(raw: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken: reading it as Windows-1252 would garble every other sign of it."""
    text = raw.decode("utf-8", "replace")
    strays = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(not c.isascii() for c in text) - strays
    if sound < _STRAY * strays:
        return None
    said = "1 place is" if strays == 1 else f"{strays} places are"
    return Decoded(text, "utf-8", f"{said} not UTF-8, shown as \N{REPLACEMENT CHARACTER}")


def _western(raw: bytes) -> Decoded:
    encoding = "cp1252"
    text = _strict(raw, encoding)
    if text is None:
        encoding = _LATIN_1
        text = raw.decode(_LATIN_1)
    return Decoded(text, encoding, f"not UTF-8; read as {_NAMES[encoding]}")
