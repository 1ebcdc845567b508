"""The error of an address that gives no document."""

from __future__ import annotations

from dateline.errors import InputError

LATER = "Try again later."
BY_HAND = "Open it in a browser, save the page, and give the file."
_LONGEST = 600  # characters


class FetchError(InputError):
    """An address gave no document. `where` is the address.

    `transient` says that the same request may go well another time; `wait` is for how many seconds the server (or our
    own manners) asks to be left alone, None where nobody says.
    """

    def __init__(
        self, what: str, *, where: str, remedy: str = BY_HAND, transient: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(_shown(what), where=_shown(where), remedy=remedy)
        self.transient = transient
        self.wait = wait


def _shown(text: str) -> str:
    """The text as it may stand on a terminal and in the record: parts of it are what a server sent."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
