"""Bringing a record of an older version up to date when it is opened."""

from __future__ import annotations

import json

from sqlalchemy import Connection, Engine, Index, Table, insert, inspect, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateColumn

from dateline.store.tables import SCHEMA_VERSION, article, claim, claim_place, meta, metadata
from dateline.store.tables_derived import incident, incident_term, pending
from dateline.store.terms import terms_of


def migrate(writer: Engine, version: int) -> None:
    """Adds what a record of an older `version` lacks; one that cannot be written stays as it is.

    From 1 to 2: the tables of judgements and incidents. All articles are marked as pending, so that the first command
    that needs incidents makes them. From 2 to 3: what lists ask for, filled from the incidents' own JSON.
    """
    if version >= SCHEMA_VERSION:
        return
    try:
        with writer.begin() as connection:
            row = connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar_one()
            if int(row) >= SCHEMA_VERSION:  # another process did it meanwhile
                return
            _upgrade(connection, int(row))
            new = update(meta).where(meta.c.key == "schema_version").values(value=str(SCHEMA_VERSION))
            connection.execute(new)
    except OperationalError as error:
        if "readonly" not in str(error.orig):
            raise


def _upgrade(connection: Connection, version: int) -> None:
    metadata.create_all(connection)
    for table in (claim, claim_place, incident):
        _add_missing(connection, table)
    if version < 2:
        connection.execute(insert(pending).from_select(["article_id"], select(article.c.id)))
        return
    for row in connection.execute(select(incident.c.id, incident.c.body)).all():
        body = json.loads(row.body)
        spot = {key: body[key] for key in ("precision", "radius_km")}
        connection.execute(update(incident).where(incident.c.id == row.id).values(spot))
        terms = list(terms_of(row.id, body))
        if terms:
            connection.execute(insert(incident_term), terms)


def _add_missing(connection: Connection, table: Table) -> None:
    """The columns and indexes that a table of an older version has not."""
    known = {column["name"] for column in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in known:
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {made}")
    for index in sorted(table.indexes, key=_name):
        index.create(connection, checkfirst=True)


def _name(index: Index) -> str:
    return str(index.name)
