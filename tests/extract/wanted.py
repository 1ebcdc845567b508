"""Expected claims as a reader of the codebook would write them: ``want("ASSAULT aerial", "killed", who=["army"])``.

A field that a want leaves out is not compared, except trigger, mode, aux, hedge and figures, which always are.
Words are compared without a leading article. Figures read "killed 18", "injured 24-99", "killed 61-", "killed -150",
places "Aleppo", "from: Aleppo", "to: Idlib", times as their words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from dateline.model.annotation import Annotated
from dateline.model.claim import Claim, Figure, PlaceRef
from dateline.model.span import Span

Want = dict[str, Any]
Case = tuple[str, Sequence[Want]]
Reader = Callable[..., list[Want]]
ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


def want(
    event: str,
    trigger: str,
    *,
    aux: str | None = None,
    hedge: str | None = None,
    figures: Iterable[str] = (),
    **listed: Iterable[str],
) -> Want:
    """An expected claim; `event` is a type with its mode, `listed` any of who, whom, places, time, sources."""
    head: Want = {"event": event, "trigger": trigger, "aux": aux, "hedge": hedge, "figures": list(figures)}
    return head | {name: [bare(word) for word in words] for name, words in listed.items()}


def case(text: str, *wants: Want) -> Any:  # noqa: ANN401 (pytest's own type is private)
    """A row of a table: a text and all its claims in text order."""
    return pytest.param(text, list(wants), id=text[:70])


def bare(words: str) -> str:
    """The words without a leading article."""
    return ARTICLE.sub("", words)


def told(annotated: Annotated, claim: Claim) -> Want:
    """A claim in the form of a want, every field in it."""
    text = annotated.article.text

    def listed(spans: Iterable[Span]) -> list[str]:
        return [bare(span.of(text)) for span in spans]

    return {
        "event": f"{claim.event} {claim.mode}" if claim.mode else claim.event,
        "trigger": claim.trigger.of(text),
        "aux": claim.aux,
        "hedge": claim.hedge,
        "figures": [counted(figure) for figure in claim.figures],
        "who": listed(ref.span for ref in claim.actors),
        "whom": listed(ref.span for ref in claim.recipients),
        "places": [_place(text, ref) for ref in claim.places],
        "time": listed([claim.time.span] if claim.time else []),
        "sources": listed(ref.span for ref in claim.sources),
    }


def counted(figure: Figure) -> str:
    """A figure as "killed 18", "killed 24-99", "killed 61-" (no upper bound) or "killed -150"."""
    low, high = (f"{bound:.10g}" if bound is not None else "" for bound in (figure.low, figure.high))
    return f"{figure.measure} {low}" if low == high else f"{figure.measure} {low}-{high}"


def _place(text: str, ref: PlaceRef) -> str:
    words = bare(ref.span.of(text))
    return words if ref.role == "at" else f"{ref.role}: {words}"


def compared(found: Sequence[Want], wants: Sequence[Want]) -> list[Want]:
    """`found` without the fields that the want at the same place leaves out."""
    kept = []
    for at, claim in enumerate(found):
        asked = wants[at] if at < len(wants) else {"event": "", "trigger": ""}
        kept.append({name: claim[name] for name in asked})
    return kept
