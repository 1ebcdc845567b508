"""The names of what is compared: parts of a claim, labels, and kinds of claims that are wrong."""

from __future__ import annotations

from typing import Final

ARGUMENTS: Final = ("actors", "recipients", "sources", "places")
LABELS: Final = ("mode", "aux", "hedge")
WRONG_CLAIMS: Final = ("missed", "extra", "type")
KINDS: Final = ("claims", *WRONG_CLAIMS, *ARGUMENTS, "time", "figures", *LABELS)
