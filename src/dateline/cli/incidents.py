"""`dateline incidents`: what the record tells of, one line an incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import confidence, options, terminal

if TYPE_CHECKING:
    from dateline.reconcile.incident import Incident
    from dateline.store.filters import Filters
    from dateline.store.record import Record

_LIMIT = 50


@click.command(name="incidents")
@options.filters
@click.option(
    "--limit", type=click.IntRange(min=0), default=_LIMIT, show_default=True, metavar="N", help="At most N; 0 for all."
)
@options.database
@options.as_json
def command(
    *,
    asked: options.Asked,
    limit: int,
    db: str | None,
    as_json: bool | None,
) -> None:
    """List incidents, the latest first.

    An incident is what claims of one type and status say about one place from one day on. The number that most
    sources give comes first, then in brackets the lowest and the highest.
    """
    wanted = options.wanted(asked)
    sieve = confidence.Sieve(asked.least)
    with options.open_record(db) as record:
        found = find(record, wanted, sieve)
    sieve.tell()
    shown = found[:limit] if limit else found
    if terminal.wants_json(as_json):
        for one in shown:
            terminal.write_json(one.to_json())
    else:
        _print(shown, asked.least)
    if len(shown) < len(found):
        click.echo(f"{len(found) - len(shown)} more; --limit 0 lists all {len(found)}.", err=True)


def find(record: Record, wanted: Filters, sieve: confidence.Sieve | None = None) -> tuple[Incident, ...]:
    """The record's incidents that the filters want, of the claims that pass the sieve."""
    from dateline.reconcile.group import group
    from dateline.reconcile.select import select
    from dateline.store.filters import Filters

    # Only what never splits an incident is asked of the database: claims of one incident share type and first day.
    claims = record.claims(Filters(events=wanted.events, until=wanted.until))
    passed = sieve.rows(claims) if sieve else claims
    return tuple(select(group(passed), place=wanted.place, since=wanted.since, until=wanted.until))


def _print(incidents: tuple[Incident, ...], least: float | None) -> None:
    from dateline.cli.incident_table import incident_table

    if not incidents:
        click.echo("No incidents.")
        return
    console = terminal.console()
    console.print(incident_table(incidents, console.width))
    same = f" --min-confidence {least:g}" if least else ""  # an incident's id depends on the claims in it
    console.print(f"dateline show ID{same} gives an incident's claims with their words and sources.", style="dim")
