"""What was added to the gazetteer, as a table or JSON: for `places add`, `alias`, `list` and `remove`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli import terminal
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ground.gazetteer_additions import Source

_DIGITS = 12  # of a checksum on a terminal


def places_file() -> Path:
    """The file of what was added."""
    return Settings.from_environment().places_file() or Path("places.db")  # from the environment it always is one


def write(sources: Sequence[Source], *, as_json: bool | None) -> None:
    """Each source as a table of its own, or as a line of JSON."""
    if terminal.wants_json(as_json):
        for source in sources:
            terminal.write_json(_json(source))
        return
    console = terminal.console()
    for source in sources:
        terminal.print_card(console, f"{source.id}  {source.places:,} places", _rows(source))


def _rows(source: Source) -> Iterator[tuple[str, str]]:
    yield "kinds", counted(source.kinds)
    if source.joined:
        yield "joined", f"{source.joined:,} to a place that was known already"
    if source.areas:
        yield "bounds", f"{source.areas:,} divisions"
    yield "names", f"{source.names:,}; {source.ambiguous:,} became ambiguous"
    if source.left_out:
        yield "left out", counted(source.left_out)
    yield "licence", source.licence
    yield "added", source.added + (f", data of {source.as_of}" if source.as_of else "")
    for name, digest in source.files:
        yield "file", f"{name}, SHA-256 {digest[:_DIGITS]}…"


def counted(counts: Mapping[str, int]) -> str:
    """Such as "120 city, 3 camp"."""
    return ", ".join(f"{count:,} {what}" for what, count in counts.items()) or "none"


def _json(source: Source) -> dict[str, Any]:
    files = [{"name": name, "sha256": digest} for name, digest in source.files]
    return asdict(source) | {"places": source.places, "files": files}
