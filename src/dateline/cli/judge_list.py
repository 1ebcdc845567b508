"""`dateline judge list`: every judgement, with who, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import options, terminal
from dateline.model.judgement_words import sentence

if TYPE_CHECKING:
    from dateline.model.judgement import Judgement


@click.command(name="list", short_help="List all judgements.")
@options.database
@options.as_json
def command(*, db: str | None, as_json: bool | None) -> None:
    """List all judgements, the latest first, those that were undone too."""
    with options.open_record(db) as record:
        found = record.judgements()[::-1]
    if terminal.wants_json(as_json):
        for each in found:
            terminal.write_json(each.to_json())
    elif found:
        _print(found)
    else:
        click.echo("No judgements.")


def _print(found: list[Judgement]) -> None:
    from rich import box
    from rich.table import Table

    console = terminal.console()
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    for heading in ("no.", "judgement", "claims", "who", "when", "why"):
        table.add_column(heading, overflow="fold")
    for each in found:
        claims = ", ".join(subject.claim[:8] for subject in each.subjects[:4]) + (
            " …" if len(each.subjects) > 4 else ""
        )
        style = "dim" if each.undone else None
        undone = f" (undone by {each.undone.number})" if each.undone else ""
        said = f"{sentence(each)}{undone}"
        table.add_row(
            str(each.number), said, claims, each.who, each.when[:16].replace("T", " "), each.why or "", style=style
        )
    console.print(table)
