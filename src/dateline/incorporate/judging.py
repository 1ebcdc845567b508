"""Judgements made: what a person names is turned into claims, and what contradicts itself is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from dateline.errors import UsageError
from dateline.model.judgement import CORRECT, SAME, SPLIT, UNDO, Judgement, in_force
from dateline.store.record import Record

_LISTED = 10


@dataclass(frozen=True, slots=True)
class Author:
    """Who judges, and why."""

    who: str
    why: str | None = None


def judge_same(record: Record, keys: Sequence[str], author: Author) -> Judgement:
    """Judges that all claims behind `keys` (ids of incidents and claims, or beginnings of them) are one incident."""
    claims = sorted({claim for key in keys for claim in claims_of(record, key)})
    if len(claims) < 2:
        raise UsageError("these are one claim", remedy="Name two incidents or claims that are not the same one.")
    return _made(record, SAME, author, (claims,))


def judge_split(record: Record, key: str, others: Sequence[str], author: Author) -> Judgement:
    """Judges that claims are another incident than the rest.

    The claims behind `others` are set apart from the others of `key`: an incident that holds them loses them.
    """
    aside = sorted({claim for other in others for claim in claims_of(record, other)})
    rest = sorted(set(claims_of(record, key)) - set(aside))
    if not rest:
        raise UsageError(
            "no claim would be left on one side of the split",
            where=key,
            remedy="Name an incident and some of its claims, or two that differ.",
        )
    return _made(record, SPLIT, author, (rest, aside))


def judge_claims(record: Record, kind: str, keys: Sequence[str], author: Author) -> Judgement:
    """Accepts or rejects claims; an incident stands for all its claims."""
    return _made(record, kind, author, (sorted({claim for key in keys for claim in claims_of(record, key)}),))


def judge_correct(record: Record, key: str, correction: tuple[str, Any], author: Author) -> Judgement:
    """Corrects one field of one claim, given as field and value (see `model.correction`)."""
    return _made(record, CORRECT, author, ([claim_of(record, key)],), correction=correction)


def judge_undo(record: Record, number: int, author: Author) -> Judgement:
    """Takes a judgement back; taking back an undoing puts in force again what it undid."""
    known = {judgement.number: judgement for judgement in record.judgements()}
    wanted = known.get(number)
    if wanted is None:
        last = f"The last one is {max(known)}" if known else "There are none"
        raise UsageError(
            f"there is no judgement {number}", where=record.where, remedy=f"{last}: dateline judge list shows them."
        )
    if wanted.undone:
        raise UsageError(
            f"judgement {number} was undone already by {wanted.undone.number}",
            remedy=f"To put it in force again: dateline judge undo {wanted.undone.number}",
        )
    return record.judge(Judgement(0, UNDO, wanted.subjects, author.who, "", author.why, undoes=number))


def held_together(record: Record, judgement: Judgement) -> list[Judgement]:
    """The judgements that keep in one incident what a split has just set apart."""
    left, right = ({record.incident_of(claim) for claim in judgement.side(side)} - {None} for side in (0, 1))
    if judgement.kind != SPLIT or left.isdisjoint(right):
        return []
    named = judgement.side(0) | judgement.side(1)
    return [each for each in in_force(record.judgements(), SAME) if not named.isdisjoint(each.side(0))]


def claims_of(record: Record, key: str) -> list[str]:
    """The claims that an id stands for: those of an incident, or the claim itself.

    Raises UsageError where the record has none that begins so, or several.
    """
    incidents = record.incidents_beginning(key) if key else []
    claims = [match for match in (record.matches(key) if key else []) if match.kind == "claim"]
    if len(incidents) + len(claims) > 1:
        labels = [f"incident {one['id']}  {one['event']} {one['place'] or ''}".rstrip() for one in incidents]
        labels += [f"claim {match.id}  {match.label}" for match in claims]
        more = [f"and {len(labels) - _LISTED} more"] if len(labels) > _LISTED else []
        listed = "\n  ".join(labels[:_LISTED] + more)
        raise UsageError(f"{key} may mean:\n  {listed}\n", remedy="Give one of these ids, or more digits.")
    if incidents:
        return [str(claim) for claim in incidents[0]["claims"]]
    if claims:
        return [claims[0].id]
    raise _unknown(record, key)


def claim_of(record: Record, key: str) -> str:
    """The one claim that an id stands for; an incident that holds one claim will do."""
    claims = claims_of(record, key)
    if len(claims) > 1:
        listed = ", ".join(claim[:8] for claim in claims[:_LISTED])
        raise UsageError(f"incident {key} holds {len(claims)} claims", remedy=f"Name one of them: {listed}")
    return claims[0]


def _unknown(record: Record, key: str) -> UsageError:
    if any(match.kind == "article" for match in (record.matches(key) if key else [])):
        return UsageError(
            f"{key} is an article, and judgements are about claims and incidents",
            remedy=f"dateline show {key} lists the ids of its claims.",
        )
    ids = record.ids()
    wanted = key.lower()
    close = get_close_matches(wanted, [each[: len(wanted)] for each in ids], n=3, cutoff=0.7) if wanted else []
    hint = f"Did you mean {' or '.join(dict.fromkeys(close))}? " if close else ""
    return UsageError(
        f"the record has no incident or claim {key!r}",
        remedy=f"{hint}dateline incidents and dateline show list ids.",
    )


def _made(
    record: Record,
    kind: str,
    author: Author,
    sides: tuple[Sequence[str], ...],
    *,
    correction: tuple[str | None, Any] = (None, None),
) -> Judgement:
    subjects = tuple(subject for side, claims in enumerate(sides) for subject in record.subjects(claims, side=side))
    field, value = correction
    return record.judge(Judgement(0, kind, subjects, author.who, "", author.why, field, value))
