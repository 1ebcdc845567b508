"""`dateline incidents`: what the record tells of, one line an incident."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import confidence, options, terminal
from dateline.cli.incorporating import up_to_date

Json = dict[str, Any]

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
@options.as_of
@options.database
@options.as_json
def command(
    *,
    asked: options.Asked,
    limit: int,
    as_of: date | None,
    db: str | None,
    as_json: bool | None,
) -> None:
    """List incidents, the latest first.

    An incident is what the claims of any number of articles say about one event. The number that most sources give
    comes first, then in brackets the lowest and the highest.
    """
    wanted = options.wanted(asked)
    sieve = confidence.Sieve(asked.least, as_of=as_of)
    with options.open_record(db) as record:
        up_to_date(record)
        count, shown = _listed(record, wanted, sieve, limit or None, as_json=terminal.wants_json(as_json))
    sieve.tell()
    if terminal.wants_json(as_json):
        for one in shown:
            terminal.write_json(one if isinstance(one, dict) else one.to_json())
    else:
        _print([one for one in shown if not isinstance(one, dict)], sieve)
    if len(shown) < count:
        click.echo(f"{count - len(shown)} more; --limit 0 lists all {count}.", err=True)


def _listed(
    record: Record, wanted: Filters, sieve: confidence.Sieve, limit: int | None, *, as_json: bool
) -> tuple[int, Sequence[Incident | Json]]:
    """How many incidents there are, and the first of them: as the record keeps them where JSON is wanted."""
    if as_json and not sieve.narrows:
        return record.count_incidents(wanted), record.incidents(wanted, limit=limit)
    found = find(record, wanted, sieve, limit=limit)
    return (len(found), found[:limit]) if sieve.narrows else (record.count_incidents(wanted), found)


def find(
    record: Record, wanted: Filters, sieve: confidence.Sieve | None = None, *, limit: int | None = None
) -> tuple[Incident, ...]:
    """The record's incidents that the filters want, which must be up to date; `limit` spares work, but not to a sieve.

    Where a sieve leaves claims out the others are grouped anew: a record keeps the incidents of all its claims.
    """
    if sieve and sieve.narrows:
        return _sifted(record, wanted, sieve)
    from dateline.incorporate.kept import incidents_of

    return tuple(incidents_of(record, record.incidents(wanted, limit=limit)))


def _sifted(record: Record, wanted: Filters, sieve: confidence.Sieve) -> tuple[Incident, ...]:
    from dateline.incorporate.memory import in_memory
    from dateline.reconcile.select import select

    found = in_memory(record, sieve.rows(record.claims()))
    typed = (one for one in found if not wanted.events or one.event in wanted.events)
    return tuple(select(typed, place=wanted.place, since=wanted.since, until=wanted.until))


def _print(incidents: Sequence[Incident], sieve: confidence.Sieve) -> None:
    from dateline.cli.incident_table import incident_table

    if not incidents:
        click.echo("No incidents.")
        return
    console = terminal.console()
    console.print(incident_table(incidents, console.width))
    same = f" --min-confidence {sieve.least:g}" if sieve.least else ""  # an incident's id depends on the claims in it
    same += f" --as-of {sieve.as_of}" if sieve.as_of else ""
    console.print(f"dateline show ID{same} gives an incident's claims with their words and sources.", style="dim")
