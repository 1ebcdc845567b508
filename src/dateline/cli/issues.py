"""`dateline issues`: what the record could not read, resolve or trust, and why."""

from __future__ import annotations

from typing import Any

import click

from dateline import wording
from dateline.cli import options, terminal

Json = dict[str, Any]


@click.command(name="issues", short_help="List what could not be read, resolved or trusted.")
@click.option("--refused", is_flag=True, help="Only documents that gave no article.")
@options.database
@options.as_json
def command(*, refused: bool, db: str | None, as_json: bool | None) -> None:
    """List what was dropped or doubted while the record was made: documents that gave no article first.

    Each line says where it is, what was met, and what to do about it where anything can be done.
    """
    with options.open_record(db) as record:
        found = list(record.issues(refused=refused))
    if terminal.wants_json(as_json):
        for issue in found:
            terminal.write_json(issue)
    elif found:
        for issue in found:
            click.echo(_line(issue))
    else:
        click.echo("No issues.")


def _line(issue: Json) -> str:
    words = f" (“{wording.plain(issue['text'])}”)" if issue.get("text") else ""
    where = issue["article"] or issue["where"]
    stop = "" if issue["reason"].endswith((".", "!", "?")) else "."
    remedy = f" {issue['remedy']}" if issue["remedy"] else ""
    return wording.plain(f"{where}: {issue['reason']}{words}{stop}{remedy}")
