"""`dateline copies`: which articles reprint one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dateline import wording
from dateline.cli import options, terminal
from dateline.cli.incorporating import up_to_date

if TYPE_CHECKING:
    from rich.table import Table

_KEPT = ("copy", "kind", "share_a", "share_b", "reason", "passages")


@click.command(name="copies", short_help="List articles that reprint one text.")
@options.database
@options.as_json
def command(*, db: str | None, as_json: bool | None) -> None:
    """List pairs of articles of which one text stands in the other, whole, edited or in part.

    The share is how much of each one's words stands in the other's. A copy is no second witness: incidents count it
    among their articles, not among their origins.
    """
    with options.open_record(db) as record:
        up_to_date(record)
        found = record.copies()
    if terminal.wants_json(as_json):
        for each in found:
            terminal.write_json({key: each[key] for key in _KEPT})
    elif found:
        terminal.console().print(_table(found))
    else:
        click.echo("No copies.")


def _table(found: list[dict[str, Any]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    for heading, ratio in (("article", 3), ("copy", 3), ("kind", 0), ("share", 0), ("first words shared", 4)):
        wide = 10 if heading in ("kind", "share") else None
        table.add_column(heading, width=wide, no_wrap=True, overflow="ellipsis", ratio=None if wide else ratio)
    for each in found:
        sides = zip(each["copy"], each["publishers"], strict=True)
        one, other = (f"{name} ({outlet})" if outlet else name for name, outlet in sides)
        share = f"{each['share_a']:.0%}, {each['share_b']:.0%}"
        table.add_row(wording.plain(one), wording.plain(other), each["kind"], share, wording.plain(each["first"]))
    return table
