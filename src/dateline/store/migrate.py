"""Bringing a record of an older version up to date when it is opened."""

from __future__ import annotations

from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from dateline.store.tables import SCHEMA_VERSION, article, meta, metadata
from dateline.store.tables_derived import pending


def migrate(writer: Engine, version: int) -> None:
    """Adds what a record of an older `version` lacks; one that cannot be written stays as it is.

    From 1 to 2: the tables of judgements and incidents. All articles are marked as pending, so that the first command
    that needs incidents makes them.
    """
    if version >= SCHEMA_VERSION:
        return
    try:
        with writer.begin() as connection:
            row = connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar_one()
            if int(row) >= SCHEMA_VERSION:  # another process did it meanwhile
                return
            metadata.create_all(connection)
            connection.execute(insert(pending).from_select(["article_id"], select(article.c.id)))
            new = update(meta).where(meta.c.key == "schema_version").values(value=str(SCHEMA_VERSION))
            connection.execute(new)
    except OperationalError as error:
        if "readonly" not in str(error.orig):
            raise
