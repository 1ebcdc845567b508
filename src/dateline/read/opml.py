"""OPML: lists of feeds as other readers export them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import InputError
from dateline.read.feed import declares_entities
from dateline.text.decode import decode

_LARGEST: Final = 10_000_000
_EXPORT: Final = "Export the list of feeds from your reader again, as OPML."


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list: its address as written, and its name where it has one."""

    url: str
    name: str | None


def read_opml(path: Path) -> tuple[Outline, ...]:
    """The feeds in an OPML file, each address once, those in folders too; raises InputError where it is none."""
    where = str(path)
    try:
        raw = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError) as error:  # ValueError: a path with a zero in it
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", where=where, remedy="Check the path.") from error
    if raw is None:
        raise InputError(f"is larger than {_LARGEST:,} bytes, no list of feeds", where=where, remedy=_EXPORT)
    found = {outline.url: outline for outline in _outlines(raw, where)}
    if not found:
        raise InputError("names no feeds", where=where, remedy=_EXPORT)
    return tuple(found.values())


def _outlines(raw: bytes, where: str) -> Iterator[Outline]:
    from lxml import etree  # noqa: PLC0415 (only where a list is read)

    if declares_entities(decode(raw).text):
        raise InputError("declares XML entities of its own, so it is not read", where=where, remedy=_EXPORT)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is not OPML ({error})", where=where, remedy=_EXPORT) from error
    if root is None or root.tag != "opml":
        raise InputError("is not OPML", where=where, remedy=_EXPORT)
    for element in root.iter("outline"):
        named = {str(key).lower(): str(value).strip() for key, value in element.attrib.items()}
        if url := named.get("xmlurl"):
            yield Outline(url, named.get("title") or named.get("text") or None)
