"""The error of an address that gives no document."""

from __future__ import annotations

from dateline.errors import InputError

LATER = "Try again later."
BY_HAND = "Open it in a browser, save the page, and give the file."


class FetchError(InputError):
    """An address gave no document. `where` is the address.

    `transient` says that the same request may go well another time; `wait` is for how many seconds the server (or our
    own manners) asks to be left alone, None where nobody says.
    """

    def __init__(
        self, what: str, *, where: str, remedy: str = BY_HAND, transient: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.transient = transient
        self.wait = wait
