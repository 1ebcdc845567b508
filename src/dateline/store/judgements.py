"""Judgements in the record: rows that are added, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, insert, select

from dateline.model.judgement import Judgement, Subject, Undone, undone_by
from dateline.store.parts import in_parts
from dateline.store.rows import now
from dateline.store.tables import article, claim
from dateline.store.tables_derived import judgement


def all_judgements(connection: Connection) -> list[Judgement]:
    """Every judgement in the order in which they were made, each with what took it back."""
    rows = connection.execute(select(judgement).order_by(judgement.c.number)).mappings()
    made = {row["number"]: _judgement(row) for row in rows}
    undone = undone_by([(each.number, each.undoes) for each in made.values()])
    return [replace(each, undone=_undone(made.get(undone.get(each.number, 0)))) for each in made.values()]


def add_judgement(connection: Connection, made: Judgement) -> Judgement:
    """Writes a judgement; its number and, where it has none, its moment are given here."""
    row = {
        "kind": made.kind,
        "subjects": json.dumps([each._asdict() for each in made.subjects], ensure_ascii=False),
        "field": made.field,
        "value": json.dumps(made.value, ensure_ascii=False) if made.field else None,
        "who": made.who,
        "made": made.when or now(),
        "why": made.why,
        "undoes": made.undoes,
    }
    (number,) = connection.execute(insert(judgement).values(row)).inserted_primary_key or (0,)
    return replace(made, number=number, when=str(row["made"]))


def subjects_of(connection: Connection, claim_ids: Iterable[str], *, side: int = 0) -> list[Subject]:
    """Claims as a judgement names them, in the order of their ids; ids that are not there are left out."""
    columns = (claim.c.id, claim.c.article_id, article.c.name, claim.c.trigger_start, claim.c.trigger_end)
    query = select(*columns, claim.c.event).join(article, article.c.id == claim.c.article_id)
    rows = connection.execute(query.where(claim.c.id.in_(sorted(claim_ids))).order_by(claim.c.id))
    return [Subject(*row, side=side) for row in rows]


def claims_meant(connection: Connection, subjects: Iterable[Subject]) -> dict[Subject, str]:
    """The claims that subjects name now: by their ids, else those whose trigger stands in its place in the article.

    Of several in one place, one of the same type comes first. A subject is left out where the record has no such
    article, or nothing stands there.
    """
    wanted = list(dict.fromkeys(subjects))
    there = _there(connection, [subject.claim for subject in wanted])
    found = {
        subject: subject.claim if subject.claim in there else _in_its_place(connection, subject) for subject in wanted
    }
    return {subject: claim_id for subject, claim_id in found.items() if claim_id}


def _there(connection: Connection, claim_ids: list[str]) -> set[str]:
    found = (
        connection.execute(select(claim.c.id).where(claim.c.id.in_(part))).scalars() for part in in_parts(claim_ids)
    )
    return {claim_id for ids in found for claim_id in ids}


def _in_its_place(connection: Connection, subject: Subject) -> str | None:
    query = select(claim.c.id, claim.c.event, claim.c.trigger_start).join(article, article.c.id == claim.c.article_id)
    for head in (article.c.id == subject.article, article.c.name == subject.name):
        there = (claim.c.trigger_start < subject.end, claim.c.trigger_end > subject.start)
        rows = connection.execute(query.where(head, *there)).all()
        if rows:
            best = min(rows, key=lambda r: (r.event != subject.event, abs(r.trigger_start - subject.start), r.id))
            return str(best.id)
    return None


def _judgement(row: RowMapping) -> Judgement:
    return Judgement(
        number=row["number"],
        kind=row["kind"],
        subjects=tuple(Subject(**each) for each in json.loads(row["subjects"])),
        who=row["who"],
        when=row["made"],
        why=row["why"],
        field=row["field"],
        value=json.loads(row["value"]) if row["value"] else None,
        undoes=row["undoes"],
    )


def _undone(by: Judgement | None) -> Undone | None:
    return Undone(by.number, by.who, by.when, by.why) if by else None
