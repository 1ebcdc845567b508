"""What origins have said, counted: incidents, numbers that others agree with, numbers that somebody contradicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dateline.store.tables_derived import incident_term
from dateline.store.terms import SOURCE
from dateline.store.wanted import Part
from dateline.text.fold import fold_name

_term = incident_term.c


@dataclass(frozen=True, slots=True)
class Told:
    """An origin; counts, no judgement of anybody.

    `sort` is speaker, agency or outlet. Of its numbers `agree` are given by others too, and none of those says
    otherwise; `differ` are contradicted by some other origin.
    """

    name: str
    sort: str
    incidents: int
    agree: int
    differ: int


def sources(connection: Connection, part: Part, words: str) -> list[Told]:
    """The origins whose name holds `words`, those in most incidents first."""
    query = _told(words).group_by(_term.value).order_by(func.count().desc(), _term.value)
    return [_one(row) for row in connection.execute(query.limit(part.limit).offset(part.offset))]


def source(connection: Connection, name: str) -> Told | None:
    """The origin of exactly this name."""
    row = connection.execute(_told("").where(_term.value == name).group_by(_term.value)).first()
    return _one(row) if row else None


def count(connection: Connection, words: str) -> int:
    """How many origins have a name that holds `words`."""
    query = _holding(select(func.count(_term.value.distinct())), words)
    return int(connection.execute(query).scalar_one())


def _told(words: str) -> Select[Any]:
    counts = (func.count(), func.sum(_term.agree), func.sum(_term.differ))
    return _holding(select(_term.value, func.min(_term.sort), *counts), words)


def _holding(query: Select[Any], words: str) -> Select[Any]:
    query = query.where(_term.kind == SOURCE)
    return query.where(_term.folded.contains(fold_name(words), autoescape=True)) if words else query


def _one(row: Any) -> Told:  # noqa: ANN401 (a row)
    name, sort, incidents, agree, differ = row
    return Told(name, sort or "", int(incidents), int(agree), int(differ))
