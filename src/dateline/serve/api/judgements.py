"""What people judged, and judging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from dateline.errors import UsageError
from dateline.incorporate import judging
from dateline.incorporate.judging import Author
from dateline.model.judgement import ACCEPT, CORRECT, KINDS, REJECT, SAME, SPLIT, UNDO
from dateline.serve.answers import as_json
from dateline.serve.api.paging import Paged, listed, paged
from dateline.serve.api.shown import PAGES, Failed, Listed, NewJudgement
from dateline.serve.correcting import correction
from dateline.serve.security import guard_api
from dateline.serve.state import record, state_of
from dateline.store.record import Record

if TYPE_CHECKING:
    from dateline.model.judgement import Judgement
    from dateline.serve.state import State

Json = dict[str, Any]
router = APIRouter()
Kept = Annotated[Record, Depends(record)]


@router.get("/judgements", openapi_extra=PAGES, response_model=Listed)
def judgements(request: Request, page: Annotated[Paged, Depends(paged)], record: Kept) -> Response:
    """Every judgement, the latest first, each with what took it back."""
    known = list(reversed(record.judgements()))
    part = page.part
    return listed(request, page, len(known), (each.to_json() for each in known[part.offset : part.offset + part.limit]))


@router.post(
    "/judgements",
    status_code=201,
    response_model=Json,
    dependencies=[Depends(guard_api)],
    responses={403: {"model": Failed, "description": "Writing needs the token, or the record is only shown."}},
)
def judge(request: Request, made: NewJudgement) -> Response:
    """Makes a judgement, brings the incidents up to date, and tells which incidents its claims are in now.

    Where the server can be reached by others, writing needs `Authorization: Bearer TOKEN`.
    """
    state = state_of(request)
    written = _make(state, made)
    record = state.current()
    now = sorted({found for each in written.subjects if (found := record.incident_of(each.claim))})
    out = as_json(request, written.to_json() | {"incidents": now})
    out.status_code = 201
    return out


def _make(state: State, made: NewJudgement) -> Judgement:
    if not made.who.strip():
        raise UsageError("who judges is not given", where="who", remedy="Give your name.")
    record, by = state.current(), Author(" ".join(made.who.split()), made.why)
    if made.kind not in KINDS:
        raise UsageError(f"{made.kind!r} is no judgement", where="kind", remedy=f"Choose of: {', '.join(KINDS)}.")
    if made.kind == UNDO:
        return judging.judge_undo(record, made.undoes, by)
    if not made.keys or (made.kind in (SPLIT, CORRECT) and len(made.keys) != 1):
        raise UsageError("the ids are not as they must be", where="keys", remedy="Give one id; for same two or more.")
    if made.kind == SAME:
        return judging.judge_same(record, made.keys, by)
    if made.kind == SPLIT:
        return judging.judge_split(record, made.keys[0], made.aside, by)
    if made.kind in (ACCEPT, REJECT):
        return judging.judge_claims(record, made.kind, made.keys, by)
    claim, value = correction(record, made.keys[0], (made.field, made.value), state.settings.places_file())
    return judging.judge_correct(record, claim, value, by)
