"""What the API's answers look like, for its description in OpenAPI; and the parameters that all lists share."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, Field

from dateline.model.codebook import EVENTS, MEASURES
from dateline.serve.filters import STATUSES
from dateline.store.wanted import SORTS

Json = dict[str, Any]
LARGEST: Final = 500  # rows of a page


class Listed(BaseModel):
    """A page of a list: `total` rows in all, `size` on a page; pages count from 1."""

    total: int
    page: int
    size: int
    pages: int
    items: list[Json]


class Problem(BaseModel):
    """Why a request failed: what, where, and what to do next."""

    status: int
    what: str
    where: str
    remedy: str


class Failed(BaseModel):
    """The body of every answer that is no success."""

    error: Problem


class NewJudgement(BaseModel):
    """A judgement to be made.

    `keys` are ids of claims or incidents (or beginnings of ids); an incident stands for all its claims. `same`: they
    are one incident. `split`: those of `aside` are another incident than the rest of `keys`, which is one id.
    `accept`, `reject`: they are right, or not what the article says. `correct`: `field` of the one claim is `value`,
    written as for `dateline judge correct`. `undo`: takes back judgement `undoes`.
    """

    kind: str = Field(examples=["same"])
    keys: list[str] = Field(default=[], max_length=1000)
    aside: list[str] = Field(default=[], max_length=1000)
    field: str = ""
    value: str = Field(default="", max_length=500)
    undoes: int = 0
    who: str = Field(min_length=1, max_length=100)
    why: str | None = Field(default=None, max_length=2000)


def _query(name: str, what: str, *, array: bool = False, **schema: Any) -> Json:  # noqa: ANN401 (JSON Schema)
    form: Json = {"type": "string"} | schema
    if array:
        form = {"type": "array", "items": form}
    return {"name": name, "in": "query", "required": False, "description": what, "schema": form}


PAGING: Final = (
    _query("page", "Which page, from 1.", type="integer", minimum=1, default=1),
    _query("size", f"Rows of a page, at most {LARGEST}.", type="integer", minimum=1, maximum=LARGEST, default=50),
)
FILTERS: Final = (
    _query("q", "Words that all stand in the sentence of one claim; case and diacritics do not matter."),
    _query("type", "Types of event, any of them.", array=True, enum=list(EVENTS)),
    _query("status", "Any of them.", array=True, enum=list(STATUSES)),
    _query("place", "Part of a place's name, of the incident or of one of its claims; or a country's code."),
    _query("country", "The incident's country, ISO 3166-1 alpha-3."),
    _query("bbox", "west,south,east,north in degrees (WGS 84): the incident's point lies within."),
    _query("since", "Happened on or after this day.", format="date"),
    _query("until", "Happened on or before this day.", format="date"),
    _query("actor", "Part of the name of who did it, or to whom it was done."),
    _query("source", "Part of the name of an independent origin."),
    _query("measure", "A figure of it counts this.", enum=list(MEASURES)),
    _query("min_origins", "At least so many independent origins.", type="integer", minimum=0),
    _query("disagree", "1: two origins contradict each other.", enum=["0", "1"]),
    _query("sort", "The order.", enum=list(SORTS), default=SORTS[0]),
)
LIST: Final[Json] = {"parameters": [*FILTERS, *PAGING]}
PAGES: Final[Json] = {"parameters": [*PAGING]}
REFUSALS: Final[dict[int | str, Json]] = {
    400: {"model": Failed, "description": "A value is not as it must be."},
    404: {"model": Failed, "description": "There is nothing of this id."},
    503: {"model": Failed, "description": "Another process is writing; try again a little later."},
}
