"""An article: its text with the claims marked in place, what they are read as, and who else carries the text."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from dateline.incorporate.rulings import Rulings
from dateline.model.correction import FIELDS
from dateline.serve import judged, who
from dateline.serve.present.reader import reading
from dateline.serve.refused import NotFoundError
from dateline.serve.state import page, record
from dateline.store import beside
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)

Opened = Annotated[Record, Depends(record)]


@router.get("/article/{key:path}")
def show(request: Request, key: str, opened: Opened, claim: str = "", copy: str = "") -> Response:
    """The article of this id or name; `claim` is lit in the text, and what it shares with the article `copy` marked."""
    article_id = _meant(opened, key)
    article = opened.article(article_id)
    with opened.derived() as derived:
        rulings = Rulings.of(derived)
    with opened.reading() as connection:
        copies = beside.copies_of(connection, article_id)
        incidents = beside.incidents_of_claims(connection, [each["id"] for each in article["claims"]])
    return page(
        request,
        "article.html",
        reading=reading(
            article | {"claims": [rulings.judged(each) for each in article["claims"]]}, copies, against=copy
        ),
        incidents=incidents,
        lit=claim,
        against=copy,
        judged=judged.just_made(request, opened),
        who=who.who(request),
        fields=FIELDS,
    )


@router.get("/claim/{claim_id}")
def claim_in_its_place(claim_id: str, opened: Opened) -> Response:
    """Leads to the claim in its article."""
    found = [match for match in opened.matches(claim_id) if match.kind == "claim"]
    if len(found) != 1:
        raise NotFoundError("there is no claim of this id", where=claim_id[:80], remedy="Search for its words.")
    (match,) = found
    return RedirectResponse(f"/article/{opened.article_of(match.id)}?claim={match.id}#claim-{match.id}", 307)


def _meant(opened: Record, key: str) -> str:
    found = [match for match in opened.matches(key) if match.kind == "article"] if key else []
    if found:
        return found[0].id
    raise NotFoundError(
        "there is no article of this name or id",
        where=key[:80],
        remedy="Search for words of it, or add it: dateline add.",
    )
