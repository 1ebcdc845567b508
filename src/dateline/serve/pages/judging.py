"""The forms that judge: same, split, accept, reject, correct, undo. Each leads back to where its claims are now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from dateline.errors import UsageError
from dateline.incorporate import judging
from dateline.incorporate.judging import Author
from dateline.model.judgement import ACCEPT, REJECT, Judgement
from dateline.serve import who as authors
from dateline.serve.correcting import correction
from dateline.serve.security import guard
from dateline.serve.state import state_of
from dateline.store.record import Record

router = APIRouter(prefix="/judge", dependencies=[Depends(guard)], include_in_schema=False)

_LONGEST_WHY: Final = 2000  # characters
Text = Annotated[str, Form()]
Texts = Annotated[list[str], Form()]
Make = Callable[[Record, Author], Judgement]


class Given:
    """What every form gives: who judges, why, and the page to go back to ("": the incident of the claims)."""

    def __init__(self, request: Request, who: Text = "", why: Text = "", back: Text = "") -> None:
        self.request = request
        self.author = Author(_name(who), " ".join(why.split())[:_LONGEST_WHY] or None)
        self.back = _local(back)

    def judge(self, make: Make) -> Response:
        """Makes the judgement, brings the incidents up to date, and leads to where the claims are."""
        record = state_of(self.request).current()
        made = make(record, self.author)
        record = state_of(self.request).current()
        address, _, anchor = (self.back or _place_of(record, made)).partition("#")
        joint = "&" if "?" in address else "?"
        out = RedirectResponse(f"{address}{joint}judged={made.number}{'#' if anchor else ''}{anchor}", 303)
        authors.keep(self.request, out, self.author.who)
        return out


Judge = Annotated[Given, Depends()]


@router.post("/same")
def same(given: Judge, key: Texts) -> Response:
    """These incidents or claims are one incident."""
    return given.judge(lambda record, by: judging.judge_same(record, key, by))


@router.post("/split")
def split(given: Judge, key: Text, claim: Texts = []) -> Response:  # noqa: B006 (FastAPI copies it)
    """These claims are of another incident than the rest of the one that `key` names."""
    if not claim:
        raise UsageError("no claim was chosen", remedy="Go back and mark the claims that tell of another incident.")
    return given.judge(lambda record, by: judging.judge_split(record, key, claim, by))


@router.post("/accept")
def accept(given: Judge, claim: Texts) -> Response:
    """These claims were checked and are right."""
    return given.judge(lambda record, by: judging.judge_claims(record, ACCEPT, claim, by))


@router.post("/reject")
def reject(given: Judge, claim: Texts) -> Response:
    """The articles do not say this."""
    return given.judge(lambda record, by: judging.judge_claims(record, REJECT, claim, by))


@router.post("/correct")
def correct(given: Judge, claim: Text, field: Text, value: Text = "") -> Response:
    """A claim says something else in one field."""
    places = state_of(given.request).settings.places_file()

    def make(record: Record, by: Author) -> Judgement:
        claim_id, corrected = correction(record, claim, (field, value), places)
        return judging.judge_correct(record, claim_id, corrected, by)

    return given.judge(make)


@router.post("/undo")
def undo(given: Judge, number: Annotated[int, Form()]) -> Response:
    """Takes a judgement back; to take back an undoing puts in force again what it undid."""
    return given.judge(lambda record, by: judging.judge_undo(record, number, by))


def _name(said: str) -> str:
    name = " ".join(said.split())[: authors.LONGEST]
    if not name:
        raise UsageError("who judges is not given", where="who", remedy="Go back and write your name.")
    return name


def _local(address: str) -> str:
    """The address if it leads nowhere else, and "" else."""
    local = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if local and address.isprintable() else ""


def _place_of(record: Record, made: Judgement) -> str:
    """Where the claims are: their incident, else (all are rejected) the article of the first."""
    found = (record.incident_of(subject.claim) for subject in made.subjects)
    incident = next((each for each in found if each), None)
    if incident:
        return f"/incident/{incident}"
    return f"/article/{made.subjects[0].article}" if made.subjects else "/judgements"
