"""What a page says of a judgement that was just made, or that was made of what it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from fastapi import Request

from dateline.incorporate.judging import held_together
from dateline.model.judgement import UNDO, Judgement
from dateline.model.judgement_words import sentence
from dateline.store import beside
from dateline.store.record import Record


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement for reading; `now` are the incidents that its claims are in, `against` what stands against it.

    `articles` are (hash, name) of the articles of its claims; `undone` says who took it back, "" where nobody did.
    """

    number: int
    kind: str
    said: str
    who: str
    when: str
    why: str
    undone: str
    now: tuple[str, ...] = ()
    against: tuple[int, ...] = ()
    articles: tuple[tuple[str, str], ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether nobody has taken it back."""
        return not self.undone

    @property
    def way_back(self) -> str:
        """The words on the button that undoes it."""
        return "Put it in force again" if self.kind == UNDO else "Undo"


def told(judgement: Judgement, now: Iterable[str] = (), against: Iterable[int] = ()) -> Told:
    """A judgement in words."""
    undone = judgement.undone
    return Told(
        number=judgement.number,
        kind=judgement.kind,
        said=sentence(judgement),
        who=judgement.who,
        when=judgement.when[:16].replace("T", " "),
        why=judgement.why or "",
        undone=f"undone by {undone.who}, {undone.when[:10]} (judgement {undone.number})" if undone else "",
        now=tuple(now),
        against=tuple(against),
        articles=tuple(sorted({(each.article, each.name) for each in judgement.subjects}, key=lambda one: one[1])),
    )


def just_made(request: Request, record: Record) -> Told | None:
    """The judgement that the address names as just made (``?judged=12``), None where there is none."""
    said = request.query_params.get("judged", "")
    if not (said.isascii() and said.isdigit()) or len(said) > 9:
        return None
    made = next((each for each in record.judgements() if each.number == int(said)), None)
    if made is None:
        return None
    with record.reading() as connection:
        now = beside.incidents_of_claims(connection, [each.claim for each in made.subjects])
    return told(made, sorted(set(now.values())), [each.number for each in held_together(record, made)])


def about(record: Record, claim_ids: Collection[str]) -> list[Told]:
    """The judgements in force that name one of these claims, the latest first; undoings are not among them."""
    wanted = set(claim_ids)
    found = [
        each
        for each in record.judgements()
        if each.in_force and each.kind != UNDO and wanted & {subject.claim for subject in each.subjects}
    ]
    return [told(each) for each in reversed(found)]
