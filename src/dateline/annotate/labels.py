"""The labels that the encoder gives to words, in the order of its outputs; None stands for "none of them"."""

from __future__ import annotations

from typing import Final

from dateline.model.codebook import AUX, EVENTS, HEDGES, MODES

EVENT_NAMES: Final[tuple[str | None, ...]] = (None, *EVENTS)
MODE_NAMES: Final[tuple[tuple[str, str | None], ...]] = tuple((e, m) for e in EVENTS for m in (None, *MODES[e]))
AUX_NAMES: Final[tuple[str | None, ...]] = (None, *AUX)
HEDGE_NAMES: Final[tuple[str | None, ...]] = (None, *HEDGES)
