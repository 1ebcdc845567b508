"""`dateline control`: who holds which place since when, according to whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from dateline import wording
from dateline.cli import options, terminal
from dateline.cli.incorporating import up_to_date

if TYPE_CHECKING:
    from dateline.reconcile.control import Held


@click.command(name="control")
@click.argument("place", required=False, metavar="[PLACE]")
@options.database
@options.as_json
@options.as_of
def command(place: str | None, *, db: str | None, as_json: bool | None, as_of: date | None) -> None:
    """Show who holds a place over time, and who says so.

    PLACE is part of a place's name, or a country as ISO code; without it all places. Nothing is concluded: what nobody
    says is not there, and two who contradict each other both are.
    """
    from dateline.incorporate.holding import holding

    options.wanted(options.Asked((), place, None, None))  # a place that can match nothing is refused
    with options.open_record(db) as record:
        up_to_date(record)
        found = holding(record, place=place, as_of=as_of)
    if terminal.wants_json(as_json):
        for one in found:
            terminal.write_json(one.to_json())
    elif found:
        _print(found)
    else:
        click.echo("No claims of who holds what.")


def _print(found: tuple[Held, ...]) -> None:
    from rich.text import Text

    console = terminal.console()
    last = None
    for one in found:
        if one.place != last:
            console.print(Text(f"\n{wording.plain(one.place)}", style="bold").append(f"  {one.country or ''}", "dim"))
            last = one.place
        days = (day.isoformat() if day else None for day in (one.first, one.last))
        when = wording.between(*days) or f"told {one.told.isoformat() if one.told else 'on no known day'}"
        line = Text(f"  {when}  ").append(wording.plain(one.holder or "somebody"), "bold").append(f" {_words(one)}")
        console.print(line.append("  " + wording.plain(", ".join(one.origins)), "green"))


def _words(one: Held) -> str:
    share = f" {wording.interval(one.low, one.high, share=True)}" if one.low is not None or one.high is not None else ""
    doubt = "" if one.status == "happened" else f" ({wording.STATUS[one.status]})"
    return f"{one.change}{share}{doubt}"
