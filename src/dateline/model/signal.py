"""What the encoder says of an article: words that may name events and what belongs to them, with probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.span import Span

ROLES: Final[tuple[str, ...]] = ("actor", "recipient", "at", "from", "to", "time", "source", "relay")


@dataclass(frozen=True, slots=True)
class Arc:
    """Words that play `role` (one of `ROLES`) in an event, with the probability that they do."""

    role: str
    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that name an event of type `event` ("" where the type was left open) with `probability`.

    `others` are further types with their probabilities; `mode`, `aux` and `hedge` are the most probable ones,
    each None where none is. `arcs` may be looked for only when they are read.
    """

    span: Span
    event: str
    probability: float
    mode: str | None = None
    aux: str | None = None
    hedge: str | None = None
    arcs: Sequence[Arc] = ()
    others: tuple[tuple[str, float], ...] = ()
