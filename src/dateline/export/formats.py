"""The formats by name: what each can hold, and what it is made of. `writing` writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.errors import UsageError

ARTICLES: Final = "articles"  # in the contract's form, with the claims that are wanted
CLAIMS: Final = "claims"  # each a ClaimRow
INCIDENTS: Final = "incidents"  # each an IncidentRow
OF: Final = (CLAIMS, INCIDENTS)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: for each thing that it can hold ("claims", "incidents") the rows that it is made of.

    `binary`: it is bytes, not text. `coarse`: it makes sense without the words of the articles.
    """

    of: Mapping[str, str]
    binary: bool = False
    coarse: bool = True


FORMATS: Final[dict[str, Format]] = {
    "jsonl": Format({CLAIMS: ARTICLES, INCIDENTS: INCIDENTS}),
    "csv": Format({CLAIMS: CLAIMS, INCIDENTS: INCIDENTS}),
    "xlsx": Format({CLAIMS: CLAIMS, INCIDENTS: INCIDENTS}, binary=True),
    "geojson": Format({CLAIMS: CLAIMS, INCIDENTS: INCIDENTS}),
    "geoparquet": Format({CLAIMS: CLAIMS, INCIDENTS: INCIDENTS}, binary=True),
    "hxl": Format({CLAIMS: CLAIMS}),
    "annotations": Format({CLAIMS: ARTICLES}, coarse=False),
    "ucdp": Format({INCIDENTS: INCIDENTS}),
    "acled": Format({INCIDENTS: INCIDENTS}),
}


def check(kind: str, of: str | None, *, coarse: bool) -> str:
    """What the format is made of: "claims" or "incidents"; raises UsageError where the wishes do not go together."""
    form = FORMATS[kind]
    if coarse and not form.coarse:
        raise UsageError(
            f"{kind} quotes the words of the articles, and --coarse leaves them out", remedy="Choose another --format."
        )
    if of is not None and of not in form.of:
        can = ", ".join(name for name, each in FORMATS.items() if of in each.of)
        raise UsageError(f"{kind} cannot hold {of}", remedy=f"Leave --of out, or choose one of: {can}.")
    return of or next(iter(form.of))
