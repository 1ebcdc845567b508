"""The queue of what is doubtful: judged one by one, by keyboard if wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from dateline.incorporate.rulings import Rulings
from dateline.model.correction import FIELDS
from dateline.serve import judged, who
from dateline.serve.present.claims import Card, card
from dateline.serve.present.dossier import head_of
from dateline.serve.state import page, record
from dateline.store.record import Record
from dateline.store.wanted import Part

router = APIRouter(include_in_schema=False)

Opened = Annotated[Record, Depends(record)]
_AT_ONCE: Final = 20
WORDS: Final = {
    "confidence": "read with little confidence",
    "place": "a place could not be located",
    "disagreement": "the origins disagree",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to look at, and why."""

    card: Card
    incident: str
    doubts: tuple[str, ...]


@router.get("/review")
def review(
    request: Request,
    opened: Opened,
    kind: Literal["", "confidence", "place", "disagreement"] = "",
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> Response:
    """The doubtful claims of a kind, or of all, the least sure first."""
    with opened.lists() as lists:
        counts = lists.count_doubtful()
        found = lists.doubtful(kind or None, Part(_AT_ONCE + 1, (number - 1) * _AT_ONCE))
    with opened.derived() as derived:
        rulings = Rulings.of(derived)
    items = [
        Item(
            card(rulings.judged(doubt.row.claim), head_of(doubt.row)),
            doubt.incident,
            tuple(WORDS[each] for each in doubt.kinds),
        )
        for doubt in found[:_AT_ONCE]
    ]
    here = f"/review?kind={kind}&page={number}" if kind else f"/review?page={number}"
    return page(
        request,
        "review.html",
        items=items,
        counts=counts,
        words=WORDS,
        kind=kind,
        number=number,
        more=len(found) > _AT_ONCE,
        here=here,
        judged=judged.just_made(request, opened),
        who=who.who(request),
        fields=FIELDS,
    )
